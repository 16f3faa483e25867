import type { NginxContext } from '../../nginx-conf/directives.ts';
import { walkNodes } from '../../nginx-conf/walk.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { matchingFiles } from '../../stack/includes.ts';
import { dirname } from '../../text/path.ts';
import { mainsOf } from '../../stack/nginx-configuration.ts';

/**
 * Contexts that the top level of a file stands in: for a fragment those of the lines that include it, else what its own
 * statements tell, else what is usual for a file in its place.
 */
export function topContextsOf(view: NginxView): readonly NginxContext[] {
  const { conf, path } = view;
  if (conf.kind === 'main') return conf.topContexts;
  const included = includedIn(view);
  if (included.length > 0) return included;
  const usual = conf.topContexts.length > manyContexts ? usualContexts(path) : [];
  return usual.length > 0 ? usual : conf.topContexts;
}

/** A file whose statements tell nothing may stand nearly everywhere. */
const manyContexts = 8;

function includedIn(view: NginxView): readonly NginxContext[] {
  const { graph, nginxFile } = view.around;
  const found = new Set<NginxContext>();
  for (const main of mainsOf(view))
    for (const path of graph.includes.get(main) ?? []) {
      const patterns = graph.files.get(path)?.nginx?.includes ?? [];
      const spans = new Set(
        patterns
          .filter(({ pattern }) => matchingFiles([view.path], dirname(main), pattern).length > 0)
          .map(({ span }) => span.start),
      );
      if (spans.size === 0) continue;
      for (const { statement, contexts } of walkNodes(nginxFile(path)?.conf.nodes ?? []))
        if (spans.has(statement.args[0]?.span.start ?? -1))
          for (const context of contexts) found.add(context);
    }
  return [...found];
}

/** Where distributions keep what. */
function usualContexts(path: string): readonly NginxContext[] {
  return conventions.find(([pattern]) => pattern.test(path))?.[1] ?? [];
}

const conventions: readonly (readonly [RegExp, readonly NginxContext[]])[] = [
  [/\/nginx[^/]*\.conf$|\/modules-enabled\/|\/modules\.d\//, ['main']],
  [/\/(?:stream\.d|streams?-(?:enabled|available))\//, ['stream']],
  [/\/(?:conf\.d|http\.d|sites-(?:enabled|available)|vhosts?(?:\.d)?)\//, ['http']],
  [/\/default\.d\//, ['server']],
  [/_params$|\/fastcgi\.conf$/, ['http', 'server', 'location']],
  [/\/snippets\/|\.inc$/, ['server', 'location']],
];
