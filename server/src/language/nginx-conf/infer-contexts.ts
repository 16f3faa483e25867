import type { NginxTree, Statement } from '../nginx/tree.ts';
import { allowedIn, fittingEntries } from './candidates.ts';
import { directivesNamed, isNginxContext, nginxContexts, type NginxContext } from './directives.ts';

/**
 * Contexts that the top level of a fragment may be included in: those that allow the most of its statements. A statement
 * that none of them allows is the error, not a reason to give up. Every context when nothing is known.
 */
export function inferContexts(statements: readonly Statement[]): readonly NginxContext[] {
  const sets = statements.flatMap((statement) => {
    const set = contextsOf(statement);
    return set.size === 0 || set.has('any') ? [] : [set];
  });
  if (sets.length === 0) return everyContext;
  const score = (context: NginxContext) => sets.filter((set) => set.has(context)).length;
  const scores = new Map(everyContext.map((context) => [context, score(context)]));
  const best = Math.max(...scores.values());
  let candidates = everyContext.filter((context) => scores.get(context) === best);
  // Statements that contradict each other leave contexts that allow as many each: the first statements decide.
  for (const set of sets) {
    const rest = candidates.filter((context) => set.has(context));
    if (rest.length > 0) candidates = rest;
  }
  return candidates;
}

/** A comment of its own, `# uwsgi-stack-context: http, server`, says where a fragment is meant to be included. */
export function declaredContexts(tree: NginxTree): readonly NginxContext[] {
  const { text } = tree;
  if (!text.includes('uwsgi-stack-context:')) return [];
  for (const { kind, span } of tree.tokens) {
    if (kind !== 'comment') continue;
    const match = /^#+\s*uwsgi-stack-context:(.*)/.exec(text.slice(span.start, span.end));
    const names = match?.[1]?.split(',').map((name) => name.trim()) ?? [];
    const contexts = names.filter(isNginxContext);
    if (contexts.length > 0) return contexts;
  }
  return [];
}

/** A whole configuration has one of these blocks at its top level; all of them stand in `main` only. */
export function isMain(statements: readonly Statement[]): boolean {
  return statements.some(
    ({ name, end }) =>
      end.kind === 'block' && ['events', 'http', 'stream', 'mail', 'rtmp'].includes(name.value),
  );
}

const everyContext = nginxContexts.filter((context) => context !== 'any');

function contextsOf(statement: Statement): ReadonlySet<NginxContext> {
  const fitting = fittingEntries(statement);
  if (fitting.length < 2 || statement.end.kind !== 'block')
    return new Set(fitting.flatMap((entry) => entry.contexts));
  // `server { }` is http's, stream's, mail's or rtmp's: what stands in it tells.
  const children = statement.end.statements.filter(
    ({ name }) => directivesNamed(name.value).length > 0,
  );
  const scores = fitting.map((entry) => {
    const opened = entry.opens;
    if (opened === undefined || !isNginxContext(opened)) return 0;
    return children.filter((child) =>
      fittingEntries(child).some((inner) => allowedIn(inner, opened)),
    ).length;
  });
  const best = Math.max(...scores);
  return new Set(
    fitting.filter((_, index) => scores[index] === best).flatMap((entry) => entry.contexts),
  );
}
