import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { FileChangeType } from 'vscode-languageserver/node';
import { methods, type StackOutline } from '../../../shared/messages.ts';
import { article } from '../language/testing/workspace.ts';
import { nodeWorld } from './node-world.ts';
import { startRealServer, uriOf } from './testing/real-server.ts';

function makeFolder(context: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'uwsgi-stack-odd-')));
  context.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [path, text] of Object.entries(article))
    writeFileSync(join(folder, path.slice('/w/'.length)), text);
  writeFileSync(join(folder, 'uwsgi_params'), 'uwsgi_param QUERY_STRING $query_string;\n');
  writeFileSync(join(folder, 'app.py'), 'application = None\n');
  return folder;
}

/** What a folder can hold under a name that a stack's file may have. */
const oddities: Readonly<Record<string, (path: string) => void>> = {
  'huge.ini': (path) => {
    const file = openSync(path, 'w');
    ftruncateSync(file, 1024 ** 3); // 1 GB, none of which lies on the disk
    closeSync(file);
  },
  'binary.conf': (path) => {
    writeFileSync(path, Buffer.from(Array.from({ length: 65_536 }, (_, at) => (at * 7) % 256)));
  },
  'no-utf8.ini': (path) => {
    writeFileSync(path, Buffer.from([...Buffer.from('[uwsgi]\nname = '), 0xff, 0xc3, 0x28, 0x0a]));
  },
  'pipe.ini': (path) => {
    execFileSync('mkfifo', [path]);
  },
  'folder.ini': (path) => {
    mkdirSync(path);
    writeFileSync(join(path, 'inside.ini'), '[uwsgi]\nmaster = true\n');
  },
  'sub/nginx.conf': (path) => {
    mkdirSync(path, { recursive: true });
  },
  'loop.ini': (path) => {
    symlinkSync('loop.ini', path);
  },
  round: (path) => {
    symlinkSync('.', path);
  },
  'dangling.conf': (path) => {
    symlinkSync('/no/such/file.conf', path);
  },
  'zero.conf': (path) => {
    symlinkSync('/dev/zero', path);
  },
  'a\nb $(touch x) `id` ;.ini': (path) => {
    writeFileSync(path, '[uwsgi]\nmaster = true\nnosuch-option = 1\n');
  },
  [`${'deep/'.repeat(60)}x.ini`]: (path) => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, '[uwsgi]\n');
  },
};

describe('odd files', { timeout: 60_000 }, () => {
  it('do not keep the server from reading the others', async (context) => {
    const folder = makeFolder(context);
    for (const [name, make] of Object.entries(oddities)) make(join(folder, name));
    const server = await startRealServer([folder]);
    context.after(server.kill);
    const { connection } = server;
    const stacks = () => connection.sendRequest<StackOutline[]>(methods.stacks, {});
    assert.deepEqual((await stacks())[0]?.files.toSorted(), [
      ...['nginx.conf', 'router.ini', 'uwsgi_params', 'worker.ini'].map((name) =>
        join(folder, name),
      ),
    ]);
    // An editor tells of each of them, once more when it is gone, and asks for what it cannot have.
    const names = Object.keys(oddities);
    for (const type of [FileChangeType.Created, FileChangeType.Changed, FileChangeType.Deleted]) {
      if (type === FileChangeType.Deleted)
        for (const name of names) rmSync(join(folder, name), { recursive: true });
      await connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: names.map((name) => ({ uri: uriOf(join(folder, name)), type })),
      });
      for (const name of names)
        await connection.sendRequest('textDocument/documentSymbol', {
          textDocument: { uri: uriOf(join(folder, name)) },
        });
    }
    assert.equal((await stacks()).length, 1);
    await server.until(() => server.diagnostics.size === 0);
    assert.deepEqual(server.complaints, []);
    assert.ok(mostMemory(server.pid) < 512 * 1024 ** 2, 'the huge file was read');
    assert.deepEqual(await server.close(), [0, null]);
  });

  it('that configurations name are looked at, and not opened', async (context) => {
    const folder = makeFolder(context);
    const { 'huge.ini': huge, 'pipe.ini': pipe, 'loop.ini': loop, 'zero.conf': zero } = oddities;
    for (const [name, make] of Object.entries({ huge, pipe, loop, zero }))
      make?.(join(folder, name));
    const named = [
      'huge.ini',
      'pipe.ini',
      'loop.ini',
      'zero.conf',
      '/dev/zero',
      '/proc/self/mem',
      '../../../../..',
    ];
    writeFileSync(
      join(folder, 'worker.ini'),
      `${article['/w/worker.ini']}${named.map((name) => `ini = ${name}\nvirtualenv = ${name}\nwsgi-file = ${name}\n`).join('')}`,
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      `${article['/w/nginx.conf']}${named.map((name) => `include ${name};\n`).join('')}`,
    );
    const server = await startRealServer([folder]);
    context.after(server.kill);
    const { connection } = server;
    await server.until(() => server.diagnostics.has(uriOf(join(folder, 'nginx.conf'))));
    for (const name of ['worker.ini', 'nginx.conf'])
      for (const method of ['hover', 'definition', 'documentLink', 'completion'])
        await connection.sendRequest(`textDocument/${method}`, {
          textDocument: { uri: uriOf(join(folder, name)) },
          position: { line: 14, character: 9 },
        });
    assert.deepEqual(server.complaints, []);
    assert.ok(mostMemory(server.pid) < 512 * 1024 ** 2, 'the huge file was read');
    assert.deepEqual(await server.close(), [0, null]);
  });

  it('that may not be read are as good as absent', async (context) => {
    const folder = makeFolder(context);
    mkdirSync(join(folder, 'closed'));
    writeFileSync(join(folder, 'closed/x.ini'), '[uwsgi]\n');
    chmodSync(join(folder, 'router.ini'), 0);
    chmodSync(join(folder, 'closed'), 0);
    chmodSync(folder, 0o755);
    // Root may read all: it does so as nobody.
    const { geteuid, seteuid } = process;
    if (geteuid === undefined || seteuid === undefined) throw new Error('no users here');
    const own = geteuid();
    if (own === 0) seteuid(65_534);
    try {
      const found: string[] = [];
      for await (const { path } of nodeWorld.findFiles(folder))
        found.push(path.slice(folder.length + 1));
      assert.deepEqual(found.sort(), ['nginx.conf', 'uwsgi_params', 'worker.ini']);
      assert.equal(await nodeWorld.readFile(join(folder, 'router.ini')), undefined);
      assert.equal(await nodeWorld.text(join(folder, 'router.ini')), undefined);
      assert.deepEqual(await nodeWorld.look(join(folder, 'closed')), { kind: 'other' });
      assert.deepEqual(await nodeWorld.look(join(folder, 'closed/x.ini')), { kind: 'other' });
    } finally {
      seteuid(own);
      chmodSync(join(folder, 'closed'), 0o700);
    }
  });
});

/** In bytes, at any time of the process. */
function mostMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}
