import { dirname } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import { type Endpoint, reaches } from './endpoint.ts';
import type { FileFacts, PassFacts, SocketFacts } from './facts.ts';
import { followVariables } from './follow-variables.ts';
import { isNear } from './near.ts';
import type { NginxTree } from './nginx-tree.ts';

export interface SocketEnd {
  readonly path: string;
  readonly socket: SocketFacts;
}

export interface WireTarget {
  readonly endpoint: Endpoint;
  /** Where the address is written: in the `uwsgi_pass`, in the upstream's `server`, as the value of a variable. */
  readonly path: string;
  readonly span: Span;
  /** Whether the address stands there as it is; it may be put together from pieces. */
  readonly whole: boolean;
  readonly ends: readonly SocketEnd[];
}

/** Reads the value of the directive. */
export type ParseTarget = (value: string) => PassFacts['target'];

/** Every address that a pass can lead to, with the sockets there. */
export function targetsOf(
  files: ReadonlyMap<string, FileFacts>,
  tree: NginxTree,
  path: string,
  pass: PassFacts,
  parse: ParseTarget,
  sockets: readonly SocketEnd[],
): readonly WireTarget[] {
  const place = { path, span: pass.span };
  if (pass.target.kind !== 'variables')
    return follow(files, path, pass.target, { ...place, whole: true }, sockets);
  const { texts } = followVariables(
    tree.definitionsAt(path),
    { text: pass.text, place },
    pass.level,
  );
  return texts.flatMap((expanded) =>
    follow(
      files,
      path,
      parse(expanded.text),
      { ...(expanded.place ?? place), whole: expanded.place !== undefined },
      sockets,
    ),
  );
}

function follow(
  files: ReadonlyMap<string, FileFacts>,
  path: string,
  target: PassFacts['target'],
  place: Pick<WireTarget, 'path' | 'span' | 'whole'>,
  sockets: readonly SocketEnd[],
): readonly WireTarget[] {
  switch (target.kind) {
    case 'unknown':
    case 'variables':
      return [];
    case 'endpoint':
      return [
        { endpoint: target.endpoint, ...place, ends: endsAt(target.endpoint, sockets, path) },
      ];
    case 'upstream':
      return upstreamServers(files, path, target.name).flatMap(({ endpoint, ...server }) =>
        endpoint === undefined
          ? []
          : [{ endpoint, ...server, whole: true, ends: endsAt(endpoint, sockets, path) }],
      );
  }
}

/** Where several files bind the address (examples in one workspace), those near the asking file are meant. */
export function endsAt(
  endpoint: Endpoint | undefined,
  candidates: readonly SocketEnd[],
  path: string,
): readonly SocketEnd[] {
  if (endpoint === undefined) return [];
  const all = candidates.filter(
    ({ socket }) => socket.endpoint !== undefined && reaches(endpoint, socket.endpoint),
  );
  const near = all.filter((end) => isNear(path, end.path));
  const beside = near.filter((end) => dirname(end.path) === dirname(path));
  return beside.length > 0 ? beside : near.length > 0 ? near : all;
}

function upstreamServers(files: ReadonlyMap<string, FileFacts>, path: string, name: string) {
  const wanted = name.toLowerCase();
  return [...files.values()].flatMap((file) =>
    (file.path === path || isNear(path, file.path) ? (file.nginx?.upstreams ?? []) : [])
      .filter((upstream) => upstream.name.toLowerCase() === wanted)
      .flatMap((upstream) => upstream.servers.map((server) => ({ ...server, path: file.path }))),
  );
}
