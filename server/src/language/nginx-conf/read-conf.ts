import type { NginxTree, Statement } from '../nginx/tree.ts';
import type { ConfNode, NginxConf, StatementKind } from './conf.ts';
import { isNginxContext, type NginxContext } from './directives.ts';
import { declaredContexts, inferContexts, isMain } from './infer-contexts.ts';
import { createKinds, type OpenKind } from './kinds.ts';
import { mayOpen } from './may-open.ts';
import { rawBodyOf } from './raw-body.ts';
import { splitRunOn } from './run-on.ts';

export interface ReadConfOptions {
  /** Where the file is included, when the includers are known. A comment in the file itself weighs more. */
  readonly topContexts?: readonly NginxContext[];
}

/** Gives each statement of a file the contexts that it stands in, and takes run-on statements apart. */
export function readConf(tree: NginxTree, options: ReadConfOptions = {}): NginxConf {
  const main = isMain(tree.statements);
  const topContexts = topContextsOf(tree, main, options);
  const rawBody = main ? undefined : rawBodyOf(tree.statements);
  return {
    ...{ kind: main ? 'main' : 'fragment', topContexts, rawBody },
    ...readNodes(tree, rawBody === undefined ? topContexts : []),
  };
}

function topContextsOf(
  tree: NginxTree,
  main: boolean,
  { topContexts = [] }: ReadConfOptions,
): readonly NginxContext[] {
  const declared = declaredContexts(tree);
  if (declared.length > 0) return declared;
  if (main) return ofMain;
  return topContexts.length > 0 ? topContexts : inferContexts(tree.statements);
}

const ofMain: readonly NginxContext[] = ['main'];

class Node implements ConfNode {
  readonly statement: Statement;
  readonly kind: StatementKind;
  readonly parent: Node | undefined;
  readonly children: Node[];
  readonly inStream: boolean;
  constructor(statement: Statement, kind: StatementKind, parent: Node | undefined) {
    this.statement = statement;
    this.kind = kind;
    this.parent = parent;
    this.inStream = parent !== undefined && (parent.inStream || mayOpen(parent, 'stream'));
    this.children = kind.end === 'block' ? [] : none;
  }
  get contexts() {
    return this.kind.contexts;
  }
  get known() {
    return this.kind.known;
  }
  get opens() {
    return this.kind.opens;
  }
}

/** Of all that have no block; nothing is ever put in. */
const none: Node[] = [];

interface OpenBlock {
  readonly statements: readonly Statement[];
  /** Of the statements, the next to read. */
  at: number;
  readonly contexts: readonly NginxContext[];
  readonly parent: Node | undefined;
  readonly into: Node[];
}

/** In the order of the file, and without a recursion: nesting is the writer's choice. */
function readNodes(
  { text, statements }: NginxTree,
  contexts: readonly NginxContext[],
): Pick<NginxConf, 'nodes' | 'all' | 'kinds'> {
  const nodes: Node[] = [];
  const all: Node[] = [];
  const { kinds, kindOf } = createKinds(text);
  const open: OpenBlock[] = [{ statements, at: 0, contexts, parent: undefined, into: nodes }];
  const add = (statement: Statement, block: OpenBlock, kind: OpenKind) => {
    const node = new Node(statement, kind, block.parent);
    block.into.push(node);
    all.push(node);
    kind.nodes.push(node);
    if (statement.end.kind !== 'block' || statement.end.statements.length === 0) return;
    open.push({
      ...{ statements: statement.end.statements, at: 0, parent: node, into: node.children },
      contexts: openedContexts(kind.opens ?? ''),
    });
  };
  for (let block = open.at(-1); block; block = open.at(-1)) {
    const whole = block.statements[block.at++];
    if (whole === undefined) {
      open.pop();
      continue;
    }
    const kind = kindOf(whole, block.contexts);
    if (block.contexts.length === 0 || isWhole(kind)) add(whole, block, kind);
    else
      for (const part of splitRunOn(text, whole, block.contexts))
        add(part, block, part === whole ? kind : kindOf(part, block.contexts));
  }
  return { nodes, all, kinds: kinds.filter((kind) => kind.nodes.length > 0) };
}

/** Whether such statements have swallowed none: `listen` takes any number of words. */
function isWhole({ name, entry, templated }: StatementKind): boolean {
  return entry !== undefined && !templated && name !== 'listen';
}

/** The same list for the same text, so that what is found out for one block serves all blocks of its kind. */
function openedContexts(opens: string): readonly NginxContext[] {
  let contexts = contextLists.get(opens);
  if (contexts === undefined)
    contextLists.set(opens, (contexts = opens.split('|').filter(isNginxContext)));
  return contexts;
}

/** Their number is bounded: a text is a choice of the contexts that one name opens. */
const contextLists = new Map<string, readonly NginxContext[]>();
