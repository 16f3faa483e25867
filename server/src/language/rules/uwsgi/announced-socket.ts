import { isAnyHost, parseAddress } from '../../uwsgi/address.ts';
import type { EffectiveConfig, EffectiveEntry } from '../../uwsgi/effective.ts';
import { allOptions } from '../../uwsgi/lookup.ts';
import { parseSubscribe2, parseSubscribeTo, type Subscription } from '../../uwsgi/subscription.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix, Report } from '../rule.ts';
import { placeInValue, replace } from './entry-text.ts';
import { wholesOf } from './wholes-of.ts';

export const announcedSocket = defineRule({
  id: 'uwsgi/announced-socket',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A subscription that announces a socket which the router cannot use, or none at all.',
    why: 'A worker announces `addr`, else its socket number `socket`, else its first socket, in the words of the file. To an http-socket the router talks the wrong protocol; `:3031` leads the router to its own machine; host names and IPv6 it cannot connect to. Without any socket nothing is sent, and nothing is said.',
    fix: 'Let the worker have a socket of the uwsgi protocol with an IPv4 address or a path, and name it with `socket=NUMBER` where it is not the first. `socket = 127.0.0.1:0` takes any free port.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/SubscriptionServer.html',
  },
  check(view, report) {
    const wholes = wholesOf(view);
    // What one of them lacks another one may have.
    if (!wholes.every(isDecided)) return;
    const told = new Set<string>();
    for (const whole of wholes) checkWhole(view, whole, wholes.length === 1, told, report);
  },
});

function checkWhole(
  view: UwsgiView,
  whole: EffectiveConfig,
  alone: boolean,
  told: Set<string>,
  report: Report,
): void {
  const sockets = workerSockets(whole);
  const subscriptions = whole.entries.filter(
    ({ option, known, conditional }) =>
      (option?.name === 'subscribe2' || option?.canonical === 'subscribe-to') &&
      known &&
      !conditional,
  );
  for (const entry of subscriptions) {
    const subscription =
      entry.key === 'subscribe2' ? parseSubscribe2(entry.value) : parseSubscribeTo(entry.value);
    const { address, sharedSocket, socket, server, key } = subscription;
    if (address !== undefined || sharedSocket !== undefined) continue;
    if (server === undefined || key === undefined) continue;
    const chosen = socket === undefined ? sockets[0] : (sockets[socket.number] ?? sockets[0]);
    const once = (at: EffectiveEntry, tell: () => void) => {
      const place = `${String(at.keySpan.start)}:${at.key}`;
      if (at.path !== view.path || told.has(place)) return;
      told.add(place);
      tell();
    };
    if (chosen === undefined) {
      if (alone || entry.from === undefined)
        once(entry, () => {
          report({
            span: entry.keySpan,
            message:
              'No worker socket to announce: uWSGI sends nothing, although it logs "subscribing to"',
          });
        });
      continue;
    }
    if (socket !== undefined && socket.number >= sockets.length)
      once(entry, () => {
        report({
          span: placeInValue(view, entry, socket.span),
          level: 'warning',
          message: `There is no socket number ${socket.number}, they count from 0: uWSGI announces the first one`,
        });
      });
    else checkChosen(view, { entry, subscription, chosen, sockets }, once, report);
  }
}

interface Announced {
  readonly entry: EffectiveEntry;
  readonly subscription: Subscription;
  readonly chosen: EffectiveEntry;
  readonly sockets: readonly EffectiveEntry[];
}

function checkChosen(
  view: UwsgiView,
  { entry, subscription, chosen, sockets }: Announced,
  once: (at: EffectiveEntry, tell: () => void) => void,
  report: Report,
): void {
  if (!chosen.known) return;
  const related = (at: EffectiveEntry, message: string) => [
    { path: at.path, span: at.keySpan, message },
  ];
  if (!/^(?:uwsgi-|undeferred-)?socket$/.test(chosen.key)) {
    if (/^(?:puwsgi|suwsgi|ssl|raw|zeromq|zmq|mongrel2)/.test(chosen.key)) return;
    const index = sockets.findIndex(({ key }) => /^(?:uwsgi-)?socket$/.test(key));
    once(entry, () => {
      report({
        span: entry.keySpan,
        message: `This announces ${chosen.key} ${chosen.value}, but a router speaks the uwsgi protocol: requests get no answer`,
        related: related(chosen, 'The socket that is announced'),
        fixes: chooseSocket(view, entry, subscription, index),
      });
    });
    return;
  }
  const parsed = parseAddress(chosen.value, 'socket');
  if (parsed.kind === 'hostname' || (parsed.kind === 'tcp' && parsed.family === 6)) {
    const what = parsed.kind === 'hostname' ? 'a host name' : 'IPv6';
    once(chosen, () => {
      report({
        span: chosen.valueSpan,
        message: `A router cannot connect to ${what}, which is announced as it stands: requests end without an answer`,
        related: related(entry, 'The subscription that announces it'),
      });
    });
  } else if (parsed.kind === 'tcp' && !parsed.auto && isAnyHost(parsed.host)) {
    const { port } = parsed;
    once(chosen, () => {
      report({
        span: chosen.valueSpan,
        level: 'warning',
        message: `This is announced as it stands: the router connects to port ${port} of its own machine. Name the address, or announce one with addr=`,
        related: related(entry, 'The subscription that announces it'),
        fixes: [
          replace(view, chosen.valueSpan, `127.0.0.1:${port}`, `Change to 127.0.0.1:${port}`),
        ],
      });
    });
  }
}

function chooseSocket(
  view: UwsgiView,
  entry: EffectiveEntry,
  { items, socket }: Subscription,
  index: number,
): Fix[] {
  if (entry.key !== 'subscribe2' || index === -1 || items.length === 0) return [];
  if (socket !== undefined) {
    const place = placeInValue(view, entry, socket.span);
    if (place.start === entry.valueSpan.start) return [];
    return [replace(view, place, String(index), `Announce socket ${index}`)];
  }
  const { end } = entry.valueSpan;
  return [replace(view, { start: end, end }, `,socket=${index}`, `Announce socket ${index}`)];
}

/** The sockets of the workers as uWSGI numbers them. */
function workerSockets(whole: EffectiveConfig): readonly EffectiveEntry[] {
  return whole.entries.filter(({ option }) => option !== undefined && handlers.has(option.handler));
}

const handlers: ReadonlySet<string> = new Set([
  ...['add_socket', 'add_ssl_socket', 'add_socket_no_defer', 'add_lazy_socket'],
]);

/** An http router gives the workers a socket of its own making when they have none. */
function isDecided(whole: EffectiveConfig): boolean {
  if (!whole.complete) return false;
  if (workerSockets(whole).some(({ conditional }) => conditional)) return false;
  return !allOptions(whole, 'http', 'https', 'https2', 'emperor').some(
    ({ option }) => option !== undefined,
  );
}
