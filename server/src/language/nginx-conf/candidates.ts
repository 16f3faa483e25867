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
