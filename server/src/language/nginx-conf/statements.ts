import type { ConfNode, NginxConf } from './conf.ts';
import { mayOpen } from './may-open.ts';
import { soundDirectives } from './sound.ts';
import { isTemplatedStatement } from './template.ts';
import { ancestors } from './walk.ts';

/**
 * Statements of these names in a file, in its order, as far as nginx's own first checks let them pass. What a template
 * fills in is left out, and so is what stands in `stream` or `mail`.
 */
export function statementsNamed(conf: NginxConf, ...names: readonly string[]): readonly ConfNode[] {
  const byName = statementsByName(conf);
  const [first = ''] = names;
  if (names.length === 1) return byName.get(first) ?? [];
  return names
    .flatMap((name) => byName.get(name) ?? [])
    .sort((a, b) => a.statement.span.start - b.statement.span.start);
}

/** Children of these names, whether they are sound or not. */
export function childrenNamed(
  { children }: Pick<ConfNode, 'children'>,
  ...names: readonly string[]
): readonly ConfNode[] {
  return children.filter(({ statement }) => names.includes(statement.name.value));
}

/** Words behind the name, as nginx stores them. */
export function valuesOf({ statement }: ConfNode): readonly string[] {
  return statement.args.map(({ value }) => value);
}

/** The `server` block of http that a statement stands in, however deep. */
export function serverAround(node: ConfNode): ConfNode | undefined {
  for (const block of ancestors(node)) if (mayOpen(block, 'server')) return block;
  return undefined;
}

function statementsByName(conf: NginxConf): ReadonlyMap<string, readonly ConfNode[]> {
  const known = memo.get(conf);
  if (known !== undefined) return known;
  const found = new Map<string, ConfNode[]>();
  for (const { node, entry } of soundDirectives(conf)) {
    if (entry.module.status !== 'core' && entry.module.status !== 'removed') continue;
    if (/^ngx_(?:stream|mail)_/.test(entry.module.name)) continue;
    if (isTemplatedStatement(node.statement)) continue;
    const list = found.get(entry.name);
    if (list === undefined) found.set(entry.name, [node]);
    else list.push(node);
  }
  memo.set(conf, found);
  return found;
}

/** A reading of a file never changes, and many rules ask. */
const memo = new WeakMap<NginxConf, ReadonlyMap<string, readonly ConfNode[]>>();
