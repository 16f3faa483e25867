import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { askForPage, poll } from './traces.ts';
import { lookAway, openWorkbench, type Workbench } from './workbench.ts';

describe('trouble, as a person meets it', () => {
  let bench: Workbench;
  let squatter: Server | undefined;

  before(async () => {
    bench = await openWorkbench({
      prepare: (folder) => {
        // Where no worker is left, the router of the example lets requests wait.
        const conf = join(folder, 'nginx.conf');
        const text = readFileSync(conf, 'utf8');
        writeFileSync(conf, text.replace(/(?<= +)uwsgi_pass/, 'uwsgi_read_timeout 1s;\n$&'));
      },
    });
    await bench.openFile('nginx.conf');
    await bench.page.locator('.codelens-decoration').getByText('Start Stack').waitFor();
  });

  after(async () => {
    squatter?.close();
    await bench.close();
  });

  it('underlines a wire that leads nowhere, and lists it', async () => {
    const { page } = bench;
    await bench.openStackView();
    await page.locator('.view-line', { hasText: 'uwsgi_pass' }).click();
    for (const key of ['End', 'ArrowLeft', 'Backspace', '1']) await page.keyboard.press(key);
    const squiggle = page.locator('.squiggly-error');
    await squiggle.first().waitFor();
    await page.locator('#workbench\\.parts\\.statusbar [id="status.problems"]').click();
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: '3031' });
    await problem.click();
    await bench.shoot('problems');
    // By keys: a hover that the pointer brings goes when the editor draws that line anew.
    await problem.dblclick();
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover .hover-contents', { hasText: '3031' }).waitFor();
    await bench.shoot('broken-wire');
    await page.keyboard.press('Escape');
    await page.locator('.view-line', { hasText: 'uwsgi_pass' }).click();
    for (const key of ['End', 'ArrowLeft', 'Backspace', '0']) await page.keyboard.press(key);
    await squiggle.first().waitFor({ state: 'detached' });
    await page.getByText('No problems have been detected').waitFor();
  });

  it('names who has taken a port, and what to do', async () => {
    const { page } = bench;
    squatter = createServer().listen(8080, '127.0.0.1');
    await once(squatter, 'listening');
    await bench.editorAction('Start Stack').click();
    const toast = page.locator('.notification-toast');
    await toast.getByText('8080').waitFor();
    const text = await toast.innerText();
    assert.match(text, /8080 .*nginx\.conf:15/);
    assert.match(text, new RegExp(String(process.pid)));
    await bench.statusItem('uWSGI Stack: failed').waitFor();
    await lookAway(page);
    await bench.shoot('failure');
    await toast.getByRole('button', { name: 'Open Configuration' }).click();
    await page.locator('.statusbar-item').getByText('Ln 15').waitFor();
    squatter.close();
    squatter = undefined;
  });

  it('explains why requests fail, with the button that mends it', async () => {
    const { page } = bench;
    await page.keyboard.press('Escape');
    await bench.run('uWSGI Stack: Start Stack');
    await bench.statusItem('uWSGI Stack: ready').waitFor();
    await bench.run('uWSGI Stack: Set Number of Workers');
    await page.locator('.quick-input-widget input').fill('0');
    await page.keyboard.press('Enter');
    await bench.openStackView();
    await bench.row('worker 1').waitFor({ state: 'detached' });
    assert.equal((await askForPage()).status, 504);
    const toast = page.locator('.notification-toast', { hasText: 'no worker runs' });
    await toast.waitFor();
    assert.match(await toast.innerText(), /A request for app\.localhost has failed/);
    await lookAway(page);
    await bench.shoot('outage');
    await toast.getByRole('button', { name: 'Add Worker' }).click();
    await bench.row('worker 1').waitFor();
    await poll('a page is answered', async () =>
      (await askForPage()).status === 200 ? true : undefined,
    );
  });
});
