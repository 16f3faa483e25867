import type { NginxTree } from '../../nginx/tree.ts';
import { indexLines, lineAt, type LineIndex } from '../../text/line-index.ts';

/** 1-based line of an offset, as people count. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
    line++;
  return line;
}

/** The same for many offsets of one file, without a walk through the text for each. */
export function lineIn(tree: NginxTree, offset: number): number {
  let lines = known.get(tree);
  if (lines === undefined) known.set(tree, (lines = indexLines(tree.text)));
  return lineAt(lines, offset) + 1;
}

const known = new WeakMap<NginxTree, LineIndex>();
