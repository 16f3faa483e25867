import type { IniTree } from '../../ini/tree.ts';
import type { UwsgiFile } from '../../rules/inputs.ts';
import { span, textOf } from '../../text/span.ts';
import { logicBlocks } from '../../uwsgi/blocks.ts';
import { sectionParts } from '../../ini/section-parts.ts';
import type { Folding } from '../feature.ts';

/** Sections, blocks, runs of comment lines, and what stands between `# region` and `# endregion`. */
export function uwsgiFoldings({ tree }: UwsgiFile): readonly Folding[] {
  return [
    ...sections(tree),
    ...logicBlocks(tree).flatMap(({ from, to }) => between(tree, from, to, 'block')),
    ...comments(tree),
    ...regions(tree),
  ];
}

function sections(tree: IniTree): Folding[] {
  return sectionParts(tree).flatMap(({ header, from, to }) => {
    if (header === undefined) return [];
    // Comments right above the next header belong to that one, and blank lines to none.
    let end = to - 1;
    if (to < tree.lines.length) while (tree.lines[end]?.kind === 'comment') end -= 1;
    if (tree.lines[end]?.kind !== 'blank') end = to - 1;
    while (end >= from && tree.lines[end]?.kind === 'blank') end -= 1;
    return between(tree, from - 1, end, 'block');
  });
}

function comments(tree: IniTree): Folding[] {
  const foldings: Folding[] = [];
  for (let index = 0; index < tree.lines.length; index += 1) {
    const from = index;
    while (isProse(tree, index)) index += 1;
    if (index - from > 1) foldings.push(...between(tree, from, index - 1, 'comment'));
  }
  return foldings;
}

function isProse(tree: IniTree, index: number): boolean {
  const line = tree.lines[index];
  return line?.kind === 'comment' && regionMark(textOf(tree.text, line.content)) === undefined;
}

function regions(tree: IniTree): Folding[] {
  const foldings: Folding[] = [];
  const open: number[] = [];
  for (const [index, line] of tree.lines.entries()) {
    if (line.kind !== 'comment') continue;
    const mark = regionMark(textOf(tree.text, line.content));
    if (mark === 'start') open.push(index);
    const from = mark === 'end' ? open.pop() : undefined;
    if (from !== undefined) foldings.push(...between(tree, from, index, 'region'));
  }
  return foldings;
}

function regionMark(comment: string): 'start' | 'end' | undefined {
  if (/^[;#]\s*#?\s*region\b/.test(comment)) return 'start';
  return /^[;#]\s*#?\s*endregion\b/.test(comment) ? 'end' : undefined;
}

/** Both lines included; nothing to fold on a single one. */
function between(
  { lines, text }: IniTree,
  from: number,
  to: number,
  kind: Folding['kind'],
): Folding[] {
  const [first, last] = [lines[from], lines[to]];
  if (first === undefined || last === undefined || to <= from) return [];
  const { end } = last.span;
  return [{ span: span(first.span.start, text.charAt(end - 1) === '\n' ? end - 1 : end), kind }];
}
