import type { ConfNode, NginxConf } from './conf.ts';
import { mayOpen } from './may-open.ts';
import { type SoundKind, soundKindsNamed } from './sound.ts';
import { ancestors, inOrder } from './walk.ts';

/**
 * Statements of these names in a file, in its order, as far as nginx's own first checks let them pass. What a template
 * fills in is left out, and so is what stands in `stream` or `mail`.
 */
export function statementsNamed(conf: NginxConf, ...names: readonly string[]): readonly ConfNode[] {
  return inOrder(soundKindsNamed(conf, names).filter(isOfHttp));
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

function isOfHttp({ entry: { module }, templated }: SoundKind): boolean {
  if (templated || /^ngx_(?:stream|mail)_/.test(module.name)) return false;
  return module.status === 'core' || module.status === 'removed';
}
