import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { uwsgiIsAbsent } from '../testing/show-config.ts';
import { isAnyHost, parseAddress } from './address.ts';

/** Ports are left to the kernel, so that nothing else on the machine is in the way. */
const addresses = [
  ...['127.0.0.1:0', '127.0.0.1:', ':0', '0.0.0.0:0', '127.*:0', '127.0.0.*:0', 'localhost:0'],
  ...['one.sock', '3031', 'tcp://127.0.0.1:0', 'http://127.0.0.1:0', '"127.0.0.1:0"'],
  ...['256.1.1.1:0', '/none/a.sock:0', '@name:0', './a.sock:0', 'no such host:0', 'a/b:0'],
];

test(
  'uWSGI binds what it reads as an address where we say',
  { skip: uwsgiIsAbsent && 'no uwsgi here' },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'uwsgi-address-'));
    try {
      const path = join(folder, 'app.ini');
      const lines = addresses.map((address) => `shared-socket = ${address}\n`);
      // Without an app uWSGI ends by itself, after it has bound them all.
      writeFileSync(path, `[uwsgi]\n${lines.join('')}socket = =0\nneed-app = true\n`);
      const { stderr } = spawnSync('uwsgi', ['--ini', path], {
        cwd: folder,
        env: { PATH: process.env.PATH },
        timeout: 20_000,
        killSignal: 'SIGKILL',
        input: '',
      });
      const printed = [
        ...stderr
          .toString()
          .matchAll(
            /shared socket (\d+) bound to (\w+) address (.*?) (?:\(port auto-assigned\) )?fd/g,
          ),
      ];
      const bound = new Map(
        printed.map(([, index, kind, text = '']) => [
          Number(index),
          `${kind ?? ''} ${text.replace(/:\d+$/, '')}`,
        ]),
      );
      assert.equal(bound.size, addresses.length, stderr.toString());
      for (const [index, address] of addresses.entries())
        assert.equal(bound.get(index), expected(address), address);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

function expected(text: string): string {
  const address = parseAddress(text, 'shared-socket');
  switch (address.kind) {
    case 'tcp':
      if (address.pattern !== undefined) return 'TCP 127.0.0.1';
      // An automatic port is printed behind nothing where all interfaces are meant.
      return `TCP ${isAnyHost(address.host) ? '' : address.host}`;
    case 'unix':
      return `UNIX ${address.path}`;
    case 'hostname':
      return 'TCP 127.0.0.1';
    default:
      return 'TCP 255.255.255.255';
  }
}
