import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { identityOf, isSameProcess } from '../src/stack/process-identity.ts';
import { startHost, type Host } from './host/browser-host.mjs';
import { descendantsOf } from './host/processes.mjs';
import { askForPage, examplePorts, openPorts, poll, portsAreFree, tracesOf } from './traces.ts';

const root = join(import.meta.dirname, '../..');

describe('an extension host that is killed', () => {
  let scratch: string;
  let folder: string;
  let runtime: string;
  let host: Host;
  let page: Page;

  before(async () => {
    await portsAreFree();
    scratch = realpathSync(mkdtempSync(join(tmpdir(), 'us-')));
    folder = join(scratch, 'app');
    runtime = join(scratch, 'run');
    cpSync(join(root, 'examples/fastrouter'), folder, { recursive: true });
    mkdirSync(runtime, { mode: 0o700 });
    host = await startHost({
      folder,
      extensionPath: root,
      env: { EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: runtime },
    });
    assert.ok(host.page);
    page = host.page;
  });

  after(async () => {
    await host.stop();
    // Where the guard has failed, the next test must not find its stack.
    for (const { pid } of tracesOf(folder, host.serverPid).programs) kill(pid);
    rmSync(scratch, { recursive: true, force: true });
  });

  /** A window that is loaded anew does not always have its editors yet. */
  async function clickStart(): Promise<void> {
    await page.getByRole('treeitem', { name: 'nginx.conf' }).dblclick();
    await page.locator('.editor-actions').getByRole('button', { name: 'Start Stack' }).click();
  }

  it('leaves nothing of the stack that a click has started', async () => {
    await clickStart();
    const answer = await poll('a page through nginx', answered, 30_000);
    assert.match(answer.body, /^Hello from worker \d+\n$/);

    const [extensionHost, ...others] = host.extensionHostPids();
    assert.ok(extensionHost !== undefined);
    assert.deepEqual(others, []);
    await poll('both workers', () =>
      tracesOf(folder, extensionHost).programs.length >= fullStack ? true : undefined,
    );
    const { programs, guards, ports } = tracesOf(folder, extensionHost);
    assert.equal(guards.length, 1);
    assert.deepEqual(ports, ['tcp 3030', 'tcp 8080', 'udp 3131']);
    assert.equal(runFolders().length, 1);
    const family = [...programs, ...guards, ...descendantsOf(extensionHost)]
      .map(({ pid }) => identityOf(pid))
      .filter((identity) => identity !== undefined);

    process.kill(extensionHost, 'SIGKILL');
    await poll('nothing is left of the stack', () => {
      const left = family.filter(isSameProcess);
      return left.length + openPorts(examplePorts).length + runFolders().length === 0
        ? true
        : undefined;
    });
    assert.deepEqual(tracesOf(folder, host.serverPid), { programs: [], guards: [], ports: [] });
  });

  it('does not keep the next one from starting the stack', async () => {
    await page.reload();
    await clickStart();
    assert.equal((await poll('a page through nginx', answered, 30_000)).status, 200);
    assert.equal(runFolders().length, 1);
  });

  it('is not needed to stop: the end of VS Code ends the stack', async () => {
    await host.stop();
    await poll('nothing is left of the stack', () =>
      openPorts(examplePorts).length + runFolders().length === 0 ? true : undefined,
    );
    assert.deepEqual(tracesOf(folder, host.serverPid), { programs: [], guards: [], ports: [] });
  });

  function runFolders(): readonly string[] {
    const stacks = join(runtime, 'uwsgi-stack');
    return readdirSync(runtime).length === 0 ? [] : readdirSync(stacks);
  }
});

/** nginx, the router and two workers: a master and a child each. */
const fullStack = 8;

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has followed its master.
  }
}

async function answered() {
  const answer = await askForPage().catch(() => undefined);
  return answer?.status === 200 ? answer : undefined;
}
