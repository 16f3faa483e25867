import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { copyExample, put } from '../testing/example.ts';
import { runCli } from '../testing/run-cli.ts';

describe('check', () => {
  it('names file, line, column, level and rule of a broken wire, and ends with 1', async (context) => {
    const example = await copyExample(context, {
      'nginx.conf': (text) => text.replace(/uwsgi_pass .*;/, 'uwsgi_pass 127.0.0.1:9;'),
    });
    const { code, stdout, stderr } = await runCli(context, ['check', 'app'], {
      cwd: example.folder,
    }).ended;
    assert.equal(code, 1);
    const [line = '', ...others] = stdout.trimEnd().split('\n');
    assert.match(
      line,
      /^app\/nginx\.conf:22:24: error: Nothing listens at 127\.0\.0\.1:9.* \[stack\/no-dangling-pass\]$/,
    );
    assert.deepEqual(others, []);
    assert.match(stderr, /^\d+ files?: 1 error\n$/);
  });

  it('ends with 0 on a warning', async (context) => {
    const example = await copyExample(context, {
      'router.ini': put('fastrouter-cheap', 'fastrouter-cheep'),
    });
    const { code, stdout, stderr } = await runCli(context, ['check', example.app]).ended;
    assert.equal(code, 0, stdout);
    assert.match(
      stdout,
      /router\.ini:13:1: warning: .*fastrouter-cheep.* \[uwsgi\/no-unknown-option\]/,
    );
    assert.match(stderr, /1 warning/);
  });

  it('turns on a rule that is off by default, by its id', async (context) => {
    const example = await copyExample(context, {});
    const args = ['check', example.app, '--rule', 'nginx/server-tokens=warning'];
    const { code, stdout } = await runCli(context, args).ended;
    assert.equal(code, 0, stdout);
    assert.match(stdout, /warning: .*version of nginx.* \[nginx\/server-tokens\]/);
    const unknown = await runCli(context, ['check', example.app, '--rule', 'nginx/nope']).ended;
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /knows no rule nginx\/nope/);
  });

  const examples = join(import.meta.dirname, '../../../examples');
  for (const name of readdirSync(examples)) {
    it(`has nothing to say about the example ${name}`, async (context) => {
      const { code, stdout, stderr } = await runCli(context, ['check', join(examples, name)]).ended;
      assert.deepEqual([code, stdout], [0, '']);
      assert.match(stderr, /^[1-9]\d* files?: nothing to report\n$/);
    });
  }
});
