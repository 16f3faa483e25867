import {
  createLanguage,
  describeHandler,
  type Explanation,
  explanationText,
  indexLines,
  lineAt,
  nothingInstalled,
  type RequestPlace,
  type Snapshot,
} from '../../../server/src/language/language.ts';
import { defaultLanguageSettings } from '../../../shared/settings.ts';
import { inOneLine } from '../../../shared/terminal-text.ts';
import { collectFiles, shownPath } from '../check/collect-files.ts';
import { fillDisk } from '../fill-disk.ts';
import type { ExplainOptions } from './explain-options.ts';

/** Says what nginx does with a request. 0 when it could be followed, 2 when there is nothing to follow. */
export async function explain(options: ExplainOptions): Promise<number> {
  const { files, problems } = await collectFiles(options.paths, []);
  if (problems.length > 0) return failed(problems);
  const language = createLanguage();
  const disk = fillDisk(language);
  const start: Snapshot = {
    files: new Map(files.map((file) => [file.path, file])),
    settings: defaultLanguageSettings,
    disk: disk.current(),
    installed: nothingInstalled,
  };
  const { url, method, address, headers } = options;
  const question = { url, method, headers, ...(address !== undefined && { address }) };
  const snapshot = await disk.fill(start, (current) => language.explain(current, question));
  const outcome = language.explain(snapshot, question);
  if (outcome.kind === 'problem') return failed([outcome.message]);
  const { explanations } = outcome;
  process.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify({ explanations: explanations.map((one) => plain(one, snapshot)) }, undefined, 2)}\n`
      : explanations.map((one) => explanationText(one, showIn(snapshot))).join('\n'),
  );
  return 0;
}

function showIn(snapshot: Snapshot): (place: RequestPlace) => string {
  return (place) => {
    const { path, line, column } = placeIn(snapshot, place);
    return `${path}:${line}:${column}`;
  };
}

/** Lines and columns count from 1, columns in UTF-16 units. */
function placeIn({ files, disk }: Snapshot, { path, span }: RequestPlace) {
  const index = indexLines(files.get(path)?.text ?? disk.text(path) ?? '');
  const line = lineAt(index, span.start);
  const column = span.start - (index.starts[line] ?? 0) + 1;
  return { path: shownPath(path), line: line + 1, column };
}

/** With lines in place of offsets. */
function plain(explanation: Explanation, snapshot: Snapshot): unknown {
  const json = JSON.stringify(
    { ...explanation, answer: describeHandler(explanation) },
    (key, value: unknown) => {
      if (key === 'main' && typeof value === 'string') return shownPath(value);
      return isPlace(value) ? placeIn(snapshot, value) : value;
    },
  );
  return JSON.parse(json);
}

function isPlace(value: unknown): value is RequestPlace {
  return typeof value === 'object' && value !== null && 'span' in value && 'path' in value;
}

function failed(problems: readonly string[]): number {
  for (const problem of problems) process.stderr.write(`uwsgi-stack: ${inOneLine(problem)}\n`);
  return 2;
}
