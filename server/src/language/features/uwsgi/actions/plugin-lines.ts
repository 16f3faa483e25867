import { lineIndexAt } from '../../../ini/line-at.ts';
import type { EntryLine, IniLine } from '../../../ini/tree.ts';
import type { UwsgiView } from '../../../rules/inputs.ts';
import { span } from '../../../text/span.ts';
import { uwsgiOption } from '../../../uwsgi/options.ts';
import type { Action } from '../../feature.ts';
import { edit, lineBreakOf } from './edit.ts';

/** Neighbouring `plugins` lines as one, or the plugins of one line on a line each. uWSGI loads them in the same order. */
export function pluginLines(view: UwsgiView, line: EntryLine): readonly Action[] {
  if (!isList(line)) return [];
  return [...join(view, line), ...split(view, line)];
}

function join(view: UwsgiView, line: EntryLine): readonly Action[] {
  const { lines } = view.tree;
  const isLike = (other: IniLine | undefined) => isList(other) && sameNeed(other, line);
  let from = lineIndexAt(lines, line.span.start);
  let to = from + 1;
  while (isLike(lines[from - 1])) from -= 1;
  while (isLike(lines[to])) to += 1;
  const group = lines.slice(from, to).filter((one) => isList(one));
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined || group.length < 2) return [];
  const value = group.flatMap(({ value }) => items(value)).join(',');
  // The plural of the same option.
  const key = first.key.endsWith('s') ? first.key : `${first.key}s`;
  const whole = span(first.keySpan.start, last.valueSpan.end);
  return [
    {
      title: `Join the ${key} lines`,
      kind: 'refactor.rewrite',
      edits: [edit(view, whole, `${key} = ${value}`)],
    },
  ];
}

function split(view: UwsgiView, line: EntryLine): readonly Action[] {
  const names = items(line.value);
  if (names.length < 2) return [];
  const indent = view.text.slice(line.span.start, line.keySpan.start);
  const newText = names
    .map((name) => `${line.key} = ${name}`)
    .join(`${lineBreakOf(view, line)}${indent}`);
  return [
    {
      title: `Write each plugin on a line of its own`,
      kind: 'refactor.rewrite',
      edits: [edit(view, span(line.keySpan.start, line.valueSpan.end), newText)],
    },
  ];
}

function isList(line: IniLine | undefined): line is EntryLine {
  return (
    line?.kind === 'entry' &&
    line.joined.length === 0 &&
    uwsgiOption(line.key)?.handler === 'load_plugin' &&
    items(line.value).length > 0 &&
    // A blank in front of a comma is a part of the name.
    !/[ \t],|["']/.test(line.value)
  );
}

/** `need-plugin` is another option: uWSGI does not start without its plugins. */
function sameNeed(one: EntryLine, other: EntryLine): boolean {
  return one.key.startsWith('need') === other.key.startsWith('need');
}

function items(value: string): readonly string[] {
  return value.split(',').flatMap((item) => {
    const name = item.replace(/^[ \t]+/, '');
    return name === '' ? [] : [name];
  });
}
