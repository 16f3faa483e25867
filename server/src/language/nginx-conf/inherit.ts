import type { Word } from '../nginx/tree.ts';
import type { ConfNode } from './conf.ts';
import { ancestors } from './walk.ts';

/** The statements of a block by their name, in order; without those that nginx refuses anyway. */
export function childrenNamed(block: ConfNode, name: string): readonly ConfNode[] {
  let names = memo.get(block);
  if (names === undefined) {
    names = new Map();
    for (const child of block.children) {
      if (child.kind.entry === undefined) continue;
      const own = child.statement.name.value;
      const list = names.get(own);
      if (list) list.push(child);
      else names.set(own, [child]);
    }
    memo.set(block, names);
  }
  return names.get(name) ?? [];
}

const memo = new WeakMap<ConfNode, Map<string, ConfNode[]>>();

/** The statement that counts in a block: its own, else the one of the nearest block around that has any. */
export function settingIn(block: ConfNode, name: string): ConfNode | undefined {
  for (const level of levels(block)) {
    const [own] = childrenNamed(level, name);
    if (own) return own;
  }
  return undefined;
}

export function argumentIn(block: ConfNode, name: string): Word | undefined {
  return settingIn(block, name)?.statement.args[0];
}

/**
 * Whether all that a block inherits stands in this file: the blocks around go up to `http` or `stream`, and no file is
 * included on the way that could set something.
 */
export function isSelfContained(block: ConfNode): boolean {
  let top = block;
  for (const level of levels(block)) {
    top = level;
    if (childrenNamed(level, 'include').some((one) => !setsNothing(one))) return false;
  }
  return top.opens === 'http' || top.opens === 'stream';
}

/** Files that every distribution brings: parameters of one protocol, types of files. */
const harmless = /(?:^|\/)(?:mime\.types|(?:fastcgi|uwsgi|scgi)_params|fastcgi\.conf)$/;

function setsNothing({ statement }: ConfNode): boolean {
  return harmless.test(statement.args[0]?.value ?? '');
}

function* levels(block: ConfNode): Generator<ConfNode> {
  yield block;
  yield* ancestors(block);
}
