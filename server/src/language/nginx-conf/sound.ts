import { allowedIn } from './candidates.ts';
import type { ConfNode, NginxConf } from './conf.ts';
import { arityAllows, type NginxDirective } from './directives.ts';
import { isTemplated, isTemplatedStatement } from './template.ts';
import { walkNodes } from './walk.ts';

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
  for (const node of walkNodes(conf.nodes)) {
    const entry = soundEntry(node);
    if (entry) found.push({ node, entry });
  }
  memo.set(conf, found);
  return found;
}

/** A reading never changes, and many rules ask for the same list. */
const memo = new WeakMap<NginxConf, readonly SoundDirective[]>();

export function soundEntry(node: ConfNode): NginxDirective | undefined {
  const { statement, known, contexts } = node;
  if (contexts.length === 0 || isTemplated(statement.name)) return undefined;
  const isBlock = statement.end.kind === 'block';
  const fitting = known.filter(
    (entry) =>
      entry.block === isBlock &&
      contexts.some((context) => allowedIn(entry, context)) &&
      (isTemplatedStatement(statement) || arityAllows(entry.args, statement.args.length)),
  );
  return fitting.find(({ module }) => module.status === 'core') ?? fitting[0];
}
