import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { SocketAddress } from '../../shared/launch-plan.ts';
import type { StackFigures } from '../../shared/figures.ts';
import { createFigures } from '../src/stack/figures/figures.ts';
import { noRates, ratesOf } from '../src/stack/figures/rates.ts';
import { openRequestRecord } from '../src/stack/figures/request-record.ts';
import { makePlan, makeStep } from '../src/stack/testing/plans.ts';
import { readTraffic } from '../src/stack/traffic.ts';
import { launchBrowser } from './host/browser-host.mjs';

const image = '<img src=x onerror="window.harmed=true">';
const ansi = '\u001b[31mred\u001b]8;;command:x\u0007link\u001b[0m\u0000';
const long = 'very-long-'.repeat(1000);
const numbers = ['-1', '1e999', '-1e308', '1e308', '"7"', 'null', '{}', '-0', '0.5'];

/** Whatever listens at the address of a stats server answers in its place, also with what is no JSON number. */
const hostileRouter = (turn: number) => `{"fastrouter":["${image.replaceAll('"', "'")}"],
  "subscriptions":[${[image, ansi, long, '</script><script>window.harmed=true</script>']
    .map(
      (key, at) => `{"key":${JSON.stringify(key)},"hits":1e999,"nodes":[${node(key, at + turn)}]}`,
    )
    .join(
      ',',
    )},{"key":"many","nodes":[${Array.from({ length: 5000 }, (_, at) => node(`n${at}`, at)).join(',')}]}]}`;
const node = (name: string, at: number) =>
  `{"name":${JSON.stringify(name)},"requests":${value(at)},"weight":${value(at + 1)},"failcnt":${value(at + 2)},"death_mark":${value(at + 3)}}`;
const hostileWorker = (turn: number) =>
  `{"version":${JSON.stringify(image)},"workers":[${numbers
    .map(
      (_, at) =>
        `{"id":${at},"pid":-7,"status":${JSON.stringify(image)},"requests":${value(at + turn)},"avg_rt":${value(at)},"rss":${value(at)},"harakiri_count":${value(at)},"respawn_count":${value(at)},"exceptions":${value(at)}}`,
    )
    .join(',')}],"sockets":[{"name":${JSON.stringify(image)},"proto":"uwsgi"}]}`;
const value = (at: number) => numbers[at % numbers.length] ?? '0';

/** What stands in the log of requests, should it be somebody else's. */
const log = [
  `NaN\t1\t1\t200\t0.001\t-\t-\t-\t-\t${image}`,
  `-1e308\t1\t2\t${image}\t-5\t${image}\t-\t-\t-\t-`,
  `1e308\t1\t3\t1e999\t1e308\t${ansi}\t1e999\t-\t-\t-`,
  `${Math.floor(Date.now() / 1000) - 3}.000\t1\t4\t-200\t-0.5\t-\t-\t-\t-\t-`,
  `${Math.floor(Date.now() / 1000) - 2}.000\t1\t5\t500\t1e300\t-\t-\t-\t-\t-`,
  '\u0000\u001b[2J\t\t\t\t\t\t\t\t\t',
].join('\n');

describe('a dashboard of programs that mean harm', () => {
  let folder: string;
  let browser: Browser;
  let page: Page;
  let figures: StackFigures;
  const complaints: string[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'uwsgi-stack-hostile-'));
    figures = await hostileFigures(folder);
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('gets numbers that can be shown', () => {
    const odd: string[] = [];
    const look = (thing: unknown, path: string): void => {
      if (typeof thing === 'number' && !(thing >= 0 && Number.isFinite(thing)))
        odd.push(`${path}: ${thing}`);
      else if (typeof thing === 'object' && thing !== null)
        for (const [name, inner] of Object.entries(thing)) look(inner, `${path}.${name}`);
    };
    look(figures, '');
    assert.deepEqual(odd, []);
  });

  it('shows their words as text', async () => {
    await page.evaluate(
      (message) => {
        window.postMessage(message);
      },
      { kind: 'figures', figures },
    );
    const nodes = page.getByRole('table', { name: 'Nodes of the router' });
    await nodes.getByText('many').first().waitFor();
    const text = (await page.locator('body').textContent()) ?? '';
    for (const word of [image, ansi.slice(0, 5), long.slice(0, 1024), '</script>'])
      assert.ok(text.includes(word), word);
    assert.equal(await page.locator('img, script:not([nonce]), a').count(), 0);
    assert.equal(await page.evaluate(() => 'harmed' in window), false);
    assert.deepEqual(complaints, []);
  });

  it('keeps its shape', async () => {
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(wide, 0);
    const cut = await page
      .locator('dd, .legend .name')
      .evaluateAll((cells) => cells.filter((cell) => cell.clientHeight > 120).length);
    assert.equal(cut, 0);
    const [widest = 0] = (await page.locator('td, dd').allInnerTexts())
      .filter((text) => /^[\d.,\s]+(?:\/s| ms| MB| %)?$/.test(text))
      .map((text) => text.length)
      .sort((one, other) => other - one);
    assert.ok(widest < 32, `a number of ${widest} characters`);
    // A router with more nodes than anybody reads.
    assert.equal(await page.locator('table').last().locator('tbody tr').count(), 1001);
    await page.getByText('4,004').waitFor();
  });
});

/** As the editor gathers them: two looks at hostile servers, and at a hostile log. */
async function hostileFigures(folder: string): Promise<StackFigures> {
  const requestLog = join(folder, 'requests.log');
  writeFileSync(requestLog, log);
  let turn = 0;
  const servers = await Promise.all(
    [() => hostileRouter(turn), () => hostileWorker(turn)].map(async (answer) => {
      const server = createServer((socket) => socket.on('error', () => undefined).end(answer()));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      return server;
    }),
  );
  const [router, worker] = servers.map((server): SocketAddress => {
    return { kind: 'tcp', host: '127.0.0.1', port: (server.address() as AddressInfo).port };
  });
  const plan = makePlan(
    folder,
    [
      makeStep('router', {
        roles: ['router'],
        title: image,
        ready: router === undefined ? [] : [{ kind: 'router-stats', stats: router }],
      }),
      makeStep('worker-1', {
        title: `${image}${long}`,
        ready: worker === undefined ? [] : [{ kind: 'app-loaded', stats: worker }],
      }),
    ],
    { requestLog },
  );
  const record = await openRequestRecord(requestLog);
  const gatherer = createFigures(
    () => plan,
    () => [],
    record,
  );
  const first = await readTraffic(plan);
  const rates = ratesOf(noRates, first);
  await gatherer.look(first, rates);
  turn = 1;
  const second = await readTraffic(plan);
  const figures = await gatherer.look(second, ratesOf(rates, second));
  await record.close();
  for (const server of servers) server.close();
  return figures;
}

/** The page as VS Code has it: the same bundle, the same policy. */
async function openPage(browser: Browser, complaints: string[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 }, locale: 'en-US' });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const built = (name: string) =>
    readFileSync(join(import.meta.dirname, '../../dist/webview', name), 'utf8');
  await page.route('http://page.test/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const [body, contentType] =
      pathname === '/dashboard.js'
        ? [built('dashboard.js'), 'text/javascript']
        : pathname === '/dashboard.css'
          ? [built('dashboard.css'), 'text/css']
          : [html, 'text/html'];
    return route.fulfill({ body, contentType });
  });
  await page.addInitScript(() => {
    Object.assign(window, {
      acquireVsCodeApi: () => ({ postMessage: () => undefined, setState: () => undefined }),
    });
  });
  await page.goto('http://page.test/');
  await page.evaluate(
    (message) => {
      window.postMessage(message);
    },
    { kind: 'stack', stack: 'hostile', strings: strings() },
  );
  await page.getByText('Waiting for the first figures').waitFor();
  return page;
}

/** Those of the extension, by their names. */
function strings(): Readonly<Record<string, string>> {
  const source = readFileSync(join(import.meta.dirname, '../src/views/dashboard.ts'), 'utf8');
  const texts = source.matchAll(/^ {4}(\w+): l10n\.t\(\s*'([^']+)'/gm);
  return Object.fromEntries([...texts].map(([, name = '', text = '']) => [name, text]));
}

const policy = `default-src 'none'; script-src 'nonce-1'; style-src http://page.test; font-src http://page.test`;
const html = `<!doctype html>
<html lang="en">
  <head>
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <link rel="stylesheet" href="/dashboard.css">
  </head>
  <body><div id="root"></div><script nonce="1" src="/dashboard.js"></script></body>
</html>`;
