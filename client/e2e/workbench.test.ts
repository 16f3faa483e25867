import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startHost, type Host } from './host/browser-host.mjs';
import { descendantsOf, processes } from './host/processes.mjs';

const root = join(import.meta.dirname, '../..');
import { poll } from './traces.ts';

describe('the workbench, as a person sees it', () => {
  let scratch: string;
  let host: Host;
  let page: Page;

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'uwsgi-stack-workbench-'));
    const folder = join(scratch, 'fastrouter');
    cpSync(join(root, 'examples/fastrouter'), folder, { recursive: true });
    host = await startHost({ folder, extensionPath: root, env: { EXTENSIONS_GALLERY: '{}' } });
    assert.ok(host.page);
    page = host.page;
  });

  after(async () => {
    await host.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('shows the files of the stack, and our icon in the activity bar', async () => {
    await page.getByRole('treeitem', { name: 'router.ini' }).waitFor();
    await page.getByRole('tab', { name: 'uWSGI Stack' }).first().waitFor();
  });

  it('runs our code in one extension host of its own', async () => {
    await page.getByRole('tab', { name: 'uWSGI Stack' }).first().click();
    await page.getByRole('heading', { name: /uWSGI Stack/i }).waitFor();
    assert.equal(host.extensionHostPids().length, 1);
  });

  it('leaves no process and no folder behind when it is stopped', async () => {
    // The language server is the last one to come.
    const descendants = await poll(
      'the language server',
      () => {
        const all = descendantsOf(host.serverPid);
        return all.some(({ command }) => command.includes('cli.cjs lsp')) ? all : undefined;
      },
      60_000,
    );
    const family = [host.serverPid, ...descendants.map(({ pid }) => pid)];
    assert.ok(family.length > 2);
    await host.stop();
    const left = processes().filter(({ pid }) => family.includes(pid));
    assert.deepEqual(left, []);
    assert.equal(existsSync(host.dataDirectory), false);
  });
});
