import { uwsgiLogVariables } from '../../data/uwsgi-log-variables.extra.ts';
import { uwsgiMagic } from '../../data/uwsgi-magic.extra.ts';
import type { EntryLine } from '../../ini/tree.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { type Span, span } from '../../text/span.ts';
import type { CompletionItem } from '../feature.ts';
import { codeSpan } from '../markdown.ts';
import { isLogFormat } from './hover-reference.ts';

/** Inside `%(`, or behind a lone `%`; undefined where the cursor is in neither. */
export function referenceCompletion(
  view: UwsgiView,
  line: EntryLine,
  offset: number,
): readonly CompletionItem[] | undefined {
  const before = view.text.slice(line.valueSpan.start, offset);
  const open = /%\((?:[^()]* )?([^() ]*)$/.exec(before);
  if (open !== null && !isEscaped(before, open.index)) {
    return names(view, line, nameSpan(view, line, offset - (open[1] ?? '').length, offset));
  }
  if (before.endsWith('%') && !isEscaped(before, before.length - 1)) {
    return magic(span(offset - 1, offset));
  }
  return undefined;
}

/** uWSGI walks in pairs: a `%` that is the second of one begins none. */
function isEscaped(before: string, at: number): boolean {
  const run = /%*$/.exec(before.slice(0, at))?.[0] ?? '';
  return run.length % 2 === 1;
}

function nameSpan({ text }: UwsgiView, line: EntryLine, start: number, offset: number): Span {
  const rest = /^[^()% \t\r\n]*/.exec(text.slice(offset, line.valueSpan.end))?.[0] ?? '';
  return span(start, offset + rest.length);
}

function names(view: UwsgiView, line: EntryLine, replace: Span): readonly CompletionItem[] {
  const close = view.text.charAt(replace.end) === ')' ? '' : ')';
  const items: CompletionItem[] = [];
  for (const [name, [first]] of view.effective.byKey) {
    if (first === undefined || first.line === line || /[()%\s]/.test(name) || name === '') continue;
    items.push({
      label: name,
      kind: 'variable',
      replace,
      insert: `${name}${close}`,
      detail: first.value.length > 60 ? `${first.value.slice(0, 60)}…` : first.value,
      sort: first.option === undefined ? '1' : '2',
    });
  }
  if (!isLogFormat(line)) return items;
  const logged = Object.entries(uwsgiLogVariables).map(([name, text]): CompletionItem => ({
    label: name,
    kind: 'variable',
    replace,
    insert: `${name}${close}`,
    detail: text.replaceAll('`', ''),
    sort: '0',
  }));
  return [...logged, ...items];
}

function magic(replace: Span): readonly CompletionItem[] {
  const rows = [
    ['%(', 'the value of an option or variable'] as const,
    ['%%', 'one percent sign'] as const,
    ...Object.entries(uwsgiMagic).map(([letter, text]) => [`%${letter}`, text] as const),
  ];
  return rows.map(([label, text], at) => ({
    label,
    kind: 'variable',
    replace,
    insert: label,
    detail: text.replaceAll('`', ''),
    markdown: `${codeSpan(label)}: ${text}.`,
    sort: String(at).padStart(3, '0'),
    retrigger: label === '%(',
  }));
}
