import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseRouterStats, parseWorkerStats, readRouterStats, readWorkerStats } from './stats.ts';

const router = `{ "version":"2.0.21", "pid":7, "cheap":0, "fastrouter":["127.0.0.1:3030"],
  "subscriptions":[{ "key":"a, ] \\" \\\\", "hits":3, "nodes":[
    {"name":"127.0.0.1:4000","requests":3,"tx":1,"rx":2,"weight":1,"failcnt":0,"last_check":9,"death_mark":1},
  ] },], }`;
const worker = `{ "version":"2.0.21", "pid":7, "listen_queue":0, "load":0,
  "sockets":[{"name":"127.0.0.1:1","proto":"uwsgi"}],
  "workers":[{"id":1,"pid":8,"status":"busy","requests":3,"exceptions":0,"avg_rt":5,"rss":0,
    "harakiri_count":0,"respawn_count":1,"apps":[{"id":0}],"cores":[{"vars":["A=1"]}]}] }`;

/** Every field has the type that the views count on, whatever was sent. */
function assertTyped(value: unknown, path = ''): void {
  if (Array.isArray(value)) {
    assert.ok(value.length <= 10_000, path);
    value.forEach((item, at) => {
      assertTyped(item, `${path}[${at}]`);
    });
  } else if (typeof value === 'object' && value !== null)
    for (const [name, field] of Object.entries(value)) assertTyped(field, `${path}.${name}`);
  else if (typeof value === 'number')
    assert.ok(value >= 0 && value <= Number.MAX_SAFE_INTEGER, path);
  else if (typeof value === 'string') assert.ok(value.length <= 1024, path);
  else assert.equal(typeof value, 'boolean', path);
}

function assertReadable(text: string): void {
  for (const parse of [parseRouterStats, parseWorkerStats]) {
    const stats = parse(text);
    if (stats !== undefined) assertTyped(stats);
  }
}

describe('stats that somebody else has written', { timeout: 60_000 }, () => {
  it('are read as far as they are whole', () => {
    assert.equal(parseRouterStats(router)?.subscriptions[0]?.nodes[0]?.dead, true);
    assert.equal(parseWorkerStats(worker)?.processes[0]?.apps, 1);
    for (const text of [router, worker])
      for (let end = 0; end < text.length; end++) {
        const cut = text.slice(0, end);
        assert.equal(parseRouterStats(cut), undefined, cut);
        assert.equal(parseWorkerStats(cut), undefined, cut);
      }
  });

  it('give fields of the right types, or nothing', () => {
    const values = fc.oneof(fc.json(), fc.constantFrom('1e999', '-0', '"\\u0000"', '{}', '[[]]'));
    fc.assert(
      fc.property(fc.constantFrom(router, worker), fc.nat(), values, (text, at, value) => {
        // Another value in the place of one that is there.
        const places = [...text.matchAll(/(?<=:)(?:"[^"]*"|\d+)/g)];
        const place = places[at % places.length];
        assert.ok(place);
        const end = place.index + place[0].length;
        assertReadable(text.slice(0, place.index) + value + text.slice(end));
      }),
      { seed: 61, numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.constantFrom(router, worker), fc.nat(), fc.string(), (text, at, piece) => {
        const place = at % text.length;
        assertReadable(text.slice(0, place) + piece + text.slice(place + 3));
      }),
      { seed: 62, numRuns: 1000 },
    );
  });

  it('cost time by their length only', () => {
    // With the square of it, this test would not end.
    for (const text of [
      `{"fastrouter":[],${'"\\'.repeat(2_000_000)}`,
      `{"fastrouter":[],${'"\\",'.repeat(2_000_000)}`,
      ', '.repeat(4_000_000),
      `[${','.repeat(4_000_000)}`,
      `{"workers":[${'{},'.repeat(1_000_000)}]}`,
      '[{"a":'.repeat(1_000_000),
    ])
      assertReadable(text);
  });

  it('end the reading, whoever sends them, and however', async (context) => {
    const greetings: readonly ((socket: Socket) => void)[] = [
      (socket) => socket.destroy(),
      (socket) => socket.resetAndDestroy(),
      (socket) => socket.end(),
      (socket) => socket.end(router.slice(0, 90)),
      (socket) => socket.end(Buffer.from([0xff, 0xfe, 0, 0xc3])),
      (socket) => socket.write(router.slice(0, 90), () => socket.resetAndDestroy()),
      // Neither a word nor an end.
      () => undefined,
      (socket) => {
        const more = () => {
          socket.write('x'.repeat(65_536), (error) => {
            if (error === null || error === undefined) more();
          });
        };
        more();
      },
    ];
    for (const greet of greetings) {
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        greet(socket);
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      context.after(() => server.close());
      const { port } = server.address() as AddressInfo;
      const address = { kind: 'tcp', host: '127.0.0.1', port } as const;
      const results = await Promise.all([readRouterStats(address), readWorkerStats(address)]);
      for (const result of results) {
        assert.equal(result.kind, 'unavailable');
        assert.notEqual(result.reason, '');
      }
    }
  });
});
