import type { EntryLine, IniTree } from '../ini/tree.ts';
import { uwsgiOption } from './options.ts';

/** An `if-…` or `for…` and the line that closes it. Indices count the lines of the tree. */
export interface LogicBlock {
  readonly opener: EntryLine;
  readonly from: number;
  /** Index of the closer. */
  readonly to: number;
}

/**
 * The blocks that stand whole in one part of a section, in order. They do not nest, and any closer ends any of them
 * (core/config.c). One that is never closed swallows the rest of the configuration; it is left out here.
 */
export function logicBlocks({ lines }: IniTree): readonly LogicBlock[] {
  const blocks: LogicBlock[] = [];
  let open: { readonly opener: EntryLine; readonly from: number } | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'section') open = undefined;
    if (line.kind !== 'entry') continue;
    if (opensBlock(line)) {
      open = { opener: line, from: index };
    } else if (closesBlock(line) && open !== undefined) {
      blocks.push({ ...open, to: index });
      open = undefined;
    }
  }
  return blocks;
}

export function opensBlock({ key }: EntryLine): boolean {
  return uwsgiOption(key)?.type === 'logic';
}

/** `end` closes too, although it is no option. */
export function closesBlock({ key }: EntryLine): boolean {
  return key === 'end' || uwsgiOption(key)?.type === 'logic-end';
}
