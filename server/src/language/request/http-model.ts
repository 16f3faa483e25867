import { parseListen } from '../nginx-conf/listen.ts';
import { readLocation } from '../nginx-conf/location.ts';
import { toBytes } from './bytes.ts';
import { type JoinedNode, named } from './join-conf.ts';
import { compilePattern, type Pattern } from './pattern.ts';

/** The servers of a configuration as nginx looks them up, in its order. */
export interface HttpModel {
  readonly servers: readonly ServerModel[];
}

export interface ServerModel {
  readonly node: JoinedNode;
  readonly listens: readonly ListenModel[];
  /** As written; one empty name when there is no `server_name`. */
  readonly names: readonly NameModel[];
  readonly locations: readonly LocationModel[];
}

export interface ListenModel {
  /** The directive; the server's block when it has none. */
  readonly node: JoinedNode;
  /** What makes two listens the same socket: `*:80`, `127.0.0.1:8080`, `[::]:80`, `unix:/path`. */
  readonly socket: string;
  readonly host: string;
  readonly ports: readonly [number, number];
  readonly isDefault: boolean;
  readonly ssl: boolean;
  /** An IPv6 wildcard takes IPv4 connections, too, when `ipv6only=off` stands there. */
  readonly both: boolean;
}

export interface NameModel {
  readonly text: string;
  readonly node: JoinedNode;
}

export interface LocationModel {
  readonly node: JoinedNode;
  /** '' for a plain prefix. */
  readonly modifier: '' | '=' | '^~' | '~' | '~*' | '@';
  /** Of a named location with its `@`. */
  readonly path: string;
  /** `path` as bytes. */
  readonly prefix: string;
  /** Of `~` and `~*`; undefined when it cannot be evaluated here. */
  readonly pattern: Pattern | undefined;
  readonly parent: LocationModel | undefined;
  readonly locations: readonly LocationModel[];
  /** Passes what it gets to another program and ends in `/`: nginx then redirects the path without the slash. */
  readonly redirectsSlash: boolean;
}

/** Reads a main configuration; of a fragment the servers, or what could stand in one. */
export function readHttp(top: readonly JoinedNode[], root: JoinedNode): HttpModel {
  const blocks = named(top, 'http').filter(({ block }) => block);
  const inside = blocks.length > 0 ? blocks.flatMap(({ children }) => children) : top;
  const servers = named(inside, 'server').filter(({ block }) => block);
  if (servers.length === 0 && blocks.length === 0 && named(top, 'location').length > 0)
    return { servers: [readServer({ ...root, children: top })] };
  return { servers: servers.map(readServer) };
}

const passes = /^(?:proxy|uwsgi|fastcgi|scgi|grpc|memcached)_pass$/;

export function isPass(name: string): boolean {
  return passes.test(name);
}

function readServer(node: JoinedNode): ServerModel {
  const { children } = node;
  const names = named(children, 'server_name').flatMap((one) =>
    one.args.map((text) => ({ text: text.startsWith('~') ? text : text.toLowerCase(), node: one })),
  );
  const listens = named(children, 'listen').flatMap(readListen);
  return {
    node,
    listens: listens.length > 0 ? listens : [80, 8000].map((port) => defaultListen(node, port)),
    names: names.length > 0 ? names : [{ text: '', node }],
    locations: readLocations(node),
  };
}

/** As root nginx takes port 80, else 8000. */
function defaultListen(node: JoinedNode, port: number): ListenModel {
  const common = { isDefault: false, ssl: false, both: false };
  return { node, socket: `*:${String(port)}`, host: '*', ports: [port, port], ...common };
}

function readListen(node: JoinedNode): readonly ListenModel[] {
  const [first = '', ...options] = node.args;
  const address = parseListen(first);
  const common = {
    node,
    isDefault: options.includes('default_server') || options.includes('default'),
    ssl: options.includes('ssl') || options.includes('quic'),
    both: options.includes('ipv6only=off'),
  };
  if (address.kind === 'unix') {
    const socket = `unix:${address.path}`;
    return [{ ...common, socket, host: socket, ports: [0, 0] }];
  }
  if (address.kind !== 'tcp') return [];
  const { port, lastPort } = address;
  const host =
    address.host === '0.0.0.0' ? '*' : address.host === 'localhost' ? '127.0.0.1' : address.host;
  const shown = host.includes(':') ? `[${host}]` : host;
  const ports = lastPort === port ? String(port) : `${String(port)}-${String(lastPort)}`;
  return [{ ...common, socket: `${shown}:${ports}`, host, ports: [port, lastPort] }];
}

interface Pending {
  readonly node: JoinedNode;
  readonly into: LocationModel[];
  readonly parent: LocationModel | undefined;
}

function readLocations(server: JoinedNode): readonly LocationModel[] {
  const top: LocationModel[] = [];
  const waiting: Pending[] = [{ node: server, into: top, parent: undefined }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const node of named(next.node.children, 'location')) {
      const match = readLocation(node.node.statement.args);
      if (match === undefined || match.kind === 'invalid' || !node.block) continue;
      const { name: path } = match;
      const modifier = match.kind === 'named' ? '@' : (match.modifier as LocationModel['modifier']);
      const inside: LocationModel[] = [];
      const location: LocationModel = {
        node,
        modifier,
        path,
        prefix: toBytes(path),
        pattern: modifier.startsWith('~')
          ? compilePattern(toBytes(path), modifier === '~*')
          : undefined,
        parent: next.parent,
        locations: inside,
        redirectsSlash:
          path.endsWith('/') &&
          ['', '=', '^~'].includes(modifier) &&
          node.children.some(({ name }) => isPass(name)),
      };
      next.into.push(location);
      waiting.push({ node, into: inside, parent: location });
    }
  }
  return top;
}
