import { isLocal, isWildcardHost } from '../../stack/endpoint.ts';
import type { SocketFacts, SubscriptionFacts } from '../../stack/facts.ts';
import { basename } from '../../text/path.ts';
import { isAnyHost, parseAddress } from '../../uwsgi/address.ts';
import type { Around } from '../inputs.ts';
import { defineRule, type Fix } from '../rule.ts';
import { describeEnd } from './describe-end.ts';
import { entryAt } from './ini-edits.ts';

export const unreachableWorker = defineRule({
  id: 'stack/unreachable-worker',
  scope: 'stack',
  level: 'error',
  docs: {
    what: 'A worker tells the router an address at which the router cannot reach it.',
    why: 'A worker announces its first socket as it is written. The router does not look names up and knows no IPv6, and it speaks the uwsgi protocol only. It lists the worker all the same, closes each request for it without a log line, and nginx answers 502.',
    fix: 'Give the worker a `socket` with an IPv4 address that the router reaches, or say with `socket=N` or `addr=` of subscribe2 what to announce.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/SubscriptionServer.html',
  },
  check({ graph, around }, report) {
    const told = new Set<string>();
    for (const { path, subscription, ends } of graph.subscriptions) {
      const { announced, server } = subscription;
      if (announced?.kind !== 'socket') continue;
      const { socket } = announced;
      const spot = `${socket.path}:${socket.span.start}`;
      if (told.has(spot)) continue;
      const sockets = graph.files.get(path)?.uwsgi?.sockets ?? [];
      // A host name may well be this machine's.
      const target = server?.endpoint;
      const far =
        target?.kind === 'tcp' &&
        ends.length === 0 &&
        /^[\d.]+$/.test(target.host) &&
        !isLocal(target);
      const problem = problemOf(around, socket, sockets, subscription, far);
      if (problem === undefined) continue;
      told.add(spot);
      report({
        path: socket.path,
        span: socket.span,
        ...problem,
        related: [
          ...ends.map(describeEnd),
          {
            path: subscription.path,
            span: subscription.span,
            message: `${basename(path)} announces it here`,
          },
        ],
      });
    }
  },
});

interface Problem {
  readonly message: string;
  readonly level?: 'warning';
  readonly fixes: readonly Fix[];
}

function problemOf(
  around: Around,
  socket: SocketFacts,
  sockets: readonly SocketFacts[],
  subscription: SubscriptionFacts,
  far: boolean,
): Problem | undefined {
  if (socket.protocol !== 'uwsgi')
    return {
      message: `The router speaks the uwsgi protocol to \`${socket.option}\`, which is what this worker announces: each request ends as 502`,
      fixes: announceAnother(around, socket, sockets, subscription),
    };
  const address = parseAddress(socket.text, 'socket');
  // A placeholder of `resolve` has become an address by then.
  const written = around.uwsgiFile(socket.path)?.text.startsWith(socket.text, socket.span.start);
  if (address.kind === 'hostname' && written === true)
    return {
      message: `The worker announces "${address.host}" as it is written, and the router does not look names up: each request ends as 502`,
      fixes:
        address.host === 'localhost'
          ? put(socket, address.host, '127.0.0.1')
          : resolved(around, socket, address.host),
    };
  if (address.kind !== 'tcp') return undefined;
  if (address.family === 6)
    return {
      message:
        'The router cannot connect to IPv6, which is what this worker announces: each request ends as 502',
      fixes: put(socket, `[${address.host}]`, isAnyHost(address.host) ? '127.*' : '127.0.0.1'),
    };
  const loopback = address.host.startsWith('127.');
  if (!far || !(loopback || isWildcardHost(address.host))) return undefined;
  return {
    level: 'warning',
    message: `The router on another machine is told "${socket.text}", which is ${loopback ? 'the loopback' : 'no address'}: it connects to itself. Name an address of this machine, as in 192.168.*:0`,
    fixes: [],
  };
}

/** Another socket that speaks the right protocol; else this one, by another name. */
function announceAnother(
  around: Around,
  socket: SocketFacts,
  sockets: readonly SocketFacts[],
  { option, path, span, key }: SubscriptionFacts,
): readonly Fix[] {
  const index = sockets.findIndex(({ protocol }) => protocol === 'uwsgi');
  const text = around.uwsgiFile(path)?.text.slice(span.start, span.end);
  if (index !== -1 && option === 'subscribe2' && text !== undefined && key !== undefined) {
    const edit = { path, span: { start: span.end, end: span.end }, newText: `,socket=${index}` };
    if (!/(?:^|,)socket=/.test(text))
      return [{ title: `Announce ${sockets[index]?.text ?? ''}`, edits: [edit], preferred: true }];
  }
  const entry = entryAt(around, socket);
  if (entry?.key !== socket.option || !entry.key.endsWith('socket')) return [];
  const edit = { path: socket.path, span: entry.keySpan, newText: 'socket' };
  return [{ title: 'Change to `socket`', edits: [edit], preferred: true }];
}

function put({ path, span, text }: SocketFacts, before: string, after: string): readonly Fix[] {
  if (!text.startsWith(before)) return [];
  const edit = { path, span: { start: span.start, end: span.start + before.length } };
  return [{ title: `Change to ${after}`, edits: [{ ...edit, newText: after }], preferred: true }];
}

/** `resolve` looks the name up once, when uWSGI starts, and makes a placeholder of it. */
function resolved(around: Around, socket: SocketFacts, host: string): readonly Fix[] {
  const entry = entryAt(around, socket);
  if (entry === undefined || !socket.text.startsWith(host)) return [];
  const { path, span } = socket;
  const { start } = entry.line.span;
  const declare = { path, span: { start, end: start }, newText: `resolve = own=${host}\n` };
  const use = { path, span: { start: span.start, end: span.start + host.length } };
  const edits = [declare, { ...use, newText: '%(own)' }];
  return [{ title: `Resolve "${host}" when uWSGI starts`, edits, preferred: true }];
}
