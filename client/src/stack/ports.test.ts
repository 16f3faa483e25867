import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Claim } from '../../../shared/launch-plan.ts';
import { parseNetTable } from './port-holder.ts';
import { checkClaims } from './ports.ts';
import { makeStep } from './testing/plans.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const source = { path: '/app/router.ini', line: 4 };

async function look(
  address: Claim['address'],
  transport: Claim['transport'],
  runDirectory = '/nowhere',
): Promise<string | undefined> {
  const step = makeStep('router', {
    claims: [{ address, transport, source, label: 'socket = x' }],
  });
  const reason = await checkClaims(step, runDirectory, AbortSignal.timeout(5000));
  return reason?.message;
}

describe('claims', () => {
  it('names the holder of a UDP port, which uWSGI itself would take silently', async (context) => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    context.after(() => socket.close());
    const { port } = socket.address();
    const message = await look({ kind: 'tcp', host: '127.0.0.1', port }, 'datagram');
    const place = `Port ${port} on 127.0.0.1 (socket, router.ini:5) is taken`;
    assert.ok(message?.startsWith(place), message);
    if (process.platform === 'linux') assert.match(message ?? '', new RegExp(`pid ${process.pid}`));
    assert.equal(await look({ kind: 'tcp', host: '127.0.0.1', port: 0 }, 'stream'), undefined);
  });

  it('tells an address that is not of this machine', async () => {
    const message = await look({ kind: 'tcp', host: '192.0.2.1', port: 8080 }, 'stream');
    assert.match(message ?? '', /no such address/);
  });

  it('removes a stale socket of ours, and reports one in use and a file', async (context) => {
    const folder = temporaryFolder(context);
    const path = join(folder, 'x.sock');
    // Only a killed process leaves its socket behind.
    const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.equal(existsSync(path), true);
    assert.equal(await look({ kind: 'unix', path }, 'stream', folder), undefined);
    assert.equal(existsSync(path), false);

    const server = createServer().listen(path);
    await once(server, 'listening');
    context.after(() => server.close());
    assert.match((await look({ kind: 'unix', path }, 'stream', folder)) ?? '', /in use/);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    assert.match((await look({ kind: 'unix', path: file }, 'stream', folder)) ?? '', /a file/);
    const long = { kind: 'unix', path: `/${'x'.repeat(110)}` } as const;
    assert.match((await look(long, 'stream')) ?? '', /too long/);
  });

  it('reads rows of /proc/net/tcp', () => {
    const text =
      '  sl  local_address rem_address   st tx_queue\n   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4242 1 0\n';
    assert.deepEqual(parseNetTable(text), [{ port: 8080, state: '0A', inode: '4242' }]);
  });
});
