import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { askForPage, poll } from './traces.ts';
import { lookAway, openWorkbench, type Workbench } from './workbench.ts';

describe('the dashboard of a running stack', () => {
  let bench: Workbench;

  before(async () => {
    bench = await openWorkbench();
  });

  after(async () => {
    await bench.close();
  });

  const tile = (name: string) =>
    bench.log.locator('.tile', { hasText: name }).locator('dd').innerText();
  const requests = async () => Number((await tile('Requests')).replace(/\D/g, ''));
  const countTo = (wanted: number) =>
    poll(`${wanted} requests`, async () => ((await requests()) === wanted ? true : undefined));
  const load = async (times: number, path = '/') => {
    for (let left = times; left > 0; left -= 8)
      await Promise.all(Array.from({ length: Math.min(8, left) }, () => askForPage(path)));
  };

  it('says that nothing runs, and starts it', async () => {
    await bench.openFile('nginx.conf');
    await bench.page.locator('.codelens-decoration').getByText('Start Stack').waitFor();
    await bench.run('uWSGI Stack: Show Dashboard');
    await bench.log.getByText('The stack does not run.').waitFor();
    await bench.log.getByRole('button', { name: 'Start Stack' }).click();
    await bench.statusItem('uWSGI Stack: ready').waitFor({ timeout: 20_000 });
    await bench.log.locator('.tile').first().waitFor();
  });

  it('grows with each request, and says where its times are from', async () => {
    // nginx notes one after the other: when this one is there, those of the start are.
    await load(1, '/missing');
    await poll('it', async () => ((await tile('Status 4xx')) === '1' ? true : undefined));
    const first = await requests();
    await load(40);
    await countTo(first + 40);
    await load(8, '/missing');
    await countTo(first + 48);
    assert.equal(await tile('Status 4xx'), '9');
    assert.equal(await tile('Status 5xx'), '0');
    await bench.log.getByText('nginx’s access log of this run').waitFor();
    const cells = bench.log
      .getByRole('table', { name: 'Workers' })
      .locator('tbody tr td:nth-child(2)');
    assert.equal(await cells.count(), 2);
    await poll('the workers have counted as many', async () => {
      const counts = (await cells.allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
      return counts.reduce((sum, count) => sum + count, 0) === first + 48 ? true : undefined;
    });
    const nodes = bench.log.getByRole('table', { name: 'Nodes of the router' }).locator('tbody tr');
    assert.equal(await nodes.count(), 2);
    assert.match((await nodes.first().innerText()).replace(/\s+/g, ' '), /app\.localhost/);
  });

  it('reads its plots out to the arrow keys', async () => {
    const plot = bench.log.getByRole('slider', { name: 'Latency' });
    await plot.focus();
    assert.match((await plot.getAttribute('aria-valuetext')) ?? '', /^1 s ago: p50 /);
    await bench.page.keyboard.press('ArrowLeft');
    await bench.page.keyboard.press('ArrowLeft');
    assert.match((await plot.getAttribute('aria-valuetext')) ?? '', /^3 s ago: p50 /);
    await bench.page.keyboard.press('Escape');
  });

  it('holds still, and asks nobody, while it is paused', async () => {
    const before = await requests();
    await bench.log.getByRole('button', { name: 'Pause' }).click();
    await bench.log.getByRole('button', { name: 'Resume' }).waitFor();
    await bench.openStackView();
    await load(8);
    // The tree has the figures that the dashboard would have had at the same moment.
    await poll('the tree has counted them', async () => {
      const rows = await bench.readTree();
      return rows.some(([, text]) => / · [\d.]+\/s/.test(text)) ? true : undefined;
    });
    assert.equal(await requests(), before);
    await bench.log.getByRole('button', { name: 'Resume' }).click();
    await countTo(before + 8);
  });

  it('looks well in light, dark and high contrast, and in the narrow tree', async () => {
    await bench.openStackView();
    await bench.page.keyboard.press('Control+j');
    const done = new AbortController();
    const traffic = (async () => {
      while (!done.signal.aborted) await load(8, Math.random() < 0.1 ? '/missing' : '/');
    })();
    await poll(
      'the row of a worker has its rate',
      async () =>
        (await bench.readTree()).some(([, text]) => /^127\.0\.0\.1:\d+ · [\d.]+\/s/.test(text))
          ? true
          : undefined,
      10_000,
    );
    const ofWorker = bench.log.locator('.plot', { hasText: 'by worker' }).locator('.value').first();
    await poll(
      'the rate of a worker is drawn',
      async () => (/[1-9]/.test(await ofWorker.innerText()) ? true : undefined),
      10_000,
    );
    await lookAway(bench.page);
    await bench.shoot('dashboard');
    await bench.shootContrast('dashboard');
    done.abort();
    await traffic;
  });

  it('sends a request from a location, and lists each hop', async () => {
    const { page } = bench;
    await page.locator('.codelens-decoration').getByText('Send Request').first().click();
    const box = page.locator('.quick-input-widget input');
    await page.locator('.quick-input-title').getByText('Send a Request').waitFor();
    assert.equal(await box.inputValue(), 'GET http://app.localhost:8080/');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title').getByText('Request through fastrouter').waitFor();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    for (const text of [
      /^200 OK/,
      /location \//,
      /Passed on to 127\.0\.0\.1:3030/,
      /Key app\.localhost: node 127\.0\.0\.1:\d+/,
      /worker \d has answered, process \d+/,
    ])
      await rows.filter({ hasText: text }).first().waitFor();
    await bench.shoot('trace');
    await bench.shootContrast('trace');
    await page.keyboard.type('as a Document');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active').getByText('GET http://app.localhost:8080/').waitFor();
  });

  it('comes to rest with the stack', async () => {
    await bench.run('uWSGI Stack: Stop Stack');
    await bench.statusItem('uWSGI Stack: idle').waitFor();
    await bench.log.getByText('The stack does not run.').waitFor();
  });
});
