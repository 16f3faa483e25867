import type { EntryLine } from '../../ini/tree.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { allOptions } from '../../uwsgi/lookup.ts';
import { type UwsgiOption, uwsgiOption } from '../../uwsgi/options.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import type { Hover } from '../feature.ts';
import { bullets, codeSpan, paragraphs } from '../markdown.ts';
import { entryOf } from './ini-place.ts';
import { manualPage } from './manual.ts';
import { optionMarkdown } from './option-markdown.ts';
import { where } from './where.ts';

/** An option: what it does, and what becomes of this line. A variable: its value and who uses it. */
export function keyHover(view: UwsgiView, line: EntryLine): Hover {
  const option = uwsgiOption(line.key);
  const here = bullets(option ? optionHere(view, line, option) : []);
  const markdown = option
    ? paragraphs(here, optionMarkdown(option, view.around.installed.uwsgi))
    : variableMarkdown(view, line);
  return { span: line.keySpan, markdown };
}

function optionHere(view: UwsgiView, line: EntryLine, option: UwsgiOption): readonly string[] {
  const own = entryOf(view, line);
  if (own === undefined) return [];
  const value =
    own.value === line.value
      ? []
      : [`Value here: ${codeSpan(own.value)}${own.known ? '' : ', as far as the files decide it'}`];
  const conditional = own.conditional ? ['Counts only when its block does.'] : [];
  return [...value, ...conditional, ...repetition(view, line, option)];
}

function repetition(view: UwsgiView, line: EntryLine, option: UwsgiOption): readonly string[] {
  if (option.type.startsWith('logic') || option.repeat === 'none') return [];
  const all = allOptions(view.effective, option.name);
  const distinct = all.filter(
    (entry, at) => all.findIndex((other) => other.line === entry.line) === at,
  );
  if (distinct.length < 2) return [];
  if (option.repeat === 'append') return [`One of ${distinct.length} lines that add up.`];
  const last = distinct.at(-1);
  if (last === undefined) return [];
  if (last.line !== line) {
    return [`**Overridden** by ${where(view, last.path, last.line.keySpan.start)}.`];
  }
  const before = distinct
    .slice(0, -1)
    .slice(0, 5)
    .map((entry) => where(view, entry.path, entry.line.keySpan.start));
  return [`Overrides ${before.join(', ')}.`];
}

function variableMarkdown(view: UwsgiView, line: EntryLine): string {
  const { key } = line;
  const own = entryOf(view, line);
  const uses = countUses(view, key);
  const all = view.effective.byKey.get(key) ?? [];
  const first = all[0];
  const used = uses === 0 ? 'not used in this file' : `used ${times(uses)} in this file`;
  const shown =
    own === undefined || own.value === line.value
      ? undefined
      : `Value: ${codeSpan(own.value)}${own.known ? '' : ', as far as the files decide it'}`;
  const hidden =
    first === undefined || first.line === line
      ? undefined
      : `As a placeholder the first one counts, in ${where(view, first.path, first.line.keySpan.start)}.`;
  return paragraphs(
    `**${codeSpan(key)}** · a variable, ${used}`,
    'No option of uWSGI has this name, so it only serves as a placeholder:',
    codeSpan(`%(${key})`),
    shown,
    hidden,
    manualPage('Placeholders', 'Configuration'),
  );
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function countUses({ text, tree }: UwsgiView, name: string): number {
  if (!text.includes(name)) return 0;
  return tree.lines
    .filter(({ kind }) => kind === 'entry')
    .flatMap((line) => placeholdersIn(text, line.span))
    .flatMap(({ sign, tokens }) => (sign === '%' ? tokens : []))
    .filter((token) => token.kind === 'name' && token.text === name).length;
}
