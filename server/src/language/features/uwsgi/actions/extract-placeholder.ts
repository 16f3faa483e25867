import type { EntryLine } from '../../../ini/tree.ts';
import type { UwsgiView } from '../../../rules/inputs.ts';
import { textOf, type Span } from '../../../text/span.ts';
import { uwsgiOption } from '../../../uwsgi/options.ts';
import { uwsgiLogVariables } from '../../../data/uwsgi-log-variables.extra.ts';
import type { Action } from '../../feature.ts';
import { entryOf } from '../ini-place.ts';
import { isOwnName, namesAround } from '../names.ts';
import { edit, lineBefore } from './edit.ts';
import { isInherited } from './is-inherited.ts';

/** Makes the selected part of a value a variable. */
export function extractPlaceholder(
  view: UwsgiView,
  line: EntryLine,
  within: Span,
): readonly Action[] {
  const { valueSpan } = line;
  const selected = textOf(view.text, within);
  if (within.start < valueSpan.start || within.end > valueSpan.end) return [];
  // Blanks at its ends would be lost; signs and parentheses may be half of something.
  if (selected === '' || selected.trim() !== selected || /[%$@()\r\n]/.test(selected)) return [];
  if (isInside(textOf(view.text, valueSpan), within.start - valueSpan.start)) return [];
  const entry = entryOf(view, line);
  const option = uwsgiOption(line.key);
  if (entry === undefined || entry.conditional || option === undefined || option.immediate)
    return [];
  if (isInherited(view)) return [];
  const names = namesAround(view, line);
  const name = freeName(line.key, selected, new Set(names.map((place) => place.name)));
  return [
    {
      title: `Extract to the placeholder %(${name})`,
      kind: 'refactor.extract',
      edits: [
        lineBefore(view, line, `set-placeholder = ${name}=${selected}`),
        edit(view, within, `%(${name})`),
      ],
    },
  ];
}

/** Whether an offset of a value lies in a placeholder, or behind the sign of a pair. */
function isInside(value: string, offset: number): boolean {
  const before = value.slice(0, offset);
  return /[%$@]\([^)]*$/.test(before) || /(?:^|[^%])(?:%%)*[%$@]$/.test(before);
}

function freeName(key: string, selected: string, taken: ReadonlySet<string>): string {
  const stem = selected.startsWith('/')
    ? 'base'
    : /^\d{2,5}$/.test(selected) && /socket|router|subscribe|stats|http/.test(key)
      ? 'port'
      : /^\d+(?:\.\d+){3}$/.test(selected)
        ? 'host'
        : `${key}-value`;
  const isFree = (name: string) =>
    !taken.has(name) && !isOwnName(name) && !Object.hasOwn(uwsgiLogVariables, name);
  let name = stem;
  for (let number = 2; !isFree(name); number += 1) name = `${stem}${number}`;
  return name;
}
