import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { askForPage, poll, portsAreFree } from './traces.ts';
import { lookAway, openWorkbench, type Workbench } from './workbench.ts';

describe('a stack, started and watched by hand', () => {
  let bench: Workbench;

  before(async () => {
    bench = await openWorkbench();
  });

  after(async () => {
    await bench.close();
  });

  /** The tree follows the status bar a moment later. */
  const allRowsHave = (icon: string, count: number) =>
    poll(`${count} rows with ${icon}`, async () => {
      const icons = await bench.rows.locator(`.codicon-${icon}`).count();
      return icons === count && (await bench.rows.count()) === count ? true : undefined;
    });

  it('opens a file of it by a click, and offers to start it', async () => {
    await bench.openFile('nginx.conf');
    await bench.page.locator('.codelens-decoration').getByText('Start Stack').waitFor();
    await bench.shoot('explorer');
    await bench.openStackView();
    await bench.row('worker').waitFor();
    await bench.shoot('tree-idle');
  });

  it('is started by the button above the editor', async () => {
    const { page } = bench;
    await bench.editorAction('Start Stack').click();
    await bench.statusItem('uWSGI Stack: ready').getByText('2 workers').waitFor();
    await lookAway(page);
    const lenses = page.locator('.codelens-decoration');
    await lenses.getByText('Open in Browser').waitFor();
    await lenses.getByText('Stop Stack').waitFor();
    assert.equal(await lenses.getByText('Start Stack').count(), 0);
    assert.deepEqual(await page.locator('.notification-toast').allInnerTexts(), []);
  });

  it('stands in the tree, with the place of each process', async () => {
    await allRowsHave('pass-filled', 5);
    const tree = await bench.readTree();
    assert.deepEqual(
      tree.map(([label]) => label),
      ['fastrouter', 'nginx', 'router', 'worker 1', 'worker 2'],
    );
    const [stack, nginx, router, ...workers] = tree.map(([, description]) => description);
    assert.equal(stack, 'app.localhost:8080');
    assert.match(nginx ?? '', /^127\.0\.0\.1:8080$/);
    assert.match(router ?? '', /^127\.0\.0\.1:3030( · \d nodes?)?$/);
    for (const worker of workers) assert.match(worker, /^127\.0\.0\.1:[1-9]\d+( · .+)?$/);
    await bench.shoot('tree-ready');
  });

  it('has a terminal for each process, with its name', async () => {
    const { page } = bench;
    const tabs = page.locator('.terminal-tabs-entry');
    // The list draws a row when it comes into view, and the workers start side by side: their order is no promise.
    const expected = ['nginx', 'router', 'worker 1', 'worker 2'];
    for (const name of expected) await tabs.getByText(name, { exact: true }).waitFor();
    const names = (await tabs.allInnerTexts()).map((text) => text.trim()).filter(Boolean);
    assert.deepEqual(names.sort(), expected);
    await tabs.getByText('worker 1').click();
    const screen = page.locator('.terminal-wrapper.active .xterm-rows');
    await screen.getByText('spawned uWSGI worker').waitFor();
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Home');
    await lookAway(page);
    await bench.shoot('terminals');
  });

  it('shows the lines of all processes in one log, and filters them', async () => {
    const { log, page } = bench;
    await page.getByRole('tab', { name: 'uWSGI Stack Log' }).click();
    await log.locator('.row').first().waitFor();
    const names = await log.locator('.row .process').allInnerTexts();
    assert.ok(new Set(names.map((name) => name.trim())).size > 1, names.join());
    await bench.shoot('log-panel');
    await bench.shootContrast('log-panel');

    const texts = log.locator('.row .text');
    const filter = log.getByRole('textbox', { name: 'Filter' });
    await filter.fill('spawned uWSGI worker');
    await log.getByRole('status').getByText('2 of').waitFor();
    for (const text of await texts.allInnerTexts()) assert.match(text, /spawned uWSGI worker/);
    await log.getByRole('button', { name: 'worker 1' }).click();
    await log.getByRole('status').getByText('1 of').waitFor();
    const left = await log.locator('.row .process').allInnerTexts();
    assert.deepEqual(
      left.map((name) => name.trim()),
      ['worker 2'],
    );
    await bench.shoot('log-filtered');
    // The system's few colours would make these alike.
    await bench.shootContrast('log-filtered', async () => {
      const lines = await log
        .getByRole('tab')
        .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBottomColor));
      assert.equal(new Set(lines).size, 2, lines.join());
      const [text, ...found] = await log
        .locator('.row .text')
        .evaluateAll((rows) =>
          rows
            .flatMap((row) => [row, ...row.querySelectorAll('mark')])
            .map((part) => getComputedStyle(part).color),
        );
      assert.deepEqual(new Set(found), new Set([text]));
    });
    await log.getByRole('button', { name: 'worker 1' }).click();
    await filter.press('Escape');
  });

  it('chooses processes by role, with the keyboard alone', async () => {
    const { log, page } = bench;
    const chip = (name: string) => log.getByRole('button', { name, exact: true });
    const pressed = (name: string) => chip(name).getAttribute('aria-pressed');
    const names = async () =>
      new Set((await log.locator('.row .process').allInnerTexts()).map((name) => name.trim()));
    const showing = (...wanted: readonly string[]) =>
      poll(`lines of ${wanted.join(', ')} alone`, async () => {
        const shown = await names();
        return shown.size > 0 && [...shown].every((name) => wanted.includes(name))
          ? true
          : undefined;
      });
    await chip('nginx').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await log.locator('.chip:focus', { hasText: 'All workers' }).waitFor();
    await page.keyboard.press('Space');
    await showing('nginx', 'router');
    assert.deepEqual(await Promise.all(['worker 1', 'worker 2'].map(pressed)), ['false', 'false']);
    await page.keyboard.press('Alt+Enter');
    await showing('worker 1', 'worker 2');
    assert.equal(await pressed('router'), 'false');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await showing('worker 1');
    assert.equal(await pressed('All workers'), 'mixed');
    await bench.shoot('log-roles');
    await page.keyboard.press('ArrowRight');
    await log.locator('.chip:focus', { hasText: 'nginx' }).waitFor();
    await page.keyboard.press('Alt+Enter');
    await showing('nginx');
    await page.keyboard.press('Alt+Enter');
    assert.equal(await pressed('All workers'), 'true');
  });

  it('shows a request in the log as it comes', async () => {
    const { log } = bench;
    await log.getByRole('textbox', { name: 'Filter' }).fill('/?seen=by-a-person');
    await log.getByText('No line passes the filter.').waitFor();
    assert.equal((await askForPage('/?seen=by-a-person')).status, 200);
    await log.locator('.row', { hasText: 'GET /?seen=by-a-person' }).first().waitFor();
    await log.getByRole('textbox', { name: 'Filter' }).press('Escape');
  });

  it('lists the requests, sorts them, and shows the line of one', async () => {
    const { log } = bench;
    for (const path of ['/one', '/two', '/nosuch?x=1']) await askForPage(path);
    await log.getByRole('tab', { name: 'Requests' }).click();
    const row = (text: string) => log.locator('.request-rows .request', { hasText: text });
    // Each is told twice: by nginx and by the worker that has answered.
    await row('/nosuch?x=1').nth(1).waitFor();
    await bench.shoot('requests');
    await bench.shootContrast('requests');
    await log.getByRole('button', { name: 'Path' }).click();
    const paths = await log.locator('.request-rows .target').allInnerTexts();
    assert.deepEqual(paths, paths.toSorted());
    await row('/two').filter({ hasText: 'worker' }).click();
    await log
      .locator('.raw')
      .getByText(/^\[pid: \d+\|app: 0.* GET \/two => generated/)
      .waitFor();
    await log.getByRole('textbox', { name: 'Filter' }).fill('/one');
    await row('/two').first().waitFor({ state: 'detached' });
    assert.equal(await row('/one').count(), 2);
    await log.getByRole('textbox', { name: 'Filter' }).press('Escape');
    await log.getByRole('tab', { name: 'Lines' }).click();
  });

  it('gets one more worker from the tree', async () => {
    await bench.row('fastrouter').hover();
    await bench.shoot('tree-actions');
    await bench.row('fastrouter').getByRole('button', { name: 'Add Worker' }).click();
    await bench.statusItem('uWSGI Stack: ready').getByText('3 workers').waitFor();
    await bench.row('worker 3').waitFor();
    await bench.log.getByRole('button', { name: 'worker 3' }).waitFor();
    assert.deepEqual(
      (await bench.log.locator('.chip').allInnerTexts()).map((text) => text.trim()),
      ['nginx', 'router', 'All workers', 'worker 1', 'worker 2', 'worker 3'],
    );
  });

  it('is stopped by a click, and the tree is grey', async () => {
    const { page } = bench;
    await bench.editorAction('Stop Stack').click();
    await bench.statusItem('uWSGI Stack: idle').waitFor();
    await bench.row('worker').waitFor();
    await allRowsHave('circle-outline', 4);
    await page.locator('.codelens-decoration').getByText('Start Stack').waitFor();
    await portsAreFree();
    await lookAway(page);
    await bench.shoot('stopped');
  });
});
