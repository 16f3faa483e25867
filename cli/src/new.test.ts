import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { temporaryFolder } from '../../client/src/stack/testing/temporary-folder.ts';
import { frameworks } from '../../client/src/stack/new-stack.ts';
import { runCli } from './testing/run-cli.ts';

describe('new', () => {
  for (const framework of frameworks)
    it(`writes a stack for ${framework} in which no rule finds anything`, async (context) => {
      const folder = temporaryFolder(context);
      const made = await runCli(context, ['new', folder, '--framework', framework]).ended;
      assert.deepEqual([made.code, made.stderr], [0, '']);
      const checked = await runCli(context, ['check', folder, '--format', 'json']).ended;
      assert.deepEqual(JSON.parse(checked.stdout), { files: 4, findings: [] });
      const python = spawnSync('python3', ['-m', 'py_compile', join(folder, 'app.py')]);
      assert.equal(python.status, 0, String(python.stderr));
    });

  for (const framework of ['plain', 'bottle'] as const)
    it(
      `writes a stack for ${framework} that starts at once`,
      { skip: noPrograms },
      async (context) => {
        const folder = temporaryFolder(context);
        const app = join(folder, 'app');
        const environment = { XDG_RUNTIME_DIR: folder, XDG_STATE_HOME: join(folder, 'state') };
        const answers = ['--framework', framework, '--domain', 'shop.localhost'];
        assert.equal((await runCli(context, ['new', app, ...answers]).ended).code, 0);
        const cli = runCli(context, ['up', app], { environment });
        const url = new URL(/http:\S+/.exec(await cli.line(/Ready/))?.[0] ?? '');
        assert.equal(url.hostname, 'shop.localhost');
        const request = get({
          host: '127.0.0.1',
          port: url.port,
          headers: { host: url.host },
          agent: false,
        });
        const [response] = (await once(request, 'response')) as [IncomingMessage];
        response.resume();
        assert.equal(response.statusCode, 200);
        cli.signal('SIGINT');
        assert.equal((await cli.ended).code, 0);
      },
    );

  it('takes ports that are free', { skip: noPrograms }, async (context) => {
    const folder = temporaryFolder(context);
    await runCli(context, ['new', join(folder, 'one')]).ended;
    const port = /listen 127\.0\.0\.1:(\d+)/.exec(
      readFileSync(join(folder, 'one/nginx.conf'), 'utf8'),
    )?.[1];
    assert.ok(Number(port) >= 8080);
  });

  it('writes nothing where a file of the same name is', async (context) => {
    const folder = temporaryFolder(context);
    writeFileSync(join(folder, 'app.py'), 'mine');
    const { code, stderr } = await runCli(context, ['new', folder]).ended;
    assert.equal(code, 1);
    assert.match(stderr, /nothing was written, as app\.py is there already/);
    assert.deepEqual(readdirSync(folder), ['app.py']);
    assert.equal(readFileSync(join(folder, 'app.py'), 'utf8'), 'mine');
  });

  for (const [args, says] of [
    [['--domain', 'a b'], /--domain a b: A name has letters/],
    [['--framework', 'rails'], /--framework takes one of plain, bottle, flask, django/],
    [['--workers', '0'], /--workers takes a number from 1 to 100/],
  ] as const)
    it(`says what is wrong with ${args.join(' ')}`, async (context) => {
      const folder = temporaryFolder(context);
      const { code, stderr } = await runCli(context, ['new', join(folder, 'a'), ...args]).ended;
      assert.equal(code, 2);
      assert.match(stderr, says);
      assert.equal(existsSync(join(folder, 'a')), false);
    });
});
