import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { format } from 'prettier';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { processesOf, until } from '../../client/src/stack/testing/processes.ts';
import { applyEdits, type Finding } from '../../server/src/language/language.ts';
import { type BareStack, portsBetween, startBare } from './testing/bare-stack.ts';
import { checkFiles } from './testing/check-files.ts';
import { copyExample, type Edits, type Example, put } from './testing/example.ts';
import type { Answer } from './testing/get-page.ts';
import { mistakesPage } from './testing/mistakes-page.ts';
import { type Mistake, mistakes } from './testing/stack-mistakes.ts';

const barePort = portsBetween(18_700, 18_769);

describe('a mistake between the files', { concurrency: 4, timeout: 400_000 }, () => {
  for (const mistake of mistakes)
    it(mistake.title, { skip: noPrograms || cannotBe(mistake) }, async (context) => {
      const example = await copyExample(context, mistake.edits, barePort);
      for (const [name, text] of Object.entries(mistake.files?.(example.ports) ?? {}))
        writeFileSync(join(example.app, name), text);
      const finding = findingOf(example, mistake.rule);
      const start = (mistake.start ?? ['router.ini', 'worker.ini', 'nginx.conf']) as string[];

      const wrong = await startBare(context, example, start, mistake.nginxUser);
      const answer = await settled(wrong, mistake);
      await wrong.stop();
      assert.equal(answer.status, mistake.answer, start.map((file) => wrong.log(file)).join('\n'));
      assertLogs(wrong, start, mistake);

      mend(example, finding, mistake.fix);
      const right = await startBare(context, example, start, mistake.nginxUser);
      await answered(right, mistake, start);
      if (mistake.flaps === true) await stays(right);
      await right.stop();
      assert.deepEqual(processesOf(example.folder), []);
    });
});

function cannotBe({ nginxUser }: Mistake): string | false {
  return nginxUser !== undefined && process.getuid?.() !== 0
    ? 'only root can start nginx’s workers as another user'
    : false;
}

describe('docs/stack-mistakes.md', () => {
  it('is the table of these mistakes (UPDATE=1 writes it)', async () => {
    const page = join(import.meta.dirname, '../../docs/stack-mistakes.md');
    const text = await format(mistakesPage(), {
      parser: 'markdown',
      printWidth: 120,
      proseWrap: 'preserve',
    });
    if (process.env.UPDATE === '1') writeFileSync(page, text);
    assert.equal(readFileSync(page, 'utf8'), text);
  });
});

describe('one file whose requests circle', () => {
  it('is reported; mended, each request makes one round', { skip: noPrograms }, async (context) => {
    const example = await copyExample(context, oneFile, barePort);
    const finding = findingOf(example, 'stack/circling-requests');
    // Who takes a request is a matter of chance: on a busy machine the worker may take all of the first thirty.
    let most = 0;
    for (let tries = 0; tries < 5 && most <= requests; tries++)
      most = await roundsOf(context, example);
    assert.ok(most > requests);
    mend(example, finding, undefined);
    assert.equal(await roundsOf(context, example), requests);
    assert.deepEqual(processesOf(example.folder), []);
  });
});

describe('a uWSGI that another one starts', () => {
  it('is left running; mended, it ends with the other', { skip: noPrograms }, async (context) => {
    const attached = (text: string) => `${text}attach-daemon = uwsgi --ini worker.ini\n`;
    const example = await copyExample(
      context,
      { 'router.ini': attached, 'worker.ini': put('die-on-term = true\n', '') },
      barePort,
    );
    const finding = findingOf(example, 'stack/attached-uwsgi-stops');
    const left = await leftAfterStop(context, example, 4000);
    assert.ok(left.length > 0, 'nothing is left');
    for (const { pid } of left) process.kill(pid, 'SIGKILL');
    await until('they are gone', () => processesOf(example.folder).length === 0);

    mend(example, finding, undefined);
    // A process of it may miss the signal on a busy machine: uWSGI's mercy for it ends after 60 seconds.
    assert.deepEqual(await leftAfterStop(context, example, 80_000), []);
  });
});

/**
 * What of a router with a worker attached to it is there once the router has ended.
 * @param patience milliseconds after which what is still there counts as left
 */
async function leftAfterStop(context: TestContext, example: Example, patience: number) {
  const stack = await startBare(context, example, ['router.ini', 'nginx.conf']);
  const started = () =>
    processesOf(example.folder).filter(({ command }) => command.includes('--ini worker.ini'));
  await until('the attached one is there', () => started().length > 1, 10_000);
  await until('it is ready', () => stack.log('router.ini').includes('new node'), 10_000);
  await stack.stop('process');
  // A daemon that takes the signal has mostly gone a second later.
  const end = performance.now() + patience;
  while (started().length > 0 && performance.now() < end) await delay(50);
  // The others are gone, or just going.
  const all = () => processesOf(example.folder);
  await until('the others have ended', () => all().length === started().length);
  return all();
}

/** Router and worker in one, and the worker on the socket of the router. */
const oneFile: Edits = {
  'router.ini': (text, { subscription }) => `${text
    .replace('plugins = fastrouter', 'plugins = fastrouter,python3')
    .replace('fastrouter-cheap = true\n', '')}fastrouter-stats = stats.sock
socket = =0
subscribe2 = server=127.0.0.1:${subscription},key=app.localhost
wsgi-file = app.py
`,
  'worker.ini': () => undefined,
};

const requests = 30;

/** How often the router has handed a request on, for so many requests. */
async function roundsOf(context: TestContext, example: Example): Promise<number> {
  const stack = await startBare(context, example, ['router.ini', 'nginx.conf']);
  const hits = async () => {
    const socket = createConnection(join(example.app, 'stats.sock'));
    const text = (await socket.setEncoding('utf8').toArray()).join('');
    const stats = JSON.parse(text) as { subscriptions: { key: string; hits: number }[] };
    return stats.subscriptions.find(({ key }) => key === 'app.localhost')?.hits;
  };
  const end = performance.now() + 10_000;
  while ((await hits()) === undefined && performance.now() < end) await delay(50);
  const before = (await hits()) ?? 0;
  for (let count = 0; count < requests; count++) await stack.get();
  const after = (await hits()) ?? 0;
  await stack.stop();
  return after - before;
}

/** The only finding of the rule; there is no other error that would tell of something else. */
function findingOf(example: Example, rule: string): Finding {
  const all = check(example);
  const [finding, ...others] = all.filter((one) => one.rule === rule);
  assert.ok(finding, `${rule} is silent; ${all.map((one) => one.message).join('; ')}`);
  assert.deepEqual(others, []);
  assert.deepEqual(
    all.filter((one) => one.level === 'error' && one.rule !== rule),
    [],
  );
  return finding;
}

function check(example: Example): readonly Finding[] {
  const texts = Object.entries(example.files()).map(([name, text]) => [
    join(example.app, name),
    text,
  ]);
  return checkFiles(Object.fromEntries(texts) as Record<string, string>);
}

function mend(example: Example, { fixes, rule }: Finding, wanted: RegExp | undefined): void {
  const fix = fixes.find(({ title }) => wanted?.test(title) ?? true);
  assert.ok(fix, `${rule} has no such fix: ${fixes.map(({ title }) => title).join('; ')}`);
  for (const [name, text] of Object.entries(example.files())) {
    const path = join(example.app, name);
    const edits = fix.edits.filter((edit) => edit.path === path);
    if (edits.length > 0) writeFileSync(path, applyEdits(text, edits));
  }
  assert.deepEqual(
    check(example).filter((one) => one.rule === rule),
    [],
  );
}

/**
 * The last answer once a worker has had the time to announce itself twice: at its start, and a second later. Of one
 * that comes and goes the first bad answer after a good one.
 */
async function settled(stack: BareStack, mistake: Mistake): Promise<Answer> {
  const { ask, answer, flaps } = mistake;
  if (flaps === true) await answered(stack, mistake, []);
  const end = performance.now() + (flaps === true ? 10_000 : 1500);
  for (;;) {
    const given = await stack.get({ ...ask, patienceMs: answer === 0 ? 2000 : 8000 });
    if (performance.now() > end || (flaps === true && given.status !== 200)) return given;
    if (flaps !== true) assert.notEqual(given.status, 200, 'the mistake does no harm');
    await delay(200);
  }
}

/** Longer than the worker was away before. */
async function stays(stack: BareStack): Promise<void> {
  const end = performance.now() + 7000;
  while (performance.now() < end) {
    assert.equal((await stack.get()).status, 200);
    await delay(200);
  }
}

async function answered(stack: BareStack, { ask }: Mistake, files: readonly string[]) {
  const end = performance.now() + 15_000;
  for (;;) {
    const { status } = await stack.get(ask);
    if (status === 200) return;
    if (performance.now() > end)
      assert.fail(`after the fix: ${status}\n${files.map((file) => stack.log(file)).join('\n')}`);
    await delay(100);
  }
}

function assertLogs(
  stack: BareStack,
  files: readonly string[],
  { nginx, uwsgi, uwsgiOffline }: Mistake,
): void {
  const conf = stack.log('nginx.conf');
  if (nginx === undefined) assert.doesNotMatch(conf, /\[error\]/);
  else assert.ok(conf.includes(nginx), conf);
  const inis = files.filter((file) => file.endsWith('.ini')).map((file) => stack.log(file));
  if (uwsgi === undefined)
    for (const log of inis) assert.doesNotMatch(log, /\(\): |unable|invalid|denied|refused/i);
  else
    assert.ok(
      inis.some((log) => [uwsgi, uwsgiOffline ?? uwsgi].some((text) => log.includes(text))),
      inis.join('\n'),
    );
}
