import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import type { Frame } from 'playwright-core';
import {
  floodInFiles,
  floodLine,
  floodingApp,
  startFlood,
} from '../src/stack/testing/flooding-app.ts';
import { poll } from './traces.ts';
import { mostLines } from '../webview/log-model.ts';
import { openWorkbench, ownFrames, type Workbench } from './workbench.ts';

/*
 * Ten workers print 10,000 lines a second each, and a person watches. FLOOD_SECONDS=30 measures for docs/benchmarks.md; the
 * test is about the lines, not about time.
 */
const workers = 10;
const seconds = Number(process.env.FLOOD_SECONDS ?? 4);
const flood = { perSecond: 10_000, lines: 10_000 * seconds };

describe('a flood of lines', () => {
  let bench: Workbench;
  const scratch = mkdtempSync(join(tmpdir(), 'uwsgi-stack-flood-'));
  const probe = join(scratch, 'loop.json');

  before(async () => {
    bench = await openWorkbench({
      besides: [join(import.meta.dirname, 'loop-probe')],
      env: { LOOP_PROBE_FILE: probe },
      prepare: (folder) => {
        const app = join(folder, 'app.py');
        writeFileSync(app, floodingApp(readFileSync(app, 'utf8'), flood));
        mkdirSync(join(folder, '.vscode'), { recursive: true });
        const settings = { 'uwsgiStack.stack.workerCounts': { 'worker.ini': workers } };
        writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
      },
    });
  });

  after(async () => {
    await bench.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('goes by in the panel, and can be scrolled meanwhile', async (context) => {
    const { page, log } = bench;
    await bench.openFile('nginx.conf');
    await bench.editorAction('Start Stack').click();
    await bench.statusItem('uWSGI Stack: ready').getByText('10 workers').waitFor();
    await page.getByRole('tab', { name: 'uWSGI Stack Log' }).click();
    await log.locator('.row').first().waitFor();
    const frame = await frameOf(bench);
    await poll('the probe', () => (existsSync(probe) ? true : undefined));
    for (const pid of bench.host.extensionHostPids()) process.kill(pid, 'SIGUSR2');

    const frames = frame.evaluate(measureFrames, seconds * 1000);
    startFlood(bench.folder);
    // The first half is looked at as it comes, in the second half a person scrolls up.
    await delay(seconds * 500);
    const scroller = log.getByRole('log');
    await scroller.hover();
    const latest = log.getByRole('button', { name: 'Jump to Latest' });
    for (let turn = 0; turn < seconds * 5; turn += 1) {
      await page.mouse.wheel(0, turn % 4 === 3 ? 300 : -400);
      await delay(50);
    }
    await latest.waitFor();
    const measured = await frames;
    const pageMegabytes = await frame.evaluate(heapMegabytes);
    const last = String(flood.lines - 1);
    await latest.click();
    await log
      .locator('.row', { hasText: ` ${last} ` })
      .first()
      .waitFor({ timeout: 60_000 });
    const inFiles = await poll(
      'the last lines are in the files',
      () => {
        const found = floodInFiles(bench.host.dataDirectory);
        return found.every((each) => each.last === flood.lines - 1) ? found : undefined;
      },
      60_000,
    );
    const whole = { lines: flood.lines, disorder: 0, last: flood.lines - 1 };
    assert.deepEqual(
      inFiles,
      Array.from({ length: workers }, () => whole),
    );

    const texts = await log.locator('.row .text').allInnerTexts();
    const next = new Map<number, number>();
    for (const text of texts) {
      const [pid, number] = floodLine(text) ?? [];
      if (pid === undefined || number === undefined) continue;
      assert.ok(number > (next.get(pid) ?? -1), `${text} comes too late`);
      next.set(pid, number);
    }
    const loop = JSON.parse(readFileSync(probe, 'utf8')) as Record<string, number>;
    context.diagnostic(JSON.stringify({ seconds, loop, ...measured, pageMegabytes }));
  });

  it('can be read back from the files, up to the first line or a million', async (context) => {
    const { log } = bench;
    const frame = await frameOf(bench);
    const all = linesInFiles(bench.host.dataDirectory);
    assert.ok(all > flood.lines * workers);
    const scroller = log.getByRole('log');
    const fits = all < mostLines;
    const end = log.getByText(
      fits ? 'These are the oldest lines' : 'lines are as many as can be shown',
    );
    const held = async () =>
      Number((await log.locator('.count').innerText()).replaceAll(/\D/g, ''));
    const begun = Date.now();
    let before = await held();
    assert.ok(before < all, `${before} lines are held of ${all}`);
    // At the first line that is held, the keyboard alone asks for older ones.
    for (let loads = 0; (await end.count()) === 0; loads += 1) {
      assert.ok(loads < 200, `${await held()} lines after ${loads} pieces`);
      await scroller.press('Home');
      before = await poll(
        'older lines',
        async () => {
          const now = await held();
          return now > before || (await end.count()) > 0 ? now : undefined;
        },
        20_000,
      );
    }
    const ms = Date.now() - begun;
    assert.equal(before, fits ? all : mostLines);
    await scroller.press('Home');
    if (fits) await log.locator('.row', { hasText: 'starting router' }).first().waitFor();
    await bench.shoot('log-oldest');
    const pageMegabytes = await frame.evaluate(heapMegabytes);

    const frames = frame.evaluate(measureFrames, 3000);
    await scroller.hover();
    for (let turn = 0; turn < 20; turn += 1) {
      await bench.page.mouse.wheel(0, turn < 10 ? 4000 : -3000);
      await delay(100);
    }
    context.diagnostic(JSON.stringify({ lines: before, ms, pageMegabytes, ...(await frames) }));
    assert.ok(pageMegabytes < 1500, `${pageMegabytes} MB`);

    // Who looks at the new lines again holds no more than usual.
    await log.getByRole('button', { name: 'Jump to Latest' }).click();
    await poll('the usual number of lines', async () =>
      (await held()) <= 20_000 ? true : undefined,
    );
  });
});

/** Of all processes. */
function linesInFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.log(?:\.\d)?$/.test(name) && name.includes('uwsgi-stack'))
    .map((name) => readFileSync(join(folder, name), 'latin1').split('\n').length - 1)
    .reduce((sum, lines) => sum + lines, 0);
}

/** In the page: what its heap holds. */
function heapMegabytes(): number {
  const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
  return Math.round((memory?.usedJSHeapSize ?? 0) / 1e6);
}

async function frameOf({ page }: Workbench): Promise<Frame> {
  return await poll('the page of the panel', async () => {
    for (const frame of await ownFrames(page)) {
      if ((await frame.locator('.lines').count()) > 0) return frame;
    }
    return undefined;
  });
}

/** In the page: how long each frame has taken. */
async function measureFrames(forMs: number) {
  const times: number[] = [];
  const begin = performance.now();
  await new Promise<void>((done) => {
    let before = begin;
    const step = () => {
      const now = performance.now();
      times.push(now - before);
      before = now;
      if (now - begin < forMs) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
  times.sort((one, other) => one - other);
  const rank = (share: number) =>
    Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return {
    frames: times.length,
    median: rank(0.5),
    p95: rank(0.95),
    p99: rank(0.99),
    longest: rank(0.9999),
  };
}
