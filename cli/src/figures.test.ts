import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { requestTarget } from '../../client/src/stack/figures/request-target.ts';
import { createStepRequestReader } from '../../client/src/stack/figures/step-requests.ts';
import { traceRequest } from '../../client/src/stack/figures/trace.ts';
import type { LogLine } from '../../client/src/stack/logs.ts';
import { until } from '../../client/src/stack/testing/processes.ts';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { put, type Edits } from './testing/example.ts';
import {
  linesOf,
  load,
  loadWithWrk,
  requestsOfWorkers,
  startMeasured,
  sum,
} from './testing/measured-stack.ts';

/** The requests that nginx still sees through are noted when they are done. */
async function allNoted(accessLog: () => readonly string[]): Promise<number> {
  let noted = 0;
  await until('nginx has noted all', () => {
    const before = noted;
    noted = accessLog().length;
    return noted === before;
  });
  return noted;
}

test(
  'the dashboard counts what nginx’s own access log has, request by request',
  { skip: noPrograms },
  async (context) => {
    const { example, plan, accessLog, figuresOf } = await startMeasured(context, {
      // wrk hangs up on its last requests; nginx then sees them through, so that both sides count them.
      'nginx.conf': put('uwsgi_pass', 'uwsgi_ignore_client_abort on;\nuwsgi_pass'),
    });
    await load(example, ['/', '/', '/missing'], 300);
    await loadWithWrk(example);
    const figures = await figuresOf(await allNoted(accessLog));
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
  'no request is lost to the sums, nor to the log, while nginx’s logs are kept short',
  { skip: noPrograms },
  async (context) => {
    const { example, plan, supervisor, figuresOf } = await startMeasured(
      context,
      { 'nginx.conf': put('uwsgi_pass', 'uwsgi_ignore_client_abort on;\nuwsgi_pass') },
      { examineMs: 50, logBytes: 200_000 },
    );
    const read = createStepRequestReader(() => plan);
    let [reopened, largest] = [0, 0];
    const seen = new Set<number>();
    const note = (lines: readonly LogLine[]) => {
      for (const line of lines)
        if (line.stepId === 'nginx' && read(line) !== undefined) seen.add(line.sequence);
    };
    supervisor.onLines((lines) => {
      note(lines);
      reopened += lines.filter(({ text }) => text.includes('reopening logs')).length;
      largest = Math.max(largest, statSync(plan.requestLog ?? '').size);
    });
    note(supervisor.recentLines('nginx'));
    await load(example, ['/', '/', '/missing'], 300);
    const hasWrk = await loadWithWrk(example);
    // wrk hangs up on requests that are still under way; each is counted by all in the end.
    let figures = await figuresOf(seen.size);
    for (let before = -1; before !== figures.requests;) {
      before = figures.requests;
      figures = await figuresOf(before);
    }
    assert.equal(requestsOfWorkers(figures), figures.requests);
    assert.equal(sum(figures.nodes.map(({ requests }) => requests)), figures.requests);
    assert.equal(figures.clientErrors, 100);
    await until('each line has come', () => seen.size >= figures.requests);
    assert.equal(seen.size, figures.requests);
    if (hasWrk) assert.ok(reopened > 3, `${reopened} times`);
    // What comes between two looks is on top of the limit.
    assert.ok(largest < 3_000_000, `${largest} bytes`);
    context.diagnostic(`${seen.size} requests, logs replaced ${reopened} times`);
  },
);

test(
  'the user’s own access log keeps its format, and is passed over nowhere',
  { skip: noPrograms },
  async (context) => {
    const { example, accessLog, figuresOf, plan } = await startMeasured(context, {
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
    const { example, figuresOf, supervisor } = await startMeasured(context, {
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
    const { example, plan, supervisor } = await startMeasured(context);
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

const json = ['host', 'request_method', 'request_uri', 'status', 'request_time', 'body_bytes_sent'];

/** How the lines of requests look, and what they tell beside method, path and status. */
const forms: readonly { readonly title: string; readonly edits: Edits }[] = [
  { title: 'the usual form', edits: {} },
  {
    title: 'forms of the configuration',
    edits: {
      'nginx.conf': put(
        'access_log access.log;',
        `log_format own escape=json '{${json.map((name) => `"${name}":"$${name}"`).join(',')}}';
         access_log access.log own;`,
      ),
      'worker.ini': (text) =>
        `${text}\nlog-format = %(host) "%(method) %(uri) %(proto)" %(status) %(rsize) %(micros) %(pid) %(wid)\n`,
    },
  },
  {
    title: 'uWSGI’s JSON',
    edits: {
      'worker.ini': (text) =>
        `${text}\nlog-master = true\nlog-encoder = json {"t":\${unix},"m":"\${msg}"}\nlog-encoder = nl\n`,
    },
  },
];

for (const { title, edits } of forms) {
  test(
    `the requests among the lines are those of nginx’s own access log: ${title}`,
    { skip: noPrograms },
    async (context) => {
      const { example, plan, supervisor, accessLog, figuresOf } = await startMeasured(context, {
        ...edits,
        'nginx.conf': (text, ports, app) =>
          put(
            'uwsgi_pass',
            'uwsgi_ignore_client_abort on;\nuwsgi_pass',
          )(edits['nginx.conf']?.(text, ports, app) ?? text),
      });
      const steps = plan.steps.map(({ id }) => id);
      const lines: LogLine[] = steps.flatMap((step) => supervisor.recentLines(step));
      const known = Math.max(...lines.map(({ sequence }) => sequence));
      supervisor.onLines((more) => {
        lines.push(...more.filter(({ sequence }) => sequence > known));
      });
      await load(example, ['/', '/?b=c', '/missing'], 300);
      await loadWithWrk(example);
      const noted = await allNoted(accessLog);
      const figures = await figuresOf(noted);

      const read = createStepRequestReader(() => plan);
      const requestsOf = (wanted: (step: string) => boolean) =>
        lines.flatMap((line) => (wanted(line.stepId) ? (read(line) ?? []) : []));
      await until('each line has come', () => {
        const ofWorkers = requestsOf((step) => step.startsWith('worker')).length;
        return requestsOf((step) => step === 'nginx').length >= noted && ofWorkers >= noted;
      });
      const told = requestsOf((step) => step === 'nginx');
      assert.equal(told.length, accessLog().length);
      assert.deepEqual(
        told.map(({ host }) => host).filter((host) => host !== 'app.localhost'),
        [],
      );
      const missing = accessLog().filter((line) => line.includes('/missing')).length;
      assert.equal(told.filter(({ status }) => status === 404).length, missing);
      assert.equal(told.filter(({ target }) => target === '/?b=c').length, 100);
      assert.ok(told.every(({ milliseconds, bytes }) => milliseconds !== undefined && bytes));

      for (const { step, requests } of figures.workers) {
        const own = requestsOf((id) => id === step);
        assert.equal(own.length, requests, step);
        assert.ok(own.every(({ pid, milliseconds }) => pid && milliseconds !== undefined));
      }
      context.diagnostic(`${told.length} requests told by nginx and by four workers`);
    },
  );
}
