import type { ConfNode } from '../../nginx-conf/conf.ts';
import type { Word } from '../../nginx/tree.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { lastBegunBefore } from './place.ts';

/** A word of a statement. */
export interface WordPlace {
  readonly node: ConfNode;
  readonly word: Word;
  /** -1 for the name, else the index of the argument. */
  readonly index: number;
}

/** The word under an offset; between two words, the one behind which it stands. */
export function wordAt({ conf }: NginxFile, offset: number): WordPlace | undefined {
  let nodes: readonly ConfNode[] = conf.nodes;
  for (;;) {
    const node = lastBegunBefore(nodes, offset + 1);
    if (node === undefined) return undefined;
    const { name, args, end } = node.statement;
    if (end.kind === 'block' && offset > end.open) {
      nodes = node.children;
      continue;
    }
    const words = [name, ...args];
    const at = words.findLastIndex(({ span }) => span.start <= offset && offset <= span.end);
    const word = words[at];
    return word && { node, word, index: at - 1 };
  }
}
