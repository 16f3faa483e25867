import type { ConfNode } from '../nginx-conf/conf.ts';
import type { NginxFile } from '../rules/inputs.ts';
import { matchingFiles } from '../stack/includes.ts';
import { dirname } from '../text/path.ts';

/** A statement where nginx reads it: the statements of an included file stand in place of the `include`. */
export interface JoinedNode {
  /** File that the statement is written in. */
  readonly path: string;
  readonly node: ConfNode;
  readonly name: string;
  readonly args: readonly string[];
  readonly block: boolean;
  readonly parent: JoinedNode | undefined;
  readonly children: readonly JoinedNode[];
}

interface MutableNode extends JoinedNode {
  readonly children: JoinedNode[];
}

/** A file may be included many times, and each of those times bring in others: that could grow without end. */
const nodeLimit = 200_000;

/** All that nginx reads when it is started with `main`, as one tree. Files that are not known are left out. */
export function joinConf(
  main: NginxFile,
  files: ReadonlyMap<string, NginxFile>,
): readonly JoinedNode[] {
  const base = dirname(main.path);
  const matched = new Map<string, readonly string[]>();
  const matching = (pattern: string) => {
    const known = matched.get(pattern) ?? matchingFiles(files.keys(), base, pattern);
    matched.set(pattern, known);
    return known;
  };
  const top: JoinedNode[] = [];
  let count = 0;
  // Depth first and in order: what is pushed last is read first.
  const waiting: Waiting[] = [];
  const push = (
    nodes: readonly ConfNode[],
    path: string,
    parent: MutableNode | undefined,
    trail: Trail | undefined,
  ) => {
    for (let at = nodes.length - 1; at >= 0; at--) {
      const node = nodes[at];
      if (node !== undefined) waiting.push({ node, path, parent, trail });
    }
  };
  push(main.conf.nodes, main.path, undefined, { path: main.path, up: undefined });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, path, parent, trail } = next;
    if (++count > nodeLimit) break;
    const { statement } = node;
    const [first] = statement.args;
    if (statement.name.value === 'include' && first !== undefined) {
      for (const file of [...matching(first.value)].reverse())
        // nginx itself dies of a file that includes itself.
        if (!isOn(trail, file))
          push(files.get(file)?.conf.nodes ?? [], file, parent, { path: file, up: trail });
      continue;
    }
    const joined: MutableNode = {
      path,
      node,
      name: statement.name.value,
      args: statement.args.map(({ value }) => value),
      block: statement.end.kind === 'block',
      parent,
      children: [],
    };
    (parent?.children ?? top).push(joined);
    push(node.children, path, joined, trail);
  }
  return top;
}

interface Waiting {
  readonly node: ConfNode;
  readonly path: string;
  readonly parent: MutableNode | undefined;
  /** The files whose includes have led here. */
  readonly trail: Trail | undefined;
}

interface Trail {
  readonly path: string;
  readonly up: Trail | undefined;
}

function isOn(trail: Trail | undefined, path: string): boolean {
  for (let step = trail; step !== undefined; step = step.up) if (step.path === path) return true;
  return false;
}

export function named(nodes: readonly JoinedNode[], name: string): readonly JoinedNode[] {
  return nodes.filter((node) => node.name === name);
}

/** Where the statement itself is written, without the body of a block. */
export function placeOfNode({ path, node }: JoinedNode) {
  const { name, args } = node.statement;
  const last = args.at(-1) ?? name;
  return { path, span: { start: name.span.start, end: last.span.end } };
}

/** As the file writes it, on one line. */
export function titleOf({ name, args }: JoinedNode): string {
  const text = [name, ...args].join(' ').replace(/\s+/g, ' ');
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
