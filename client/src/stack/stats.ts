import { createConnection } from 'node:net';
import type { SocketAddress } from '../../../shared/launch-plan.ts';

/** What the FastRouter's stats server tells. */
export interface RouterStats {
  readonly version: string;
  readonly pid: number;
  readonly cheap: boolean;
  readonly subscriptions: readonly RouterSubscription[];
}

export interface RouterSubscription {
  readonly key: string;
  readonly hits: number;
  readonly nodes: readonly RouterNode[];
}

export interface RouterNode {
  readonly name: string;
  readonly requests: number;
  /** Bytes from and to the worker. */
  readonly tx: number;
  readonly rx: number;
  readonly weight: number;
  readonly failures: number;
  /** Unix time of the last announcement. */
  readonly lastCheck: number;
  /** Requests that the router has given it and that are not answered yet. */
  readonly open: number;
  /** The router won't use it any more. */
  readonly dead: boolean;
}

/** What a worker's stats server tells. The variables of running requests (cookies among them) are left out. */
export interface WorkerStats {
  readonly version: string;
  readonly pid: number;
  readonly listenQueue: number;
  readonly load: number;
  readonly sockets: readonly { readonly name: string; readonly protocol: string }[];
  readonly processes: readonly WorkerProcess[];
}

export interface WorkerProcess {
  readonly id: number;
  readonly pid: number;
  /** `idle`, `busy`, `cheap`, `pause` or `sigN`. */
  readonly status: string;
  readonly requests: number;
  readonly exceptions: number;
  readonly averageMicros: number;
  /** Bytes; 0 unless the worker runs with `memory-report`. */
  readonly rss: number;
  readonly apps: number;
  /** Requests that took too long, so that the process was killed. */
  readonly harakiri: number;
  /** How often the process was started, the first time included. */
  readonly spawns: number;
}

export type StatsResult<T> =
  | { readonly kind: 'stats'; readonly stats: T }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** The nodes under a key, or under all of them. */
export function nodesUnder({ subscriptions }: RouterStats, key?: string): readonly RouterNode[] {
  return subscriptions
    .filter((subscription) => key === undefined || subscription.key === key)
    .flatMap(({ nodes }) => nodes);
}

export async function readRouterStats(
  address: SocketAddress,
  signal?: AbortSignal,
): Promise<StatsResult<RouterStats>> {
  return interpret(await readToEnd(address, signal), parseRouterStats);
}

export async function readWorkerStats(
  address: SocketAddress,
  signal?: AbortSignal,
): Promise<StatsResult<WorkerStats>> {
  return interpret(await readToEnd(address, signal), parseWorkerStats);
}

export function parseRouterStats(text: string): RouterStats | undefined {
  const root = record(parseJson(text));
  // Only a FastRouter names its fronts; a worker's stats must not pass for an empty router.
  if (!Array.isArray(root.fastrouter)) return undefined;
  return {
    version: string(root.version),
    pid: number(root.pid),
    cheap: number(root.cheap) !== 0,
    subscriptions: records(root.subscriptions).map((subscription) => ({
      key: string(subscription.key),
      hits: number(subscription.hits),
      nodes: records(subscription.nodes).map((node) => ({
        name: string(node.name),
        requests: number(node.requests),
        tx: number(node.tx),
        rx: number(node.rx),
        weight: number(node.weight),
        failures: number(node.failcnt),
        lastCheck: number(node.last_check),
        open: number(node.ref),
        dead: number(node.death_mark) !== 0,
      })),
    })),
  };
}

export function parseWorkerStats(text: string): WorkerStats | undefined {
  const root = record(parseJson(text));
  if (!Array.isArray(root.workers)) return undefined;
  return {
    version: string(root.version),
    pid: number(root.pid),
    listenQueue: number(root.listen_queue),
    load: number(root.load),
    sockets: records(root.sockets).map((socket) => ({
      name: string(socket.name),
      protocol: string(socket.proto),
    })),
    processes: records(root.workers).map((worker) => ({
      id: number(worker.id),
      pid: number(worker.pid),
      status: string(worker.status),
      requests: number(worker.requests),
      exceptions: number(worker.exceptions),
      averageMicros: number(worker.avg_rt),
      rss: number(worker.rss),
      apps: records(worker.apps).length,
      harakiri: number(worker.harakiri_count),
      spawns: number(worker.respawn_count),
    })),
  };
}

type Text =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

const maxBytes = 16 * 1024 * 1024;
const timeoutMs = 2000;

/** The server writes as soon as someone connects, and closes. */
function readToEnd(address: SocketAddress, signal: AbortSignal | undefined): Promise<Text> {
  return new Promise((done) => {
    const limit = AbortSignal.timeout(timeoutMs);
    const socket = createConnection({
      ...(address.kind === 'tcp'
        ? { host: address.host, port: address.port }
        : { path: address.path }),
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (result: Text): void => {
      done(result);
      socket.destroy();
    };
    socket.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > maxBytes) finish({ kind: 'unavailable', reason: 'the answer is too long' });
    });
    socket.on('end', () => {
      finish({ kind: 'text', text: Buffer.concat(chunks).toString('utf8') });
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      finish({ kind: 'unavailable', reason: limit.aborted ? 'no answer' : connectReason(error) });
    });
  });
}

/** In words, why a connection did not come about. */
export function connectReason(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'connection refused';
    case 'ENOENT':
      return 'the socket does not exist';
    case 'EACCES':
      return 'permission denied';
    default:
      return error.code ?? error.message;
  }
}

function interpret<T>(text: Text, parse: (text: string) => T | undefined): StatsResult<T> {
  if (text.kind === 'unavailable') return text;
  const stats = parse(text.text);
  return stats === undefined
    ? { kind: 'unavailable', reason: 'the answer is not what a stats server sends' }
    : { kind: 'stats', stats };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Where two gateways share an instance, uWSGI writes a comma too many.
  }
  try {
    return JSON.parse(withoutTrailingCommas(text));
  } catch {
    return undefined;
  }
}

/** Each character is looked at once: whoever answers in the place of a stats server must not keep the editor busy. */
function withoutTrailingCommas(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  let comma: number | undefined;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (/\s/.test(character)) continue;
    else {
      if (comma !== undefined && (character === '}' || character === ']')) {
        pieces.push(text.slice(from, comma));
        from = comma + 1;
      }
      comma = character === ',' ? at : undefined;
      quoted = character === '"';
    }
  }
  return pieces.join('') + text.slice(from);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** No stack has more of anything; an answer is read every second. */
const maxRecords = 10_000;

function records(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.slice(0, maxRecords).map(record) : [];
}

/** uWSGI cuts keys and addresses at 255 bytes. */
const maxLength = 1024;

function string(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, maxLength) : '';
}

/** uWSGI counts without a sign; nothing that is shown is less than nothing, or beyond counting. */
function number(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(value, Number.MAX_SAFE_INTEGER) : 0;
}
