import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { temporaryFolder } from '../../../client/src/stack/testing/temporary-folder.ts';
import { runCli } from '../testing/run-cli.ts';

describe('uwsgi-stack explain', { timeout: 30_000 }, () => {
  const conf = `events {}
http {
  server {
    listen 8080;
    root .;
    location /static/ { }
    location / { return 302 /static/a.css; }
  }
}
`;
  async function explain(context: TestContext, ...args: readonly string[]) {
    const cwd = temporaryFolder(context);
    writeFileSync(join(cwd, 'nginx.conf'), conf);
    return await runCli(context, ['explain', ...args], { cwd }).ended;
  }

  it('prints each step behind its place', async (context) => {
    const { code, stdout, stderr } = await explain(context, 'http://localhost:8080/x');
    assert.equal(stderr, '');
    assert.deepEqual(stdout.split('\n'), [
      'GET http://localhost:8080/x',
      'nginx.conf:4:5: *:8080 takes the connection: it is the only address here that port 8080 leads to.',
      'nginx.conf:3:3: The default server answers: it is the only one there.',
      'nginx.conf:7:5: location / wins for /x: it is the longest prefix that fits, and no regular expression does.',
      '    not location /static/ (nginx.conf:6:5): is no beginning of /x',
      'nginx.conf:7:18: return 302 /static/a.css answers.',
      'Answer: 302, a redirect to http://localhost:8080/static/a.css.',
      '',
    ]);
    assert.equal(code, 0);
  });

  it('asks the disk, and speaks JSON', async (context) => {
    const { stdout } = await explain(context, '/static/none.css', '--format', 'json');
    const { explanations } = JSON.parse(stdout) as {
      explanations: { answer: string; location: unknown; sure: boolean }[];
    };
    assert.equal(explanations[0]?.answer, 'Answer: 404.');
    assert.deepEqual(explanations[0].location, { path: 'nginx.conf', line: 6, column: 5 });
    assert.equal(explanations[0].sure, true);
  });

  it('says what is wrong with the command line', async (context) => {
    for (const [args, reason] of [
      [[], /explain takes a URL/],
      [['http://a b/'], /"http:\/\/a b\/" is no address/],
      [['/', '--header', 'x'], /--header takes 'NAME: VALUE'/],
      [['/', 'none'], /there is no file or folder none/],
    ] as const) {
      const { code, stdout, stderr } = await explain(context, ...args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, reason);
    }
  });
});
