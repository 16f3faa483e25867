import type { ConfNode } from './conf.ts';
import { mayOpen } from './may-open.ts';

/**
 * Whether nginx looks for variables in a word of a statement: `index` is that of the argument, -1 for the name. In a
 * regular expression a `$` is the end of the text, and what is read once, at start, takes a `$` as it is.
 */
export function mayHoldVariables(
  { statement, contexts, parent }: ConfNode,
  index: number,
): boolean {
  const { name, args } = statement;
  if (contexts.length === 0) {
    // Of the bodies that hold data only the values of `map` are more than plain text.
    if (name.value === 'include' || index < 0) return false;
    return parent === undefined || !plainBodies.test(parent.opens ?? '');
  }
  if (index < 0 || literal.has(name.value)) return false;
  const value = args[index]?.value ?? '';
  switch (name.value) {
    case 'rewrite':
      return index > 0;
    case 'if':
      return !/^!?~\*?$/.test(args[index - 1]?.value ?? '');
    case 'server':
      return parent === undefined || !mayOpen(parent, 'upstream');
    default:
      return !value.startsWith('~');
  }
}

const plainBodies = /^raw:(?:geo|split-clients|mime-map|charset-map|lua)/;

const literal: ReadonlySet<string> = new Set([
  ...['include', 'location', 'listen', 'upstream', 'server_name', 'load_module', 'user', 'pid'],
  ...['lock_file', 'error_log', 'env', 'thread_pool', 'valid_referers', 'limit_except', 'types'],
  ...['proxy_pass_header', 'proxy_hide_header', 'resolver', 'worker_processes'],
]);
