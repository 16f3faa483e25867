import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { processesOf } from '../../client/src/stack/testing/processes.ts';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { temporaryFolder } from '../../client/src/stack/testing/temporary-folder.ts';
import { portsBetween } from './testing/bare-stack.ts';
import { getPage } from './testing/get-page.ts';
import { runCli } from './testing/run-cli.ts';

const barePort = portsBetween(18_770, 18_799);

const examples = join(import.meta.dirname, '../../examples');

/** What each name of each example answers. */
const pages: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  fastrouter: { 'app.localhost': /^Hello from worker \d+$/ },
  folders: { 'folders.localhost': /^Folders from worker \d+$/ },
  'host-names': { 'names.localhost': /^Host names from worker \d+$/ },
  'one-file': { 'one.localhost': /^One file from worker \d+$/ },
  'two-domains': {
    'shop.localhost': /^shop from worker \d+$/,
    'blog.localhost': /^blog from worker \d+$/,
  },
  'unix-sockets': { 'unix.localhost': /^Unix sockets from worker \d+$/ },
  upstream: { 'upstream.localhost': /^Upstream from worker \d+$/ },
};

describe('the examples', { concurrency: 3 }, () => {
  it('are all known here', () => {
    assert.deepEqual(readdirSync(examples).sort(), Object.keys(pages).sort());
  });

  for (const [name, hosts] of Object.entries(pages))
    it(`${name} starts, and answers`, { skip: noPrograms }, async (context) => {
      const { folder, app, web } = await copied(context, name);
      const cli = runCli(context, ['up', app, '--timeout', '30'], {
        environment: {
          XDG_RUNTIME_DIR: join(folder, 'run'),
          XDG_STATE_HOME: join(folder, 'state'),
        },
      });
      await cli.line(/Ready/);
      for (const [host, expected] of Object.entries(hosts)) {
        const { status, body } = await getPage(web, { host });
        assert.equal(status, 200, host);
        assert.match(body.trim(), expected);
      }
      cli.signal('SIGINT');
      const { code, stderr } = await cli.ended;
      assert.deepEqual([code, stderr], [0, '']);
      assert.deepEqual(processesOf(folder), []);
    });
});

/** A copy with ports and socket files of its own. */
async function copied(
  context: TestContext,
  name: string,
): Promise<{ folder: string; app: string; web: number }> {
  const folder = temporaryFolder(context);
  const app = join(folder, 'app');
  mkdirSync(join(folder, 'run'), { mode: 0o700 });
  cpSync(join(examples, name), app, { recursive: true });
  const ports = new Map<string, number>();
  const files = readdirSync(app, { recursive: true, withFileTypes: true });
  for (const entry of files.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8').replaceAll('/tmp/uwsgi-example', join(folder, 'x'));
    for (const [port = ''] of text.matchAll(/(?<=:)(?:808|303|313)\d\b/g))
      if (!ports.has(port)) ports.set(port, await barePort());
    writeFileSync(
      path,
      text.replace(/(?<=:)(?:808|303|313)\d\b/g, (port) => String(ports.get(port))),
    );
  }
  const web = [...ports].find(([port]) => port.startsWith('808'))?.[1] ?? 0;
  return { folder, app, web };
}
