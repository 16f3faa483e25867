import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { parseRouterStats, parseWorkerStats, readRouterStats } from './stats.ts';

const router = `{ "version":"2.0.21", "pid":7, "fastrouter":["127.0.0.1:3030"],
  "subscriptions":[{ "key":"a, ]", "hits":3,
    "nodes":[{"name":"127.0.0.1:4000","requests":3,"death_mark":1},] },],
  "cheap":0 }`;

describe('stats', () => {
  it('reads a router in spite of trailing commas', () => {
    const subscription = parseRouterStats(router)?.subscriptions[0];
    assert.equal(subscription?.key, 'a, ]');
    assert.deepEqual([subscription.nodes[0]?.requests, subscription.nodes[0]?.dead], [3, true]);
  });

  it('reads a worker and counts its apps', () => {
    const stats = parseWorkerStats(
      '{"sockets":[{"name":"127.0.0.1:1","proto":"uwsgi"}],"workers":[{"id":1,"apps":[{}]}]}',
    );
    assert.equal(stats?.processes[0]?.apps, 1);
    assert.equal(stats.sockets[0]?.name, '127.0.0.1:1');
  });

  it('survives what no stats server sends', () => {
    for (const text of ['', '{', 'null', '[]', '{"workers":1}', '['.repeat(100_000)]) {
      assert.equal(parseRouterStats(text), undefined);
      assert.equal(parseWorkerStats(text), undefined);
    }
    assert.deepEqual(parseRouterStats('{"fastrouter":[],"subscriptions":[1,{}]}')?.cheap, false);
  });

  it('says why nothing was read', async (context) => {
    const server = createServer((socket) => socket.end('<html>')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    context.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const result = await readRouterStats({ kind: 'tcp', host: '127.0.0.1', port });
    assert.deepEqual(result, {
      kind: 'unavailable',
      reason: 'the answer is not what a stats server sends',
    });
    const none = await readRouterStats({ kind: 'unix', path: '/nowhere/x.sock' });
    assert.deepEqual(none, { kind: 'unavailable', reason: 'the socket does not exist' });
  });
});
