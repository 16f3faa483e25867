import { reaches } from '../../stack/endpoint.ts';
import { basename } from '../../text/path.ts';
import { defineRule, type Fix } from '../rule.ts';
import { entryAt } from './ini-edits.ts';
import type { Around } from '../inputs.ts';

export const circlingRequests = defineRule({
  id: 'stack/circling-requests',
  scope: 'stack',
  level: 'error',
  docs: {
    what: 'A worker announces the very address at which the router takes requests.',
    why: 'With `socket = =0` on the shared socket of the router, and a subscription, the router sends requests to itself: they circle until a worker happens to accept them (6 requests made 222 rounds when it was tried).',
    fix: 'Give the worker a socket of its own: `socket = 127.0.0.1:0`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Fastrouter.html',
  },
  check({ graph, around }, report) {
    const told = new Set<string>();
    for (const { path, subscription, ends } of graph.subscriptions) {
      const { announced } = subscription;
      const endpoint =
        announced?.kind === 'socket' ? announced.socket.endpoint : announced?.endpoint;
      if (announced === undefined || endpoint === undefined) continue;
      // Two programs cannot share the address: that is stack/no-shared-port's to tell.
      const front = ends
        .filter((end) => end.path === path || announced.kind === 'address')
        .flatMap((end) => graph.files.get(end.path)?.uwsgi?.fronts ?? [])
        .find((one) => one.endpoint !== undefined && reaches(endpoint, one.endpoint));
      if (front === undefined) continue;
      const place =
        announced.kind === 'socket'
          ? (socketLine(around, path, announced.socket.option) ?? announced.socket)
          : { path: subscription.path, span: announced.address.span };
      const spot = `${place.path}:${place.span.start}`;
      if (told.has(spot)) continue;
      told.add(spot);
      report({
        path: place.path,
        span: place.span,
        message: `This is the address at which ${basename(front.path)} takes requests, and the worker announces it: the router sends requests to itself`,
        related: [
          { path: front.path, span: front.span, message: 'The router takes requests here' },
          {
            path: subscription.path,
            span: subscription.span,
            message: 'The worker announces itself here',
          },
        ],
        fixes: announced.kind === 'socket' ? ownSocket(around, place) : [],
      });
    }
  },
});

/** The line `socket = =N`: its facts are those of the shared socket. */
function socketLine(around: Around, path: string, option: string) {
  const entry = around
    .effective(path)
    ?.entries.find(({ key, value }) => key === option && /^=\d+$/.test(value));
  return entry && { path: entry.path, span: entry.valueSpan };
}

function ownSocket(around: Around, place: Parameters<typeof entryAt>[1]): readonly Fix[] {
  const entry = entryAt(around, place);
  if (entry === undefined || !/^=\d+$/.test(entry.value)) return [];
  const edits = [{ path: place.path, span: place.span, newText: '127.0.0.1:0' }];
  return [{ title: 'Give the worker a port of its own', edits, preferred: true }];
}
