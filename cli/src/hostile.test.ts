import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { copyExample, put } from './testing/example.ts';
import { assertNothingLeft } from './testing/nothing-left.ts';
import { runCli } from './testing/run-cli.ts';
import { writtenFiles } from './testing/written-files.ts';

const name = 'a:b <img src=x onerror=1> $(touch x) `touch x`;touch x #';

/** Everything below a folder, by its path from there. */
const below = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

describe('a folder that means harm', () => {
  const files = {
    'a\n::error::b.ini': '[uwsgi]\nnosuch = 1\n',
    '::add-path::x.ini': '[uwsgi]\nnosuch = 1\n',
    '\u001b]0;title\u0007.ini': '[uwsgi]\nnosuch = 1\n',
    [`${name}/nginx.conf`]:
      'events {}\n"x\n::error::y" on;\n"\u001b]52;c;cHduZWQ=\u0007" on;\nhttp { server { location / { return 200 "\u001b[2J\n::error::z"; } } }\n',
  };
  async function output(context: TestContext, ...args: readonly string[]) {
    const cwd = writtenFiles(context, files);
    const { stdout, stderr } = await runCli(context, args, { cwd }).ended;
    assert.equal(existsSync(join(cwd, 'x')), false);
    assert.deepEqual(below(cwd).sort(), [...Object.keys(files), name].sort());
    return { stdout, stderr };
  }

  it('is reported line by line, whatever its names hold', async (context) => {
    const { stdout, stderr } = await output(context, 'check', '.');
    const lines = stdout.trimEnd().split('\n');
    assert.ok(lines.length >= 5, stdout);
    for (const line of lines)
      assert.match(line, /^[^:\s].*:\d+:\d+: (?:error|warning|info|note): /);
    assert.doesNotMatch(stdout + stderr, /[\p{Cc}--\n]/v);
  });

  it('is no source of commands for a runner that reads the other formats', async (context) => {
    const { stdout } = await output(context, 'check', '--format', 'github', '.');
    for (const line of stdout.trimEnd().split('\n'))
      assert.match(line, /^::(?:error|warning|notice) file=[^:,\n]+,line=\d+,/);
    const json = await output(context, 'check', '--format', 'json', '.');
    assert.ok(Array.isArray((JSON.parse(json.stdout) as { findings: unknown }).findings));
  });

  it('is explained without a line that somebody else has written', async (context) => {
    const { stdout, stderr } = await output(context, 'explain', 'http://localhost:8000/');
    assert.doesNotMatch(stdout + stderr, /^::/m);
    assert.doesNotMatch(stdout + stderr, /[\p{Cc}--\n]/v);
  });

  it(
    'is started, and nothing is written but where it belongs',
    { skip: noPrograms },
    async (context) => {
      const away = '../../../away';
      const example = await copyExample(context, {
        'nginx.conf': (text) =>
          put(
            'http {',
            `lock_file ${away}.lock;\nhttp {\n    proxy_cache_path ${away}-cache keys_zone=a:1m;\n`,
          )(
            text
              .replace('pid nginx.pid', `pid ${away}.pid`)
              .replace('error_log stderr', `error_log ${away}.error`)
              .replace('access_log access.log', `access_log ${away}.access`)
              .replace('client_body_temp_path body', `client_body_temp_path ${away}-body`)
              .replace(
                'server_name app.localhost',
                `server_name app.localhost "$(touch/x)" "<img/src=x>"`,
              ),
          ),
      });
      const folder = join(example.app, name);
      mkdirSync(folder);
      for (const file of readdirSync(example.app))
        if (join(example.app, file) !== folder)
          renameSync(join(example.app, file), join(folder, file));
      writeFileSync(
        join(folder, 'app.py'),
        `print("\\x1b]0;t\\x07\\x1b[2Jhostile line", flush=True)\n${app}`,
      );
      const before = below(example.app);
      const cli = runCli(context, ['up', folder], { environment: example.environment });
      await cli.line(/Ready: http:\/\/app\.localhost/);
      cli.signal('SIGINT');
      const { code, stdout, stderr } = await cli.ended;
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^worker 1 hostile line$/m);
      const after = below(example.app).filter((path) => !path.includes('__pycache__'));
      assert.deepEqual(after.sort(), before.sort());
      assert.deepEqual(
        below(example.folder).filter((path) => /away|(?:^|\/)x$/.test(path)),
        [],
      );
      await assertNothingLeft(example, {});
    },
  );
});

const app = `
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]
`;
