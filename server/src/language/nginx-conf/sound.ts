import type { ConfNode, NginxConf, StatementKind } from './conf.ts';
import type { NginxDirective } from './directives.ts';
import { inOrder } from './walk.ts';

/** A directive that nginx's own first checks let pass: it is known, in its place, with a fitting number of arguments. */
export interface SoundDirective {
  readonly node: ConfNode;
  /** The definition that counts; of several the core's. */
  readonly entry: NginxDirective;
}

/** A kind whose statements nginx's own first checks let pass. */
export interface SoundKind extends StatementKind {
  readonly entry: NginxDirective;
}

/** nginx looks at values only after name, place and number of arguments; so do the rules that read this. */
export function soundKinds(conf: NginxConf): readonly SoundKind[] {
  return conf.kinds.filter(isSound);
}

function isSound(kind: StatementKind): kind is SoundKind {
  return kind.entry !== undefined;
}

/** Those of one name, or of several, in the order of the file. */
export function soundNamed(
  conf: NginxConf,
  ...names: readonly string[]
): readonly SoundDirective[] {
  return directivesOf(soundKindsNamed(conf, names));
}

/** Those whose definition passes a test, which is asked once for each kind of statement. */
export function soundWhere(
  conf: NginxConf,
  test: (entry: NginxDirective) => boolean,
): readonly SoundDirective[] {
  return directivesOf(soundKinds(conf).filter(({ entry }) => test(entry)));
}

function directivesOf(kinds: readonly SoundKind[]): readonly SoundDirective[] {
  const [only, another] = kinds;
  if (only === undefined) return [];
  if (another === undefined) return only.nodes.map((node) => ({ node, entry: only.entry }));
  return inOrder(kinds).map((node) => ({ node, entry: node.kind.entry ?? only.entry }));
}

/** Rules ask for some hundred names, of which a file has a few. */
export function soundKindsNamed(conf: NginxConf, names: readonly string[]): readonly SoundKind[] {
  let named = byName.get(conf);
  if (named === undefined)
    byName.set(conf, (named = Map.groupBy(soundKinds(conf), ({ entry }) => entry.name)));
  const found = named;
  return names.flatMap((name) => found.get(name) ?? []);
}

const byName = new WeakMap<NginxConf, ReadonlyMap<string, readonly SoundKind[]>>();
