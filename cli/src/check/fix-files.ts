import {
  applyEdits,
  combineFixes,
  type Finding,
  type Snapshot,
  type SourceFile,
} from '../../../server/src/language/language.ts';

export interface Fixed {
  readonly snapshot: Snapshot;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Files whose text is another now. */
  readonly changed: readonly SourceFile[];
}

/** A fix may uncover the next mistake; two that undo each other must come to an end. */
const rounds = 10;

/** Applies the preferred fixes of the findings until none is left. Nothing is written. */
export async function fixFiles(
  start: Snapshot,
  check: (snapshot: Snapshot) => Promise<ReadonlyMap<string, readonly Finding[]>>,
  mayFix: (finding: Finding) => boolean,
): Promise<Fixed> {
  let snapshot = start;
  let findings = await check(snapshot);
  for (let round = 0; round < rounds; round++) {
    const files = new Map(snapshot.files);
    for (const file of snapshot.files.values()) {
      const edits = combineFixes((findings.get(file.path) ?? []).filter(mayFix), file.path);
      if (edits.length === 0) continue;
      const newLine = file.text.includes('\r\n') ? '\r\n' : '\n';
      const text = applyEdits(
        file.text,
        edits.map(({ span, newText }) => ({ span, newText: newText.replace(/\r?\n/g, newLine) })),
      );
      if (text !== file.text) files.set(file.path, { ...file, text, version: file.version + 1 });
    }
    if ([...files].every(([path, file]) => snapshot.files.get(path) === file)) break;
    snapshot = { ...snapshot, files };
    findings = await check(snapshot);
  }
  const changed = [...snapshot.files.values()].filter(
    ({ path, text }) => start.files.get(path)?.text !== text,
  );
  return { snapshot, findings, changed };
}
