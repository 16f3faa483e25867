import { entriesIn } from './candidates.ts';
import type { ConfNode, NginxConf } from './conf.ts';
import { arityAllows, type NginxDirective } from './directives.ts';
import { isTemplated, isTemplatedStatement } from './template.ts';
import { nodesOf } from './walk.ts';

/** A directive that nginx's own first checks let pass: it is known, in its place, with a fitting number of arguments. */
export interface SoundDirective {
  readonly node: ConfNode;
  /** The definition that counts; of several the core's. */
  readonly entry: NginxDirective;
}

/** nginx looks at values only after name, place and number of arguments; so do the rules that read this. */
export function soundDirectives(conf: NginxConf): readonly SoundDirective[] {
  const known = memo.get(conf);
  if (known !== undefined) return known;
  const found: SoundDirective[] = [];
  for (const node of nodesOf(conf)) {
    const entry = soundEntry(node);
    if (entry) found.push({ node, entry });
  }
  memo.set(conf, found);
  return found;
}

/** A reading never changes, and many rules ask for the same list. */
const memo = new WeakMap<NginxConf, readonly SoundDirective[]>();

/** Those of one name, or of several, in the order of the file. */
export function soundNamed(
  conf: NginxConf,
  ...names: readonly string[]
): readonly SoundDirective[] {
  const named = namesIn(conf);
  return merged(names.flatMap((name) => (named.has(name) ? [named.get(name) ?? []] : [])));
}

/** Those whose name passes a test, which is asked once for each name of the file. */
export function soundWhere(
  conf: NginxConf,
  test: (name: string) => boolean,
): readonly SoundDirective[] {
  return merged([...namesIn(conf)].flatMap(([name, list]) => (test(name) ? [list] : [])));
}

function merged(lists: readonly (readonly SoundDirective[])[]): readonly SoundDirective[] {
  if (lists.length <= 1) return lists[0] ?? [];
  return lists.flat().sort((a, b) => a.node.statement.span.start - b.node.statement.span.start);
}

function namesIn(conf: NginxConf): ReadonlyMap<string, readonly SoundDirective[]> {
  let named = byName.get(conf);
  if (named === undefined)
    byName.set(conf, (named = Map.groupBy(soundDirectives(conf), ({ entry }) => entry.name)));
  return named;
}

const byName = new WeakMap<NginxConf, ReadonlyMap<string, readonly SoundDirective[]>>();

export function soundEntry(node: ConfNode): NginxDirective | undefined {
  const { statement, known, contexts } = node;
  const entries = entriesIn(known, contexts);
  if (entries.length === 0 || isTemplated(statement.name)) return undefined;
  const isBlock = statement.end.kind === 'block';
  let first: NginxDirective | undefined;
  for (const entry of entries) {
    if (entry.block !== isBlock) continue;
    if (!arityAllows(entry.args, statement.args.length) && !isTemplatedStatement(statement))
      continue;
    if (entry.module.status === 'core') return entry;
    first ??= entry;
  }
  return first;
}
