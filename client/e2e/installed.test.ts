import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { askForPage, nothing, poll, tracesOf } from './traces.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('the package, installed as a user installs it', () => {
  let bench: Workbench;

  before(async () => {
    bench = await openWorkbench({ packed: true });
  });

  after(async () => {
    await bench.close();
  });

  it('checks a file that is opened', async () => {
    await bench.openFile('worker.ini');
    await bench.statusItem('No Problems').waitFor();
    await bench.page.locator('.view-line').first().click();
    await bench.page.keyboard.press('Control+End');
    await bench.page.keyboard.type('\nproceses = 4');
    await bench.page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
  });

  it('starts the stack by a click, and its page is answered', async () => {
    await bench.page.keyboard.press('Control+z');
    await bench.openStackView();
    await bench.row('worker').waitFor();
    await bench.page.getByRole('button', { name: 'Start Stack' }).first().click();
    await bench.statusItem('uWSGI Stack: ready').waitFor({ timeout: 20_000 });
    assert.equal((await askForPage()).status, 200);
  });

  it('stops it, and leaves nothing', async () => {
    const [extensionHost = 0] = bench.host.extensionHostPids();
    await bench.page.getByRole('button', { name: 'Stop Stack' }).first().click();
    await poll(
      'no trace',
      () => {
        const traces = tracesOf(bench.folder, extensionHost);
        const left = traces.programs.length + traces.ports.length;
        return left === nothing.programs.length + nothing.ports.length ? true : undefined;
      },
      20_000,
    );
  });
});
