import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { copyExample } from './testing/example.ts';
import { assertNothingLeft } from './testing/nothing-left.ts';
import { runCli } from './testing/run-cli.ts';

async function statusOf(port: number, host: string): Promise<number | undefined> {
  const request = get({ port, host: '127.0.0.1', headers: { host }, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.statusCode;
}

describe('up', { skip: noPrograms, concurrency: 3 }, () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`starts the example, serves its page, and leaves nothing after ${signal}`, async (context) => {
      const example = await copyExample(context);
      const files = example.files();
      const cli = runCli(context, ['up', example.app], { environment: example.environment });
      const url = `http://app.localhost:${example.ports.nginx}/`;
      assert.equal(await cli.line(/Ready/), `uwsgi-stack Ready: ${url}`);
      assert.equal(
        await statusOf(example.ports.nginx, `app.localhost:${example.ports.nginx}`),
        200,
      );
      cli.signal(signal);
      const end = await cli.ended;
      assert.deepEqual([end.code, end.stderr], [0, '']);
      assert.match(end.stdout, /uwsgi-stack Stopped\.\n$/);
      await assertNothingLeft(example, files);
    });
  }

  it('stops what is only half started', async (context) => {
    const example = await copyExample(context);
    const files = example.files();
    const cli = runCli(context, ['up', example.app], { environment: example.environment });
    await cli.line(/^worker 1: /);
    cli.signal('SIGINT');
    assert.equal((await cli.ended).code, 0);
    await assertNothingLeft(example, files);
  });

  it('runs where no log file can be written', async (context) => {
    const example = await copyExample(context);
    const cli = runCli(context, ['up', example.app], {
      environment: { ...example.environment, XDG_STATE_HOME: join(example.app, 'app.py') },
    });
    await cli.line(/Ready/);
    cli.signal('SIGINT');
    const { code, stdout } = await cli.ended;
    assert.equal(code, 0);
    assert.match(stdout, /^uwsgi-stack Nothing is kept in log files: .*ENOTDIR/m);
  });

  it('starts as many workers as asked for', async (context) => {
    const example = await copyExample(context);
    const cli = runCli(context, ['up', example.app, '--workers', '3'], {
      environment: example.environment,
    });
    await cli.line(/Ready/);
    cli.signal('SIGINT');
    const { stdout } = await cli.ended;
    assert.match(stdout, /^worker 3: ready$/m);
    assert.doesNotMatch(stdout, /^worker 4/m);
  });
});

describe('the command line', () => {
  it('ends with 2 and says what is off', async (context) => {
    for (const [args, message] of [
      [[], /no command given/],
      [['fly'], /no command fly/],
      [['up', '--nosuch'], /Unknown option '--nosuch'/],
      [['up', '.', 'other'], /one folder at a time/],
      [['up', '--workers', '0'], /--workers takes a number from 1 to 100/],
      [['up', '--port', '8080'], /--port takes two ports/],
      [['up', '--timeout', 'soon'], /--timeout takes a number of seconds/],
      [['up', '/no/such/folder'], /There is no folder \/no\/such\/folder/],
      [['check', '/no/such/folder'], /there is no file or folder \/no\/such\/folder/],
    ] as const) {
      const { code, stderr } = await runCli(context, args).ended;
      assert.equal(code, 2, stderr);
      assert.match(stderr, message);
    }
  });

  it('ends with 0 after showing its help', async (context) => {
    const { code, stdout } = await runCli(context, ['--help']).ended;
    assert.equal(code, 0);
    assert.match(stdout, /uwsgi-stack up \[FOLDER\]/);
  });
});

it(
  'a file as in sites-enabled is run without an nginx.conf',
  { skip: noPrograms },
  async (context) => {
    const example = await copyExample(context, { 'nginx.conf': () => undefined });
    mkdirSync(join(example.app, 'sites-enabled'));
    writeFileSync(
      join(example.app, 'sites-enabled', 'app'),
      [
        'server {',
        `  listen ${example.ports.nginx};`,
        '  server_name app.localhost;',
        '  location / {',
        '    include uwsgi_params;',
        '    uwsgi_param UWSGI_FASTROUTER_KEY $host;',
        `    uwsgi_pass 127.0.0.1:${example.ports.router};`,
        '  }',
        '}',
        '',
      ].join('\n'),
    );
    rmSync(join(example.app, 'uwsgi_params'), { force: true });
    const cli = runCli(context, ['up', example.app], { environment: example.environment });
    await cli.line(/Ready/);
    assert.equal(await statusOf(example.ports.nginx, 'app.localhost'), 200);
    cli.signal('SIGINT');
    assert.equal((await cli.ended).code, 0);
  },
);

it(
  'a port that is taken is named with a free one, which can be taken',
  { skip: noPrograms },
  async (context) => {
    const example = await copyExample(context);
    const { nginx } = example.ports;
    const holder = createServer().listen(nginx, '127.0.0.1');
    await once(holder, 'listening');
    context.after(() => holder.close());
    const { environment } = example;
    const { code, stderr } = await runCli(context, ['up', example.app], { environment }).ended;
    assert.equal(code, 1);
    const [, port, move] =
      /^uwsgi-stack: Port (\d+) on .* is taken by .+ \(pid \d+\)\.\n.* `--port (\S+)`\.$/m.exec(
        stderr,
      ) ?? [];
    assert.equal(port, String(nginx), stderr);
    const cli = runCli(context, ['up', example.app, '--port', move ?? ''], { environment });
    const other = Number(move?.split('=')[1]);
    assert.equal(await cli.line(/Ready/), `uwsgi-stack Ready: http://app.localhost:${other}/`);
    assert.equal(await statusOf(other, `app.localhost:${other}`), 200);
    cli.signal('SIGINT');
    assert.equal((await cli.ended).code, 0);
  },
);

it('a configuration of a system service runs as it is', { skip: noPrograms }, async (context) => {
  const service = (text: string) =>
    `${text}logto = /var/log/nosuch/app.log\npidfile = /run/nosuch/app.pid\n`;
  const example = await copyExample(context, { 'worker.ini': service });
  const cli = runCli(context, ['up', example.app], { environment: example.environment });
  await cli.line(/Ready/);
  // What would have gone into the file is shown.
  await cli.line(/^worker 1 .*spawned uWSGI worker 1/);
  cli.signal('SIGINT');
  assert.equal((await cli.ended).code, 0);
});
