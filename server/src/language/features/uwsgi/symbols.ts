import type { EntryLine, IniLine, IniTree, SectionLine } from '../../ini/tree.ts';
import type { UwsgiFile } from '../../rules/inputs.ts';
import { span } from '../../text/span.ts';
import { logicBlocks } from '../../uwsgi/blocks.ts';
import { uwsgiOption } from '../../uwsgi/options.ts';
import { sectionParts } from '../../ini/section-parts.ts';
import type { DocumentSymbol } from '../feature.ts';

/** Sections with their lines; the value stands as detail, and a block holds the lines that depend on it. */
export function uwsgiSymbols({ tree }: UwsgiFile): readonly DocumentSymbol[] {
  const blocks = new Map(logicBlocks(tree).map((block) => [block.from, block.to]));
  return sectionParts(tree).flatMap(({ header, from, to }) => {
    const children = symbolsOf(tree, from, to, blocks);
    return header === undefined ? children : [sectionSymbol(tree, header, from, to, children)];
  });
}

function sectionSymbol(
  tree: IniTree,
  header: SectionLine,
  from: number,
  to: number,
  children: readonly DocumentSymbol[],
): DocumentSymbol {
  const last = tree.lines.slice(from, to).findLast(({ kind }) => kind !== 'blank');
  return {
    name: header.name === '' ? '[]' : header.name,
    detail: '',
    kind: 'section',
    span: span(header.header.start, last === undefined ? header.header.end : endOf(tree, last)),
    nameSpan: header.header,
    children,
  };
}

/** Lines from `from` to `to` without it; blocks do not nest. */
function symbolsOf(
  tree: IniTree,
  from: number,
  to: number,
  blocks: ReadonlyMap<number, number>,
): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  for (let index = from; index < to; index += 1) {
    const line = tree.lines[index];
    if (line?.kind !== 'entry') continue;
    const closer = blocks.get(index);
    if (closer === undefined || closer >= to) {
      symbols.push(...entrySymbol(tree, line));
      continue;
    }
    const end = tree.lines[closer] ?? line;
    const children = symbolsOf(tree, index + 1, closer, new Map());
    const whole = span(line.keySpan.start, endOf(tree, end));
    symbols.push({ ...symbol(line, 'block', whole), children });
    index = closer;
  }
  return symbols;
}

function entrySymbol(tree: IniTree, line: EntryLine): DocumentSymbol[] {
  const option = uwsgiOption(line.key);
  // A key without text has no name to show; a lone closer names nothing.
  if (line.key === '' || option?.type === 'logic-end') return [];
  const whole = span(line.keySpan.start, endOf(tree, line));
  return [symbol(line, option === undefined ? 'variable' : 'option', whole)];
}

function symbol(
  { key, keySpan, value }: EntryLine,
  kind: DocumentSymbol['kind'],
  whole: DocumentSymbol['span'],
): DocumentSymbol {
  const detail = value.replaceAll(/\s+/g, ' ');
  const short = detail.length > 80 ? `${detail.slice(0, 79)}…` : detail;
  return { name: key, detail: short, kind, span: whole, nameSpan: keySpan, children: [] };
}

function endOf({ text }: IniTree, line: IniLine): number {
  if (line.kind === 'entry') return Math.max(line.keySpan.end, line.valueSpan.end);
  const { start, end } = line.span;
  return text.charAt(end - 1) === '\n' ? Math.max(start, end - 1) : end;
}
