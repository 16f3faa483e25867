import type { NginxTree, Statement } from '../nginx/tree.ts';
import { allowedIn, opensIn } from './candidates.ts';
import type { ConfNode, NginxConf } from './conf.ts';
import { directivesNamed, isNginxContext, type NginxContext } from './directives.ts';
import { declaredContexts, inferContexts, isMain } from './infer-contexts.ts';
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
  const nodes = readNodes(tree, rawBody === undefined ? topContexts : []);
  return { kind: main ? 'main' : 'fragment', topContexts, rawBody, nodes };
}

function topContextsOf(
  tree: NginxTree,
  main: boolean,
  { topContexts = [] }: ReadConfOptions,
): readonly NginxContext[] {
  const declared = declaredContexts(tree);
  if (declared.length > 0) return declared;
  if (main) return ['main'];
  return topContexts.length > 0 ? topContexts : inferContexts(tree.statements);
}

interface MutableNode extends ConfNode {
  readonly children: MutableNode[];
}

interface PendingBlock {
  readonly statements: readonly Statement[];
  readonly contexts: readonly NginxContext[];
  readonly raw: boolean;
  readonly parent: MutableNode | undefined;
  readonly into: MutableNode[];
}

function readNodes(tree: NginxTree, contexts: readonly NginxContext[]): readonly ConfNode[] {
  const nodes: MutableNode[] = [];
  const raw = contexts.length === 0;
  const pending: PendingBlock[] = [
    { statements: tree.statements, contexts, raw, parent: undefined, into: nodes },
  ];
  for (let block = pending.pop(); block; block = pending.pop()) {
    for (const whole of block.statements) {
      const parts = block.raw ? [whole] : splitRunOn(tree.text, whole, block.contexts);
      for (const statement of parts) {
        const node = readNode(statement, block);
        block.into.push(node);
        if (statement.end.kind !== 'block' || statement.end.statements.length === 0) continue;
        const inside = openedContexts(node);
        pending.push({
          statements: statement.end.statements,
          contexts: inside,
          raw: inside.length === 0,
          parent: node,
          into: node.children,
        });
      }
    }
  }
  return nodes;
}

function readNode(statement: Statement, { contexts, raw, parent }: PendingBlock): MutableNode {
  const known = raw ? [] : directivesNamed(statement.name.value);
  const opens = statement.end.kind === 'block' ? opened(known, contexts) : undefined;
  return { statement, contexts, known, opens, parent, children: [] };
}

/** Contexts divided by `|` when a fragment leaves several; `raw:unknown` when nothing is known of the block. */
function opened(known: ConfNode['known'], contexts: ConfNode['contexts']): string {
  const blocks = known.filter(({ block }) => block);
  const here = contexts.flatMap((context) =>
    blocks
      .filter((entry) => allowedIn(entry, context))
      .flatMap((entry) => opensIn(entry, context) ?? []),
  );
  if (here.length > 0) return [...new Set(here)].join('|');
  // A block in a wrong place still shows what it is meant to be, so that its body can be checked.
  const elsewhere = blocks.flatMap((entry) => entry.opens?.split('|') ?? []);
  return elsewhere.length > 0 ? [...new Set(elsewhere)].join('|') : 'raw:unknown';
}

/** The same list for the same text, so that what is found out for one block serves all blocks of its kind. */
function openedContexts({ opens = '' }: ConfNode): readonly NginxContext[] {
  let contexts = contextLists.get(opens);
  if (contexts === undefined)
    contextLists.set(opens, (contexts = opens.split('|').filter(isNginxContext)));
  return contexts;
}

/** Their number is bounded: a text is a choice of the contexts that one name opens. */
const contextLists = new Map<string, readonly NginxContext[]>();
