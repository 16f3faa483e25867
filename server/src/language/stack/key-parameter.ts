import type { NamedSpan } from './facts.ts';
import type { StackGraph } from './graph.ts';
import { type Route, settingsOn } from './nginx-tree.ts';

/** What nginx tells the router to look for. */
export type KeyParameter =
  | {
      readonly kind: 'parameter';
      readonly name: 'UWSGI_FASTROUTER_KEY' | 'HTTP_HOST';
      readonly path: string;
      readonly value: NamedSpan;
    }
  /** The Host header as the client sent it, port included. */
  | { readonly kind: 'header' }
  /** Files that are not known may say it. */
  | {
      readonly kind: 'unknown';
      readonly missing: readonly { readonly path: string; readonly pattern: string }[];
    };

/** The router takes UWSGI_FASTROUTER_KEY, else HTTP_HOST; a parameter of this name replaces the header. */
export function keyParameter(graph: StackGraph, route: Route): KeyParameter {
  const settings = settingsOn(graph.files, graph.nginx, route, 'uwsgi_param');
  if (settings === undefined) return { kind: 'unknown', missing: [] };
  for (const name of ['UWSGI_FASTROUTER_KEY', 'HTTP_HOST'] as const) {
    const last = settings.found.findLast(({ setting }) => setting.args[0]?.text === name);
    const value = last?.setting.args[1];
    if (last !== undefined && value !== undefined)
      return { kind: 'parameter', name, path: last.path, value };
    if (settings.missing.some(({ pattern }) => !/(?:^|\/)uwsgi_params$/.test(pattern))) break;
  }
  // The `uwsgi_params` of nginx itself has no such line, the one of newer Debian packages sets HTTP_HOST.
  return settings.missing.length > 0
    ? { kind: 'unknown', missing: settings.missing }
    : { kind: 'header' };
}
