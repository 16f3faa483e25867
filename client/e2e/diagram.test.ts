import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { askForPage, nothing, poll, tracesOf } from './traces.ts';
import { lookAway, openWorkbench, type Workbench } from './workbench.ts';

describe('the stack diagram', () => {
  let bench: Workbench;
  /** In the editor that has the keyboard. Its text has blanks that do not break. */
  const focusedLine = (text: string) =>
    bench.page
      .locator('.monaco-editor.focused .view-line')
      .filter({
        hasText: new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s')),
      })
      .first();
  /** Not by a click: lines move down when the code lenses come. */
  const goTo = async (file: string, text: string, behind: number) => {
    const { page } = bench;
    const lines = readFileSync(join(bench.folder, file), 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes(text));
    const column = (lines[line] ?? '').indexOf(text) + behind + 1;
    await page.locator('.tab.active').getByText(file, { exact: true }).click();
    const input = page.locator('.quick-input-widget input[type="text"]');
    // A key that comes while the focus moves is lost.
    await poll('the question for a line', async () => {
      if (await input.isVisible()) return true;
      await page.keyboard.press('Control+g');
      return undefined;
    });
    await input.fill(`:${line + 1}:${column}`);
    await page.keyboard.press('Enter');
    await page
      .locator('#workbench\\.parts\\.statusbar')
      .getByText(`Ln ${line + 1}, Col ${column}`)
      .waitFor();
    await focusedLine('uwsgi_pass').waitFor();
  };
  const titles = () => bench.log.locator('.node .title').allTextContents();

  before(async () => {
    bench = await openWorkbench();
  });

  after(async () => {
    await bench.close();
  });

  it('draws the stations and the wires of the example', async () => {
    await bench.openFile('nginx.conf');
    await bench.page.getByRole('button', { name: 'Show Stack Diagram' }).first().click();
    await bench.log.locator('.node.worker').waitFor();
    assert.deepEqual((await titles()).sort(), [
      'app.localhost',
      'app.py',
      'location /',
      'router.ini',
      'worker.ini',
    ]);
    assert.equal(await bench.log.locator('.edge').count(), 4);
    assert.equal(await bench.log.locator('.edge.broken').count(), 0);
    await lookAway(bench.page);
    await bench.shoot('diagram');
  });

  it('is walked through by keys, and Enter opens the line', async () => {
    const first = bench.log.locator('.node[tabindex="0"]');
    await first.focus();
    assert.match(
      (await first.getAttribute('aria-label')) ?? '',
      /^server of nginx, app\.localhost.*leads to location \/$/,
    );
    for (const key of ['ArrowDown', 'ArrowDown']) await bench.page.keyboard.press(key);
    const label = await bench.log.locator('.node:focus').getAttribute('aria-label');
    assert.match(label ?? '', /^router, router\.ini/);
    await bench.page.keyboard.press('Enter');
    await bench.page.locator('.tab.active').getByText('router.ini').waitFor();
    // The keyboard is there, too: it must not come later, into what is typed next.
    await focusedLine('fastrouter = =0').waitFor();
  });

  it('shows a broken wire in red while it is typed', async () => {
    await bench.openFile('nginx.conf');
    await goTo('nginx.conf', '127.0.0.1:3030', '127.0.0.1:3030'.length);
    for (const key of ['Backspace', '7']) await bench.page.keyboard.press(key);
    await focusedLine('uwsgi_pass 127.0.0.1:3037;').waitFor();
    await bench.log.locator('.edge.broken').waitFor();
    const missing = bench.log.locator('.node.nowhere .title');
    assert.equal(await missing.textContent(), '127.0.0.1:3037');
    await lookAway(bench.page);
    await bench.shoot('diagram-broken');
    await bench.shootContrast('diagram-broken');
    await goTo('nginx.conf', '127.0.0.1:3030', 0);
    // A busy machine may take both changes for one, or for more than two.
    await poll('the change is taken back', async () => {
      if (await focusedLine('uwsgi_pass 127.0.0.1:3030;').isVisible()) return true;
      await bench.page.keyboard.press('Control+z');
      return undefined;
    });
    await bench.log.locator('.edge.broken').waitFor({ state: 'detached' });
  });

  it('is live while the stack runs', async () => {
    await bench.openStackView();
    await bench.page.getByRole('button', { name: 'Start Stack' }).first().click();
    await bench.statusItem('uWSGI Stack: ready').waitFor({ timeout: 20_000 });
    await bench.log.locator('.node.worker .light.good').nth(1).waitFor();
    const done = new AbortController();
    const traffic = (async () => {
      while (!done.signal.aborted) assert.equal((await askForPage()).status, 200);
    })();
    await bench.log.locator('.edge.flowing').nth(2).waitFor();
    await lookAway(bench.page);
    await bench.shoot('diagram-running');
    done.abort();
    await traffic;
  });

  it('is at rest when it is stopped', async () => {
    const [extensionHost = 0] = bench.host.extensionHostPids();
    await bench.page.getByRole('button', { name: 'Stop Stack' }).first().click();
    await bench.log.locator('.light').first().waitFor({ state: 'detached' });
    await poll(
      'no trace',
      () => {
        const { programs, ports } = tracesOf(bench.folder, extensionHost);
        const expected = nothing.programs.length + nothing.ports.length;
        return programs.length + ports.length === expected ? true : undefined;
      },
      20_000,
    );
  });
});
