import type { Statement, StatementEnd } from '../nginx/tree.ts';
import { allowedIn, entriesIn, opensIn } from './candidates.ts';
import type { ConfNode, StatementKind } from './conf.ts';
import {
  arityAllows,
  directivesNamed,
  type NginxContext,
  type NginxDirective,
} from './directives.ts';
import { isTemplated, isTemplatedStatement, mayBeTemplated } from './template.ts';

/** A kind while the file is being read. */
export interface OpenKind extends StatementKind {
  readonly nodes: ConfNode[];
}

const unknown: readonly NginxDirective[] = [];

/** Sorts the statements of one file into their kinds. */
export function createKinds(text: string) {
  const templates = mayBeTemplated(text);
  const kinds: OpenKind[] = [];
  const byName = new Map<string | undefined, OpenKind[]>();
  const kindOf = (statement: Statement, contexts: readonly NginxContext[]): OpenKind => {
    const { value } = statement.name;
    const isData = contexts.length === 0;
    const isEntry = isData && directivesNamed(value).length === 0;
    const name = isEntry ? undefined : value;
    const count = isEntry ? undefined : statement.args.length;
    const end = statement.end.kind;
    const templated = templates && isTemplatedStatement(statement);
    let namesakes = byName.get(name);
    if (namesakes === undefined) byName.set(name, (namesakes = []));
    for (const kind of namesakes)
      if (
        kind.contexts === contexts &&
        kind.count === count &&
        kind.end === end &&
        kind.templated === templated
      )
        return kind;
    const known = isData ? unknown : directivesNamed(value);
    const kind: OpenKind = {
      ...{ name, contexts, known, count, end, templated },
      opens: end === 'block' ? openedBy(known, contexts) : undefined,
      entry:
        templates && isTemplated(statement.name)
          ? undefined
          : soundEntry(entriesIn(known, contexts), statement.args.length, end, templated),
      nodes: [],
    };
    kinds.push(kind);
    namesakes.push(kind);
    return kind;
  };
  return { kinds, kindOf };
}

/** Contexts divided by `|` when a fragment leaves several; `raw:unknown` when nothing is known of the block. */
function openedBy(known: readonly NginxDirective[], contexts: readonly NginxContext[]): string {
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

function soundEntry(
  entries: readonly NginxDirective[],
  count: number,
  end: StatementEnd['kind'],
  templated: boolean,
): NginxDirective | undefined {
  const fitting = entries.filter(
    (entry) => entry.block === (end === 'block') && (templated || arityAllows(entry.args, count)),
  );
  return fitting.find(({ module }) => module.status === 'core') ?? fitting[0];
}
