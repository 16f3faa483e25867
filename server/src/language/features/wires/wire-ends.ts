import type { Endpoint } from '../../stack/endpoint.ts';
import { formatEndpoint } from '../../stack/endpoint.ts';
import {
  otherEnds,
  passEnds,
  type SocketEnd,
  type StackGraph,
  subscriptionEnds,
} from '../../stack/graph.ts';
import { isNear } from '../../stack/near.ts';
import { contains } from '../../text/span.ts';
import type { Place } from '../feature.ts';

/** A line of a file that an address stands in, at one end of a wire. */
export interface WireEnd extends Place {
  /** `socket` binds the address, all others lead to it. */
  readonly role: 'socket' | 'pass' | 'subscription' | 'announced';
  /** Datagrams and streams have ports of their own. */
  readonly transport: 'stream' | 'datagram';
  readonly endpoint: Endpoint | undefined;
  /** Whether the address stands there as it is; it may be put together from pieces elsewhere. */
  readonly whole: boolean;
  /** Keys of the sockets that it leads to, or its own. */
  readonly sockets: readonly string[];
}

/** Every end of every wire. A socket that two lines of a file lead to (`=0`) is there once. */
export function wireEnds(graph: StackGraph): readonly WireEnd[] {
  const known = memo.get(graph);
  if (known !== undefined) return known;
  const ends = new Map<string, WireEnd>();
  const add = (end: WireEnd) => {
    const key = `${end.transport} ${socketKey(end)}`;
    if (!ends.has(key)) ends.set(key, end);
  };
  const sockets = (list: readonly SocketEnd[], transport: WireEnd['transport']) => {
    for (const { socket } of list) {
      const { path, span, endpoint } = socket;
      const sockets = [socketKey(socket)];
      add({ path, span, role: 'socket', transport, endpoint, whole: true, sockets });
    }
  };
  sockets(passEnds(graph.files), 'stream');
  sockets(otherEnds(graph.files), 'stream');
  sockets(subscriptionEnds(graph.files), 'datagram');
  for (const { targets } of [...graph.passes, ...graph.proxies])
    for (const { path, span, endpoint, whole, ends: at } of targets)
      add({ path, span, role: 'pass', transport: 'stream', endpoint, whole, sockets: keysOf(at) });
  for (const { subscription, ends: at } of graph.subscriptions) {
    const { server, announced, path } = subscription;
    if (server !== undefined)
      add({
        ...{ path, span: server.span, role: 'subscription', transport: 'datagram', whole: true },
        ...{ endpoint: server.endpoint, sockets: keysOf(at) },
      });
    if (announced?.kind !== 'address' || announced.endpoint === undefined) continue;
    const told = formatEndpoint(announced.endpoint);
    const own = passEnds(graph.files).filter(
      ({ socket }) =>
        socket.endpoint !== undefined &&
        formatEndpoint(socket.endpoint) === told &&
        isNear(path, socket.path),
    );
    add({
      ...{ path, span: announced.address.span, role: 'announced', transport: 'stream' },
      ...{ endpoint: announced.endpoint, whole: true, sockets: keysOf(own) },
    });
  }
  const found = [...ends.values()];
  memo.set(graph, found);
  return found;
}

/** A graph never changes, and each request about a place asks. */
const memo = new WeakMap<StackGraph, readonly WireEnd[]>();

/** The end at a place; the smallest where one stands inside of another. */
export function wireEndAt(graph: StackGraph, path: string, offset: number): WireEnd | undefined {
  const here = wireEnds(graph).filter((end) => end.path === path && contains(end.span, offset));
  return here.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

/**
 * All ends of the wire, itself among them: the sockets that it leads to and what else leads there. Where nothing
 * listens, all that lead to the same address.
 */
export function sameWire(graph: StackGraph, end: WireEnd): readonly WireEnd[] {
  const all = wireEnds(graph).filter(({ transport }) => transport === end.transport);
  if (end.sockets.length > 0)
    return all.filter(({ sockets }) => sockets.some((key) => end.sockets.includes(key)));
  const { endpoint } = end;
  if (endpoint === undefined) return [end];
  return all.filter(
    (other) =>
      other.endpoint !== undefined &&
      formatEndpoint(other.endpoint) === formatEndpoint(endpoint) &&
      isNear(end.path, other.path),
  );
}

/** The sockets that the address at a place leads to; none where a socket itself stands. */
export function socketPlaces(graph: StackGraph, path: string, offset: number): readonly Place[] {
  const end = wireEndAt(graph, path, offset);
  if (end === undefined || end.role === 'socket') return [];
  return placesOf(sameWire(graph, end).filter(({ role }) => role === 'socket'));
}

/** All ends of the wire at a place, the sockets first. */
export function wirePlaces(graph: StackGraph, path: string, offset: number): readonly Place[] {
  const end = wireEndAt(graph, path, offset);
  if (end === undefined) return [];
  const ends = sameWire(graph, end);
  const isSocket = ({ role }: WireEnd) => role === 'socket';
  return placesOf([...ends.filter(isSocket), ...ends.filter((one) => !isSocket(one))]);
}

function placesOf(ends: readonly WireEnd[]): readonly Place[] {
  return ends.map(({ path, span }) => ({ path, span }));
}

function keysOf(ends: readonly SocketEnd[]): readonly string[] {
  return ends.map(({ socket }) => socketKey(socket));
}

function socketKey({ path, span }: Place): string {
  return `${path}\0${String(span.start)}`;
}
