import type { Statement } from '../nginx/tree.ts';
import {
  arityAllows,
  directivesNamed,
  type NginxContext,
  type NginxDirective,
} from './directives.ts';
import { isTemplatedStatement } from './template.ts';

/** Entries of the table that a statement can be meant as: right terminator and number of arguments. */
export function fittingEntries(statement: Statement): readonly NginxDirective[] {
  const block = statement.end.kind === 'block';
  return directivesNamed(statement.name.value).filter(
    (entry) =>
      entry.block === block &&
      (isTemplatedStatement(statement) || arityAllows(entry.args, statement.args.length)),
  );
}

/** Those of the entries of a name that one of the contexts allows. */
export function entriesIn(
  known: readonly NginxDirective[],
  contexts: readonly NginxContext[],
): readonly NginxDirective[] {
  if (known.length === 0 || contexts.length === 0) return [];
  let byContexts = allowed.get(known);
  if (byContexts === undefined) allowed.set(known, (byContexts = new WeakMap()));
  let entries = byContexts.get(contexts);
  if (entries === undefined) {
    entries = known.filter((entry) => contexts.some((context) => allowedIn(entry, context)));
    byContexts.set(contexts, entries);
  }
  return entries;
}

/** Lines with the same name in blocks of the same kind are many; the lists of a reading are few and shared. */
const allowed = new WeakMap<
  readonly NginxDirective[],
  WeakMap<readonly NginxContext[], readonly NginxDirective[]>
>();

export function allowedIn(entry: NginxDirective, context: NginxContext): boolean {
  return entry.contexts.includes(context) || entry.contexts.includes('any');
}

/**
 * What the block of an entry opens, seen from where it stands: `if` opens `if in server` in a server, and `if in
 * location` in a location.
 */
export function opensIn(entry: NginxDirective, context: NginxContext): string | undefined {
  const opened = entry.opens?.split('|');
  return opened?.find((name) => name === `if in ${context}`) ?? opened?.[0];
}
