import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix, Report } from '../rule.ts';
import { rawValue } from './entry-text.ts';
import { wholesOf } from './wholes-of.ts';

export const inheritedPlaceholder = defineRule({
  id: 'uwsgi/inherited-placeholder',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A variable in a file that another one brings in with `inherit`.',
    why: 'uWSGI reads an inherited file after it has replaced the variables: $(NAME), @(file) and %(name) stay as they are written. Magic variables such as %d work.',
    fix: 'Bring the file in with `ini`, which is read in place.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/ParsingOrder.html',
  },
  check(view, report) {
    const told = new Set<number>();
    const { path } = view;
    for (const whole of wholesOf(view)) {
      for (const entry of whole.entries) {
        if (!entry.inherited || entry.path !== path || entry.origin !== 'line') continue;
        if (told.has(entry.keySpan.start)) continue;
        told.add(entry.keySpan.start);
        checkEntry(view, entry, report);
      }
    }
  },
});

function checkEntry(view: UwsgiView, entry: EffectiveEntry, report: Report): void {
  const raw = rawValue(view, entry);
  // Immediate options have a rule of their own; a log format is read when requests come.
  if (entry.option?.immediate === true || !raw.includes('(') || hasTemplateMark(raw)) return;
  if (/format|log-encoder|log-req-encoder/.test(entry.key)) return;
  const [first] = placeholdersIn(view.text, entry.valueSpan);
  if (first === undefined) return;
  const written = view.text.slice(first.span.start, first.span.end);
  let by = entry.from;
  while (by !== undefined && by.key !== 'inherit') by = by.from;
  const related =
    by === undefined ? [] : [{ path: by.path, span: by.span, message: 'Inherited here' }];
  report({
    span: first.span,
    message: `${written} stays as it is: uWSGI reads an inherited file after it has replaced the variables`,
    related,
    fixes: by === undefined ? [] : bringIn(view, by.path, by.span.start),
  });
}

/** `inherit = …` becomes `ini = …` in the file that has the line. */
function bringIn(view: UwsgiView, path: string, valueStart: number): Fix[] {
  const file = path === view.path ? view : view.around.uwsgiFile(path);
  const line = file?.config.entries.find(({ valueSpan }) => valueSpan.start === valueStart);
  if (line?.origin !== 'line' || !line.value.endsWith('.ini')) return [];
  const edits = [{ path, span: line.keySpan, newText: 'ini' }];
  return [{ title: 'Bring the file in with ini', edits, preferred: true }];
}
