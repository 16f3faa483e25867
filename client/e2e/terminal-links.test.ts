import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { askForPage } from './traces.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** Bottle would answer by itself, and keep the traceback for itself. */
const broken = `

bottle_app = application


def application(environ, start_response):
    if environ["PATH_INFO"] == "/boom":
        raise LookupError("of the test")
    return bottle_app(environ, start_response)
`;

describe('a traceback in the terminal of a worker', () => {
  let bench: Workbench;
  let line = 0;

  before(async () => {
    bench = await openWorkbench({
      prepare: (folder) => {
        const app = join(folder, 'app.py');
        appendFileSync(app, broken);
        line =
          readFileSync(app, 'utf8')
            .split('\n')
            .findIndex((text) => text.includes('raise ')) + 1;
        mkdirSync(join(folder, '.vscode'));
        writeFileSync(
          join(folder, '.vscode/settings.json'),
          JSON.stringify({ 'uwsgiStack.stack.workers': 1 }),
        );
      },
    });
  });

  after(async () => {
    await bench.close();
  });

  it('leads to its line', async () => {
    const { page } = bench;
    await bench.openStackView();
    await page.getByRole('button', { name: 'Start Stack' }).first().click();
    const running = page.locator('#workbench\\.parts\\.statusbar').getByText(/1 worker|failed/);
    await running.waitFor({ timeout: 40_000 });
    await bench.row('worker 1').hover();
    await bench.row('worker 1').getByRole('button', { name: 'Show Terminal' }).click();
    assert.notEqual((await askForPage('/boom')).status, 200);
    const row = page
      .locator('.terminal-wrapper.active .xterm-rows > div')
      .filter({ hasText: `app.py", line ${line}` });
    await row.waitFor();
    const place = row.locator('span').filter({ hasText: 'app.py' }).first();
    const box = await place.boundingBox();
    assert.ok(box);
    const text = (await place.textContent()) ?? '';
    // Into the middle of the path.
    const at = {
      x: box.x + (box.width * (text.indexOf('app.py') + 2)) / text.length,
      y: box.y + box.height / 2,
    };
    await page.keyboard.down('Control');
    await page.mouse.move(at.x - 3, at.y);
    await page.mouse.move(at.x, at.y);
    await page
      .locator('.xterm-hover, .xterm-cursor-pointer')
      .first()
      .waitFor({ state: 'attached' });
    await page.mouse.click(at.x, at.y);
    await page.keyboard.up('Control');
    await page.locator('.tab.active').getByText('app.py').waitFor();
    await page
      .locator('#workbench\\.parts\\.statusbar')
      .getByText(new RegExp(`Ln ${line},`))
      .waitFor();
    await bench.shoot('terminal-link');
  });

  it('is found among all lines by its level, and by a key', async () => {
    const { log, page } = bench;
    await page.getByRole('tab', { name: 'uWSGI Stack Log' }).click();
    await log.locator('.row').first().waitFor();
    await log.getByRole('button', { name: 'Next Error (F8)' }).click();
    const found = log.locator('.row[aria-current]');
    await found.waitFor();
    assert.equal(await found.getAttribute('data-level'), 'error');
    assert.match(await found.innerText(), /Traceback|\[error\]/);
    const first = await found.innerText();
    await page.keyboard.press('F8');
    await log.locator('.row[aria-current]').filter({ hasNotText: first.trim() }).waitFor();
    await bench.shoot('log-next-error');

    await log.getByRole('combobox', { name: 'Level' }).selectOption('error');
    await log.getByRole('status').getByText(/ of /).waitFor();
    const levels = await log
      .locator('.row')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-level')));
    assert.ok(levels.length >= 4);
    assert.deepEqual([...new Set(levels)], ['error']);
    await log.locator('.row', { hasText: 'LookupError: of the test' }).waitFor();
    await bench.shoot('log-errors');
  });
});
