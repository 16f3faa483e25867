import { relative } from 'node:path';
import { createLanguage, indexLines, lineAt } from '../../server/src/language/language.ts';
import { readFolder, withDisk } from './read-folder.ts';

/** Prints each finding as `FILE:LINE:COLUMN: level: message [rule]`; 1 when there is an error among them. */
export async function check(folder: string): Promise<number> {
  const files = await readFolder(folder);
  if (files === undefined) {
    process.stderr.write(`uwsgi-stack: there is no folder ${folder}\n`);
    return 2;
  }
  const language = createLanguage();
  const snapshot = await withDisk(files, language);
  const findings = language.check(snapshot);
  const counts = new Map<string, number>();
  for (const path of [...findings.keys()].sort()) {
    const index = indexLines(snapshot.files.get(path)?.text ?? '');
    const sorted = [...(findings.get(path) ?? [])].sort((a, b) => a.span.start - b.span.start);
    for (const { span, level, message, rule } of sorted) {
      const line = lineAt(index, span.start);
      const column = span.start - (index.starts[line] ?? 0);
      counts.set(level, (counts.get(level) ?? 0) + 1);
      const name = relative(process.cwd(), path);
      process.stdout.write(
        `${name}:${String(line + 1)}:${String(column + 1)}: ${level}: ${message} [${rule}]\n`,
      );
    }
  }
  const errors = counts.get('error') ?? 0;
  const summary = [...counts].map(([level, count]) => `${String(count)} ${level}`).join(', ');
  process.stderr.write(`${String(snapshot.files.size)} files: ${summary || 'nothing to report'}\n`);
  return errors > 0 ? 1 : 0;
}
