import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import type { SocketAddress } from '../../../shared/launch-plan.ts';
import { tryProbe, waitForProbe, type ProbeResult } from './readiness.ts';
import { freePort } from './testing/free-port.ts';

async function addressOf(context: TestContext, server: Server): Promise<SocketAddress> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  return { kind: 'tcp', host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

/** A stats server that says the next text each time; the last one for ever. */
async function stats(context: TestContext, texts: readonly string[]): Promise<SocketAddress> {
  let turn = 0;
  const server = createServer((socket) => {
    socket.end(texts[Math.min(turn, texts.length - 1)] ?? '');
    turn += 1;
  });
  return await addressOf(context, server);
}

async function pageWith(
  context: TestContext,
  status: number,
  router?: SocketAddress,
  key: string | undefined = 'k',
): Promise<ProbeResult> {
  let host: string | undefined;
  const server = createHttpServer((request, response) => {
    host = request.headers.host;
    response.writeHead(status).end('page');
  });
  const address = await addressOf(context, server);
  const page = { url: 'http://app.localhost/', address, host: 'app.localhost', path: '/' };
  const result = await tryProbe(
    { kind: 'answers', page, router: router && { stats: router, key } },
    AbortSignal.timeout(5000),
  );
  assert.equal(host, 'app.localhost');
  return result;
}

function routerText(name: string, requests: number, dead = 0): string {
  const node = { name, requests, death_mark: dead };
  return JSON.stringify({ fastrouter: [], subscriptions: [{ key: 'k', nodes: [node] }] });
}

const workerText = JSON.stringify({
  sockets: [{ name: '127.0.0.1:4000', proto: 'uwsgi' }],
  workers: [{ id: 1, apps: [] }],
});

describe('probes', () => {
  it('wait until somebody listens, and say what they see till then', async (context) => {
    const port = await freePort();
    const server = createServer();
    context.after(() => server.close());
    let seen = '';
    const passed = await waitForProbe(
      { kind: 'accepts', address: { kind: 'tcp', host: '127.0.0.1', port } },
      AbortSignal.timeout(5000),
      (text) => {
        seen = text;
        if (!server.listening) server.listen(port, '127.0.0.1');
      },
    );
    assert.deepEqual([passed, seen], [true, `connection refused at 127.0.0.1:${port}`]);
  });

  it('end with their signal', async () => {
    const probe = { kind: 'accepts', address: { kind: 'unix', path: '/nowhere/x' } } as const;
    assert.equal(await waitForProbe(probe, AbortSignal.timeout(60)), false);
  });

  it("don't take nginx's own pages for the app's", async (context) => {
    const failed = await pageWith(context, 502);
    assert.match(failed.kind === 'pending' ? failed.seen : '', /nginx answered 502/);
    const still = await stats(context, [routerText('w', 3)]);
    const own = await pageWith(context, 404, still);
    assert.match(own.kind === 'pending' ? own.seen : '', /not by a worker/);
    const growing = await stats(context, [routerText('w', 3), routerText('w', 4)]);
    assert.equal((await pageWith(context, 404, growing)).kind, 'passed');
  });

  it('look for this very worker among those of the router', async (context) => {
    const workerStats = await stats(context, [workerText]);
    const subscribed = async (router: string): Promise<ProbeResult> => {
      const routerStats = await stats(context, [router]);
      const probe = {
        kind: 'subscribed',
        routerStats,
        workerStats,
        key: 'k',
        announced: undefined,
      } as const;
      return await tryProbe(probe, AbortSignal.timeout(5000));
    };
    assert.equal((await subscribed(routerText('127.0.0.1:4000', 0))).kind, 'passed');
    for (const [text, seen] of [
      [routerText('127.0.0.1:4000', 0, 1), /marked this worker as failed/],
      [routerText('127.0.0.1:9', 0), /but not this one/],
      ['{"fastrouter":[],"subscriptions":[]}', /no worker under key "k"/],
    ] as const) {
      const result = await subscribed(text);
      assert.match(result.kind === 'pending' ? result.seen : '', seen);
    }
    const loaded = await tryProbe(
      { kind: 'app-loaded', stats: workerStats },
      AbortSignal.timeout(5000),
    );
    assert.match(loaded.kind === 'pending' ? loaded.seen : '', /no app/);
  });

  it('name the keys when the router has given a request to no worker', async (context) => {
    const quiet = await stats(context, [routerText('a', 1)]);
    const other = await pageWith(context, 502, quiet, 'other');
    assert.match(
      seenOf(other),
      /502.*: the router gave key "other" to no worker \(it knows "k"\)$/,
    );
    const busy = await stats(context, [routerText('a', 1), routerText('a', 2)]);
    assert.match(seenOf(await pageWith(context, 502, busy)), /502 for http:\/\/app\.localhost\/$/);
  });
});

function seenOf(result: ProbeResult): string {
  return result.kind === 'pending' ? result.seen : 'passed';
}
