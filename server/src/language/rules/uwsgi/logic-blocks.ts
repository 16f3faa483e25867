import { hasTemplateMark, isTemplateLine } from '../../uwsgi/template.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import type { ConfigProblem } from '../../uwsgi/effective.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix, Report } from '../rule.ts';
import { insertLineAfter, meansOff, rawValue, removeLine, replace } from './entry-text.ts';
import { problemsIn } from './wholes-of.ts';

export const logicBlocks = defineRule({
  id: 'uwsgi/logic-blocks',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A block of if or for that uWSGI does not read as it looks.',
    why: 'Blocks cannot be nested: uWSGI exits with "recursive logic in options is not supported". One that is never closed takes all that follows into itself. There is no else: as a variable it does nothing.',
    fix: 'Close each block with endif or endfor before the next one, and write the opposite condition (if-not-…) for an else.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/ConfigLogic.html',
  },
  check(view, report) {
    const entries = view.config.entries.filter(({ origin }) => origin === 'line');
    // A template decides itself which of the lines are there.
    const templated = view.tree.lines.some(
      (line) => line.kind === 'entry' && isTemplateLine(line.key),
    );
    if (!templated)
      for (const [problem, entry] of withEntries(view)) checkProblem(view, problem, entry, report);
    for (const entry of entries) {
      if (entry.key === 'else' && entry.option === undefined) reportElse(view, entry, report);
      else if (entry.key === 'end') checkEnd(view, entry, report);
      else if (entry.option?.type === 'logic') checkCondition(view, entry, report);
      if (entry.conditional) checkContextInKey(entry, report);
    }
    checkOrder(view, entries, report);
  },
});

/** The problems of this file with the lines that they stand in. */
function withEntries(
  view: UwsgiView,
): readonly (readonly [ConfigProblem, ConfigEntry | undefined])[] {
  const problems = problemsIn(view);
  if (problems.length === 0) return [];
  const entries = new Map(view.config.entries.map((entry) => [entry.line.keySpan.start, entry]));
  return problems.map((problem) => [problem, entries.get(problem.span.start)]);
}

function checkProblem(
  view: UwsgiView,
  problem: ConfigProblem,
  entry: ConfigEntry | undefined,
  report: Report,
): void {
  const { span } = problem;
  if (problem.kind === 'nested-logic') {
    const { opener } = problem;
    const message = `${opener.key} is still open here, and blocks cannot be nested: uWSGI does not start`;
    const related = [{ path: opener.path, span: opener.span, message: 'The block that is open' }];
    const start = entry?.line.span.start ?? span.start;
    const newText = opener.key.startsWith('for') ? 'endfor =\n' : 'endif =\n';
    const fix = replace(view, { start, end: start }, newText, `Close ${opener.key} above`);
    const fixes = opener.path === view.path ? [fix] : [];
    report({ span, message, related, fixes });
  } else if (problem.kind === 'unclosed-logic') {
    const message =
      'The block is never closed: all that follows belongs to it, in other files and on the command line, too';
    report({ span, message, fixes: closeAtEnd(view, entry) });
  } else if (problem.kind === 'stray-end') {
    const fixes = entry ? [removeLine(view, entry, 'Remove the line')] : [];
    report({ span, level: 'warning', message: 'No block is open here: uWSGI ignores this', fixes });
  }
}

/** Behind the last line of the opener's section. */
function closeAtEnd(view: UwsgiView, entry: ConfigEntry | undefined): Fix[] {
  if (entry === undefined) return [];
  const word = entry.key.startsWith('for') ? 'endfor' : 'endif';
  const { lines } = view.tree;
  let last = entry;
  for (let at = lines.indexOf(entry.line); at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.kind === 'section') break;
    if (line.kind === 'entry') last = { ...entry, line };
  }
  return [insertLineAfter(view, last, `${word} =`, `Add ${word} at the end`)];
}

function reportElse(view: UwsgiView, entry: ConfigEntry, report: Report): void {
  const fixes: Fix[] = [];
  const opposite = oppositeOf(view, entry);
  if (opposite !== undefined) {
    const line = {
      start: entry.keySpan.start,
      end: Math.max(entry.keySpan.end, entry.valueSpan.end),
    };
    fixes.push(replace(view, line, `endif =\n${opposite}`, 'Write the opposite condition'));
  }
  const message =
    'uWSGI has no else: to it this is a variable, and the lines below belong to the same branch as those above';
  report({ span: entry.keySpan, message, fixes });
}

function oppositeOf(view: UwsgiView, { line }: ConfigEntry): string | undefined {
  const { entries } = view.config;
  const at = entries.findIndex((entry) => entry.line === line);
  const opener = entries.slice(0, at).findLast(({ option }) => option?.type === 'logic');
  if (!opener?.key.startsWith('if')) return undefined;
  const key = opener.key.startsWith('if-not-')
    ? opener.key.replace('if-not-', 'if-')
    : opener.key.replace(/^if-?/, 'if-not-').replace('directory', 'dir');
  return `${key} = ${rawValue(view, opener)}`;
}

function checkEnd(view: UwsgiView, entry: ConfigEntry, report: Report): void {
  const strict = view.config.entries.some(
    ({ option, value }) => option?.name === 'strict' && !meansOff(value),
  );
  if (!strict || entry.option !== undefined) return;
  const message = '"end" is no option: under strict uWSGI does not start with it';
  report({
    span: entry.keySpan,
    message,
    fixes: [replace(view, entry.keySpan, 'endif', 'Change to endif')],
  });
}

/** uWSGI replaces `%(_)` in values only. */
function checkContextInKey({ line }: ConfigEntry, report: Report): void {
  const at = line.key.indexOf('%(_)');
  if (at === -1 || hasTemplateMark(line.key)) return;
  const start = line.keySpan.start + at;
  report({
    span: { start, end: start + '%(_)'.length },
    level: 'warning',
    message: 'In a key %(_) stays as it is: uWSGI replaces it in values only',
  });
}

/** `if-opt` asks for what has been read so far. */
function checkOrder(view: UwsgiView, entries: readonly ConfigEntry[], report: Report): void {
  const first = new Map<string, number>();
  for (const [index, { key }] of entries.entries()) if (!first.has(key)) first.set(key, index);
  const include = entries.findIndex(({ option }) => option?.type === 'config-file');
  for (const [index, entry] of entries.entries()) {
    if (!/^if-(?:not-)?opt$/.test(entry.option?.name ?? '') || !entry.known) continue;
    const [name = ''] = entry.value.split('=');
    const at = first.get(name) ?? -1;
    const below = entries[at];
    // Another file may have it above.
    if (at < index || below === undefined || below.conditional) continue;
    if (include !== -1 && include < index) continue;
    const { start } = entry.valueSpan;
    report({
      span: { start, end: start + name.length },
      level: 'warning',
      message: `${entry.key} sees only what stands above it: uWSGI does not know "${name}" here yet`,
      related: [{ path: view.path, span: below.keySpan, message: 'Set here, too late' }],
    });
  }
}

function checkCondition(view: UwsgiView, entry: ConfigEntry, report: Report): void {
  const value = rawValue(view, entry);
  const name = entry.option?.name ?? '';
  if (hasTemplateMark(value)) return;
  const plugin = /^(python|php|ruby|rack|lua|psgi)[\d.]+$/.exec(value)?.[1];
  if (/^if-?(?:not-)?plugin$/.test(name) && plugin !== undefined) {
    report({
      span: entry.valueSpan,
      level: 'warning',
      message: `uWSGI asks for the plugin's own name here, which is ${plugin}, whatever its file is called`,
      fixes: [replace(view, entry.valueSpan, plugin, `Change to ${plugin}`)],
    });
  }
  if (/^if-?(?:not-)?(?:env|opt)$/.test(name) && /[ \t]=|=[ \t]/.test(value)) {
    report({
      span: entry.valueSpan,
      level: 'warning',
      message: 'The blanks around "=" belong to the name and the value: uWSGI compares them, too',
      fixes: [
        replace(view, entry.valueSpan, value.replace(/[ \t]*=[ \t]*/, '='), 'Remove the blanks'),
      ],
    });
  }
}
