import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { createFigures } from '../../client/src/stack/figures/figures.ts';
import { noRates, ratesOf } from '../../client/src/stack/figures/rates.ts';
import { requestTarget } from '../../client/src/stack/figures/request-target.ts';
import { traceRequest } from '../../client/src/stack/figures/trace.ts';
import { createSupervisor, type Supervisor } from '../../client/src/stack/supervisor.ts';
import { until } from '../../client/src/stack/testing/processes.ts';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { readTraffic } from '../../client/src/stack/traffic.ts';
import type { StackFigures } from '../../shared/figures.ts';
import type { LaunchPlan } from '../../shared/launch-plan.ts';
import { openPlanner } from './planner.ts';
import { copyExample, put, type Edits, type Example } from './testing/example.ts';
import { getPage } from './testing/get-page.ts';

interface Running {
  readonly example: Example;
  readonly plan: LaunchPlan;
  readonly supervisor: Supervisor;
  /** Looks until so many requests are counted everywhere, as the worker counts when the client has its answer already. */
  readonly figuresOf: (count: number) => Promise<StackFigures>;
  /** Lines of nginx's own access log. */
  readonly accessLog: () => readonly string[];
}

/** The example with four workers, planned from its files as the editor does it. */
async function start(context: TestContext, edits: Edits = {}): Promise<Running> {
  const made: Supervisor[] = [];
  context.after(() => Promise.all(made.map((each) => each.dispose())));
  const example = await copyExample(context, edits);
  Object.assign(process.env, example.environment);
  const planner = await openPlanner(example.app, {
    ...{ stack: undefined, workers: 4, timeoutMs: undefined },
    programs: { nginx: 'nginx', uwsgi: 'uwsgi' },
  });
  assert.ok(planner.kind === 'planner');
  const planned = await planner.plan({});
  assert.ok(planned.kind === 'plan', JSON.stringify(planned));
  const { plan } = planned;
  const supervisor = createSupervisor({
    guardEntry: join(import.meta.dirname, '../../client/src/stack/guard-main.ts'),
    logsDirectory: join(example.folder, 'logs'),
  });
  made.push(supervisor);
  assert.deepEqual(await supervisor.start(plan), { kind: 'ready' });
  const gatherer = createFigures(
    () => plan,
    (step, after) => supervisor.recentLines(step).filter(({ sequence }) => sequence > after),
  );
  let rates = noRates;
  const look = async () => {
    const traffic = await readTraffic(plan);
    rates = ratesOf(rates, traffic);
    return await gatherer.look(traffic, rates);
  };
  return {
    ...{ example, plan, supervisor },
    accessLog: () => linesOf(join(plan.runDirectory, 'access.log')),
    figuresOf: async (count) => {
      let figures = await look();
      const end = performance.now() + 10_000;
      while (requestsOfWorkers(figures) < count && performance.now() < end) figures = await look();
      return figures;
    },
  };
}

function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8').split('\n').filter(Boolean);
}

function requestsOfWorkers({ workers }: StackFigures): number {
  return sum(workers.map(({ requests }) => requests));
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/** Keeps a few connections busy. */
async function load({ ports }: Example, paths: readonly string[], times: number): Promise<void> {
  let left = times;
  const keepAsking = async () => {
    while (left > 0) {
      left -= 1;
      await getPage(ports.nginx, { path: paths[left % paths.length] ?? '/' });
    }
  };
  await Promise.all(Array.from({ length: 8 }, keepAsking));
}

test(
  'the dashboard counts what nginx’s own access log has, request by request',
  { skip: noPrograms },
  async (context) => {
    const { example, plan, accessLog, figuresOf } = await start(context, {
      // wrk hangs up on its last requests; nginx then sees them through, so that both sides count them.
      'nginx.conf': put('uwsgi_pass', 'uwsgi_ignore_client_abort on;\nuwsgi_pass'),
    });
    await load(example, ['/', '/', '/missing'], 300);
    if (spawnSync('wrk', ['--version']).error === undefined) {
      const url = `http://127.0.0.1:${example.ports.nginx}/`;
      await promisify(execFile)('wrk', ['-t1', '-c8', '-d2s', '-H', 'Host: app.localhost', url]);
    }
    // The requests that nginx still sees through are noted when they are done.
    let noted = 0;
    await until('nginx has noted all', () => {
      const before = noted;
      noted = accessLog().length;
      return noted === before;
    });
    const figures = await figuresOf(noted);
    const lines = accessLog();
    const status = (first: string) =>
      lines.filter((line) => line.split('"')[2]?.trim().startsWith(first)).length;

    assert.ok(lines.length > 300, `${lines.length} requests`);
    assert.equal(figures.source, 'nginx');
    assert.equal(figures.requests, lines.length);
    assert.equal(figures.clientErrors, status('4'));
    assert.equal(status('404'), 100);
    assert.equal(figures.serverErrors, status('5'));
    assert.equal(requestsOfWorkers(figures), lines.length);
    assert.equal(sum(figures.nodes.map(({ requests }) => requests)), lines.length);
    assert.equal(figures.workers.length, 4);
    assert.ok(figures.workers.every(({ requests }) => requests > 0));
    assert.ok(Math.abs(sum(figures.workers.map(({ share }) => share)) - 1) < 1e-9);
    for (const { memory } of figures.workers) assert.ok(memory === undefined || memory > 1e6);

    const times = linesOf(plan.requestLog ?? '')
      .map((line) => Math.round(Number(line.split('\t')[4]) * 1000))
      .sort((a, b) => a - b);
    assert.equal(times.length, lines.length);
    const rank = (percent: number) => times[Math.ceil((times.length * percent) / 100) - 1];
    assert.deepEqual(figures.latency, { p50: rank(50), p95: rank(95), p99: rank(99) });
    context.diagnostic(`${lines.length} requests counted by all`);
  },
);

test(
  'the user’s own access log keeps its format, and is passed over nowhere',
  { skip: noPrograms },
  async (context) => {
    const { example, accessLog, figuresOf, plan } = await start(context, {
      'nginx.conf': (text) =>
        put(
          'location / {',
          'location / { access_log mine.log short; access_log again.log short;',
        )(put('access_log access.log;', "log_format short 'mine $status $uri';")(text)),
    });
    await load(example, ['/', '/missing'], 20);
    const figures = await figuresOf(20);
    // The start has asked, too; both of the user's logs are one file in the run folder.
    const lines = accessLog();
    assert.deepEqual(
      lines.filter((line) => !/^mine (200 \/|404 \/missing)$/.test(line)),
      [],
    );
    assert.equal(figures.requests, lines.length / 2);
    assert.equal(linesOf(plan.requestLog ?? '').length, lines.length);
  },
);

test(
  'without an access log the times are those of uWSGI’s lines',
  { skip: noPrograms },
  async (context) => {
    const { example, figuresOf, supervisor } = await start(context, {
      'nginx.conf': put('access_log access.log;', 'access_log off;'),
    });
    await load(example, ['/', '/missing'], 20);
    await until('the workers have said it', () => {
      const lines = ['worker-1', 'worker-2', 'worker-3', 'worker-4'].flatMap((step) =>
        supervisor.recentLines(step).filter(({ text }) => text.includes('/missing')),
      );
      return lines.length === 10;
    });
    const figures = await figuresOf(20);
    assert.equal(figures.source, 'uwsgi');
    assert.equal(figures.requests, requestsOfWorkers(figures));
    assert.equal(figures.clientErrors, 10);
    assert.ok(figures.latency !== undefined);
  },
);

test(
  'a traced request names its worker, its process and its lines',
  { skip: noPrograms },
  async (context) => {
    const { example, plan, supervisor } = await start(context);
    const trace = async (path: string, method = 'GET') => {
      const found = requestTarget(plan, path);
      assert.ok(found.kind === 'target', JSON.stringify(found));
      return await traceRequest({
        plan,
        request: { target: found.target, method, body: undefined },
        lines: { onLines: (listener) => supervisor.onLines(listener) },
        signal: new AbortController().signal,
      });
    };
    const quiet = await trace('/?who');
    assert.ok(quiet.answer.kind === 'answer');
    assert.equal(quiet.answer.status, 200);
    assert.equal(quiet.sure, true);
    const [worker, ...otherWorkers] = quiet.workers;
    assert.deepEqual(otherWorkers, []);
    // The app says which process it is.
    assert.equal(quiet.answer.body, `Hello from worker ${worker?.pid}\n`);
    assert.equal(quiet.nginx?.status, 200);
    assert.equal(quiet.nginx.upstream?.address, `127.0.0.1:${example.ports.router}`);
    assert.deepEqual(
      quiet.nodes.map(({ router, key, worker: step }) => [router, key, step]),
      [['router', 'app.localhost', worker?.step]],
    );
    const texts = quiet.lines.map(({ stepId, text }) => `${stepId}: ${text}`);
    assert.equal(
      texts.filter((text) => text.startsWith('nginx: ') && text.includes('/?who')).length,
      1,
    );
    assert.equal(
      texts.filter((text) => text.startsWith(`${worker?.step}: `) && text.includes('GET /?who'))
        .length,
      1,
    );

    // Among many others its own line still names it.
    const noise = load(example, ['/'], 400);
    const busy = await trace('/?who=me');
    await noise;
    assert.ok(busy.answer.kind === 'answer');
    assert.equal(busy.answer.body, `Hello from worker ${busy.workers[0]?.pid}\n`);
    assert.equal(busy.workers.length, 1);
    assert.deepEqual(
      busy.lines.filter(({ text }) => text.includes('GET / ')),
      [],
    );
    assert.equal((await trace('/missing')).nginx?.status, 404);
  },
);
