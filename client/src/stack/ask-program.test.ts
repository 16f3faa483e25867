import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { askProgram } from './ask-program.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

describe('asking a program about itself', { timeout: 20_000 }, () => {
  function script(context: TestContext, text: string): string {
    const path = join(temporaryFolder(context), 'program');
    writeFileSync(path, `#!/bin/sh\n${text}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  it('gives both of its outputs', async (context) => {
    const program = script(context, 'echo "out $1"; echo err >&2');
    assert.deepEqual((await askProgram([program, '-V'])).split('\n').sort(), ['err', 'out -V']);
  });

  it('lets it stand in an empty folder, with little of the environment', async (context) => {
    process.env.NGINX = '7;';
    process.env.UWSGI_MASTER = '1';
    context.after(() => {
      delete process.env.NGINX;
      delete process.env.UWSGI_MASTER;
    });
    const output = await askProgram([script(context, 'ls -A; env; pwd')]);
    assert.doesNotMatch(output, /^NGINX=|^UWSGI_/m);
    assert.match(output, /^PATH=/m);
    assert.match(output.split('\n').at(-1) ?? '', /uwsgi-stack-probe-/);
  });

  it('ends one that hangs, and takes a missing one for silent', async (context) => {
    assert.equal(
      await askProgram([script(context, 'echo first; sleep 60 & sleep 60')], 300),
      'first',
    );
    assert.equal(await askProgram(['/no/such/program']), '');
  });
});
