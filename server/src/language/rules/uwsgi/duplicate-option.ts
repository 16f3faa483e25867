import type { ConfigEntry } from '../../uwsgi/config.ts';
import { isTemplateLine } from '../../uwsgi/template.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';
import { removeLine } from './entry-text.ts';

export const duplicateOption = defineRule({
  id: 'uwsgi/duplicate-option',
  scope: 'uwsgi',
  reach: 'file',
  level: 'warning',
  docs: {
    what: 'An option with one value that is set twice in a section, also under another of its names, or a variable that is.',
    why: 'Of an option the last line counts: `workers` below `processes` replaces it. Of a variable the first one counts.',
    fix: 'Remove the line without effect.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html',
  },
  check(view, report) {
    // In a template or a block the lines need not be there at the same time.
    if (view.tree.lines.some((line) => line.kind === 'entry' && isTemplateLine(line.key))) return;
    const sectionOf = sections(view);
    const used = placeholderNames(view);
    const scalars = new Map<string, ConfigEntry>();
    const variables = new Map<string, ConfigEntry>();
    for (const entry of view.config.entries) {
      if (entry.conditional || entry.origin !== 'line' || entry.key === '') continue;
      const section = sectionOf(entry) ?? '';
      const { option } = entry;
      if (option === undefined) {
        const name = `${section};${entry.key}`;
        const first = variables.get(name);
        if (first === undefined) variables.set(name, entry);
        else checkVariable(view, first, entry, used, report);
      } else if (option.repeat === 'last-wins' && single.has(option.handler)) {
        const name = `${section};${option.plugin};${option.canonical}`;
        const before = scalars.get(name);
        if (before !== undefined) checkOption(view, before, entry, used, report);
        scalars.set(name, entry);
      }
    }
  },
});

/** Handlers that write one place. Others of the table add to something, or act at once. */
const single: ReadonlySet<string> = new Set([
  ...['true', 'false', 'set_int', 'set_rawint', 'set_str', 'set_64bit', 'set_16bit'],
  ...['set_megabytes', 'chmod_socket', 'logfile_chmod', 'set_uid', 'set_gid', 'uid', 'gid', 'ssa'],
  ...['log_date', 'max_vars', 'corerouter_use_base', 'corerouter_use_pattern', 'fileserve_mode'],
]);

/** The section of the file a line stands in: to set an option anew in another section is meant so. */
function sections({ tree }: UwsgiView): (entry: ConfigEntry) => string | undefined {
  const names = new Map<unknown, string>();
  let current = '';
  for (const line of tree.lines) {
    if (line.kind === 'section') current = line.name;
    else if (line.kind === 'entry') names.set(line, current);
  }
  return ({ line }) => names.get(line);
}

function checkOption(
  view: UwsgiView,
  first: ConfigEntry,
  last: ConfigEntry,
  used: ReadonlySet<string>,
  report: Report,
): void {
  // blacklist, spooler-processes and the like act where they stand.
  if (first.option?.immediate === true && first.key !== 'listen') return;
  const same = first.value === last.value;
  // As a placeholder the first one counts.
  if (!same && used.has(first.key)) return;
  const alias = first.key === last.key ? '' : `, and ${last.key} is another name of ${first.key}`;
  const message = same
    ? `${first.key} is set to the same value again below${alias}`
    : `Without effect: ${last.key} below sets ${first.key === last.key ? 'it' : 'the same option'} again${alias}`;
  report({
    span: first.keySpan,
    level: same ? 'information' : 'warning',
    message,
    related: [{ path: view.path, span: last.keySpan, message: 'The line that counts' }],
    fixes: [removeLine(view, first, 'Remove the line')],
    tag: 'unnecessary',
  });
}

function checkVariable(
  view: UwsgiView,
  first: ConfigEntry,
  again: ConfigEntry,
  used: ReadonlySet<string>,
  report: Report,
): void {
  if (!used.has(first.key) || first.value === again.value) return;
  report({
    span: again.keySpan,
    message: `Without effect: %(${again.key}) means the first value of a variable, which is "${first.value}"`,
    related: [{ path: view.path, span: first.keySpan, message: 'The line that counts' }],
    fixes: [removeLine(view, again, 'Remove the line')],
    tag: 'unnecessary',
  });
}

/** Names in the placeholders of a file. */
function placeholderNames({ text }: UwsgiView): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, inner = ''] of text.matchAll(/%\(([^()\n]{1,200})\)/g))
    for (const name of inner.split(' ')) names.add(name);
  return names;
}
