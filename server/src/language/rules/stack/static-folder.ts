import type { FolderFacts } from '../../stack/facts.ts';
import type { StackGraph } from '../../stack/graph.ts';
import { routesTo } from '../../stack/nginx-tree.ts';
import { basename, resolvePath } from '../../text/path.ts';
import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import { allOptions } from '../../uwsgi/lookup.ts';
import { defineRule, type Fix } from '../rule.ts';
import { workersBehind } from './routers.ts';

export const staticFolder = defineRule({
  id: 'stack/static-folder',
  scope: 'stack',
  level: 'information',
  docs: {
    what: 'nginx serves a path from one folder, and the `static-map` of the worker behind it names another one.',
    why: 'The location of nginx takes the requests, so that the `static-map` is never asked: a file that lies in its folder only is a 404.',
    fix: 'Name the same folder at both ends, or remove one of them.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/StaticFiles.html',
  },
  check({ graph, around }, report) {
    const maps = [...graph.files.values()].some(
      ({ path, uwsgi }) =>
        uwsgi?.worker === true && around.effective(path)?.byKey.has('static-map') === true,
    );
    if (!maps) return;
    for (const { path, nginx } of graph.files.values()) {
      for (const served of nginx?.folders ?? []) {
        const folder = folderOf(served);
        if (folder === undefined) continue;
        for (const worker of workersBeside(graph, path, served)) {
          const config = around.effective(worker);
          const directory = graph.files.get(worker)?.uwsgi?.directory ?? '/';
          for (const entry of config ? allOptions(config, 'static-map') : []) {
            const map = mapOf(entry, directory);
            if (map?.mount !== bare(served.location) || map.folder === folder) continue;
            report({
              path,
              span: served.folder.span,
              message: `nginx serves ${served.location} from ${folder}, so that the static-map of ${basename(worker)} to ${map.folder} is never asked`,
              related: [
                { path: entry.path, span: entry.valueSpan, message: 'The worker serves it here' },
              ],
              fixes: fixes(path, served, entry, map.folder, folder),
            });
          }
        }
      }
    }
  },
});

/** Workers that the server passes its other requests to. */
function workersBeside(graph: StackGraph, path: string, served: FolderFacts): ReadonlySet<string> {
  const servers = new Set(
    routesTo(graph.files, graph.nginx, path, served).map(({ server }) => server?.server),
  );
  servers.delete(undefined);
  return new Set(
    graph.passes
      .filter(({ routes }) => routes.some(({ server }) => servers.has(server?.server)))
      .flatMap(({ targets }) => targets.flatMap((target) => workersBehind(graph, target))),
  );
}

/** Where nginx looks for what follows the path; relative ones count from its prefix, which no file says. */
function folderOf({ directive, folder: { text }, location }: FolderFacts): string | undefined {
  if (!text.startsWith('/') || text.includes('$')) return undefined;
  return bare(resolvePath('/', directive === 'alias' ? text : `${bare(text)}${location}`));
}

function mapOf({ known, conditional, value }: EffectiveEntry, directory: string) {
  const equals = value.indexOf('=');
  if (!known || conditional || equals <= 0) return undefined;
  const folder = bare(resolvePath(directory, value.slice(equals + 1)));
  return { mount: bare(value.slice(0, equals)), folder, at: equals + 1 };
}

function fixes(
  path: string,
  { directive, folder }: FolderFacts,
  entry: EffectiveEntry,
  theirs: string,
  ours: string,
): readonly Fix[] {
  const here: Fix = {
    title: `Serve it from ${theirs}`,
    edits: [
      { path, span: folder.span, newText: folder.text.endsWith('/') ? `${theirs}/` : theirs },
    ],
    preferred: true,
  };
  const there: Fix = {
    title: `Let static-map name ${ours}, too`,
    edits: [
      {
        path: entry.path,
        span: entry.valueSpan,
        newText: `${entry.value.slice(0, entry.value.indexOf('='))}=${ours}`,
      },
    ],
  };
  return directive === 'alias' ? [here, there] : [there];
}

function bare(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}
