import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { runCli } from '../testing/run-cli.ts';
import { writtenFiles } from '../testing/written-files.ts';

const slip = '[uwsgi]\nproceses = 2\n';

async function check(
  context: TestContext,
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const end = await runCli(context, ['check', ...args], { cwd, environment }).ended;
  return { ...end, lines: end.stdout.split('\n').filter((line) => line !== '') };
}

describe('check finds its files', { concurrency: 2 }, () => {
  it('below folders, in order, each once, and ends in a circle of links', async (context) => {
    const folder = writtenFiles(context, { 'b/worker.ini': slip, 'a.ini': slip, 'c/x.txt': slip });
    symlinkSync('..', join(folder, 'b/up'));
    symlinkSync('b', join(folder, 'link'));
    const { code, lines, stderr } = await check(context, folder, ['link', 'b', '.', 'a.ini']);
    assert.deepEqual(
      lines.map((line) => line.split(':')[0]),
      ['a.ini', 'link/worker.ini'],
    );
    assert.deepEqual([code, stderr], [0, '2 files: 2 warnings\n']);
  });

  it('in an empty folder: none', async (context) => {
    const { code, stdout, stderr } = await check(context, writtenFiles(context, {}), []);
    assert.deepEqual([code, stdout, stderr], [0, '', '0 files: nothing to report\n']);
  });

  it('by their names, whatever those are', async (context) => {
    const folder = writtenFiles(context, {
      shop: slip,
      'site.txt': 'server {\n  listn 80;\n}\n',
      fragment: 'alias /x;\n',
    });
    const { code, lines } = await check(context, folder, ['shop', 'site.txt']);
    assert.equal(code, 1);
    assert.match(lines.join('\n'), /^shop:2:1: warning: .*\nsite\.txt:2:3: error: .*listen/);
    assert.deepEqual((await check(context, folder, ['fragment'])).lines, []);
    const inServer = await check(context, folder, ['fragment', '--context', 'server']);
    assert.match(inServer.stdout, /^fragment:1:1: error: .*\[nginx\/directive-context\]$/m);
  });

  it('of any bytes, and says which are no text', async (context) => {
    const folder = writtenFiles(context, {
      'latin.ini': Buffer.from('[uwsgi]\n; caf\xe9\nproceses = 2\n', 'latin1'),
      'marked.ini': `\uFEFF${slip}`,
      'binary.ini': Buffer.from([0, 1, 2]),
    });
    const { code, lines } = await check(context, folder, ['.']);
    assert.equal(code, 0);
    assert.deepEqual(
      lines.map((line) => line.slice(0, line.indexOf(' '))),
      ['latin.ini:3:1:', 'marked.ini:2:1:'],
    );
    const binary = await check(context, folder, ['binary.ini']);
    assert.deepEqual([binary.code, binary.stdout], [2, '']);
    assert.match(binary.stderr, /binary\.ini is no text file/);
  });

  it('or ends with 2', async (context) => {
    const folder = writtenFiles(context, { 'a.ini': slip, 'secret.ini': slip });
    symlinkSync('loop', join(folder, 'loop'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    chmodSync(join(folder, 'secret.ini'), 0);
    for (const [args, message] of [
      [['none'], /there is no file or folder none/],
      [['a.ini/x'], /there is no file or folder/],
      [['loop'], /loop is a symbolic link that leads to itself/],
      [['pipe'], /pipe is no text file/],
      ...(process.getuid?.() === 0 ? [] : [[['secret.ini'], /may not be read/] as const]),
      [['--format', 'xml'], /--format takes one of text, json, sarif, github/],
      [['--level', 'hint'], /--level takes one of error, warning, info/],
      [['--target-nginx', 'new'], /--target-nginx takes a version/],
      [['--context', 'http,cellar'], /--context takes contexts divided by commas: main, /],
      [['--workers', '2'], /Unknown option '--workers'/],
    ] as const) {
      const { code, stdout, stderr } = await check(context, folder, [...args, 'a.ini']);
      assert.deepEqual([code, stdout], [2, ''], stderr);
      assert.match(stderr, message);
    }
  });

  it('and runs no program unless it is told to', async (context) => {
    const folder = writtenFiles(context, { 'nginx.conf': 'events {}\nhttp {}\n' });
    mkdirSync(join(folder, 'bin'));
    for (const name of ['nginx', 'uwsgi']) {
      const decoy = join(folder, 'bin', name);
      writeFileSync(decoy, `#!/bin/sh\ntouch '${folder}/mark'\n`);
      chmodSync(decoy, 0o755);
    }
    const environment = { PATH: `${folder}/bin:${process.env.PATH ?? ''}` };
    const quiet = await check(context, folder, ['.'], environment);
    assert.deepEqual([quiet.code, existsSync(join(folder, 'mark'))], [0, false]);
    const asked = await check(context, folder, ['.', '--installed'], environment);
    assert.deepEqual([asked.code, existsSync(join(folder, 'mark'))], [0, true]);
  });

  it('needs nothing newer than Node.js 20', async (context) => {
    const folder = writtenFiles(context, { 'a.ini': slip });
    const old =
      'delete Map.groupBy; delete Object.groupBy; delete Promise.withResolvers; delete Array.fromAsync;' +
      'for (const name of ["union","intersection","difference","isSubsetOf","isSupersetOf","isDisjointFrom","symmetricDifference"]) delete Set.prototype[name];' +
      'delete globalThis.Iterator; for (const name of ["map","filter","toArray","some","every","find","flatMap","forEach","reduce","take","drop"])' +
      ' delete Object.getPrototypeOf(Object.getPrototypeOf([].values()))[name];';
    const environment = {
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(old)}`,
    };
    const { code, lines, stderr } = await check(context, folder, [], environment);
    assert.deepEqual([code, lines.length], [0, 1], stderr);
  });
});
