import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMessageStore } from '../../client/src/stack/messages/message-store.ts';
import { createOutageWatch } from '../../client/src/stack/messages/outage-watch.ts';
import type { Outage } from '../../client/src/stack/messages/outage.ts';
import { until } from '../../client/src/stack/testing/processes.ts';
import { noPrograms } from '../../client/src/stack/testing/real-stack.ts';
import { type Edits, put } from './testing/example.ts';
import { getPage, type Question } from './testing/get-page.ts';
import { startMeasured, type MeasuredStack } from './testing/measured-stack.ts';

interface Case {
  readonly title: string;
  readonly edits?: Edits;
  /** Once it is ready. */
  readonly act?: (stack: MeasuredStack) => Promise<void>;
  readonly ask?: Question;
  readonly status: number;
  readonly cause: RegExp;
  readonly mend: (outage: Outage, stack: MeasuredStack) => unknown;
}

const app = (body: string) => () =>
  `import os, time\ndef application(environ, start_response):\n    if environ["PATH_INFO"] == "/":\n        start_response("200 OK", [])\n        return [b"ok"]\n${body}`;
const impatient = put('uwsgi_pass', 'uwsgi_read_timeout 1s;\nuwsgi_pass');
const name = 'A request for app\\.localhost:\\d+';

/** A plan without its workers, as `scale 0` makes it. */
const withoutWorkers = async ({ supervisor, plan }: MeasuredStack): Promise<void> => {
  const steps = plan.steps.filter(({ instance }) => instance === undefined);
  const after = new Set(steps.map(({ id }) => id));
  const left = steps.map((step) => ({ ...step, after: step.after.filter((id) => after.has(id)) }));
  await supervisor.update({ ...plan, steps: left });
};
const notCheap = { 'router.ini': put('fastrouter-cheap = true\n', '') };

const cases: readonly Case[] = [
  {
    title: 'no worker is left',
    edits: notCheap,
    act: withoutWorkers,
    status: 502,
    cause: new RegExp(`^${name} has failed: no worker runs\\.$`),
    mend: ({ add }) => add === 'worker',
  },
  {
    title: 'no worker is left, and the router has gone cheap',
    edits: { 'nginx.conf': impatient },
    act: withoutWorkers,
    status: 504,
    cause: new RegExp(`^${name} has failed: no worker runs\\.$`),
    mend: ({ add }) => add === 'worker',
  },
  {
    title: 'nobody has the key',
    ask: { host: 'shop.localhost' },
    status: 502,
    cause: /no worker subscribes with the key shop\.localhost, only with app\.localhost\./,
    mend: ({ place }, { example }) => place.path === `${example.app}/worker.ini` && place.line > 0,
  },
  {
    title: 'all workers were killed',
    act: ({ supervisor }) => {
      for (const { step, status } of supervisor.state.steps)
        if (step.instance !== undefined && status.kind === 'ready')
          process.kill(-status.pid, 'SIGKILL');
      return Promise.resolve();
    },
    status: 502,
    cause: new RegExp(`^${name} has failed: worker \\d is down`),
    mend: ({ restart }) => restart?.startsWith('worker-'),
  },
  {
    title: 'harakiri has ended the process',
    edits: {
      'app.py': app('    time.sleep(30)\n'),
      'worker.ini': (text) => `${text}\nharakiri = 1\n`,
    },
    ask: { path: '/slow' },
    status: 502,
    cause: new RegExp(
      `^${name} has failed: it took longer than \`harakiri\` allows, so worker \\d has killed`,
    ),
    mend: ({ place }, { example }) => place.path === `${example.app}/worker.ini` && place.line > 0,
  },
  {
    title: 'nginx has lost patience',
    edits: { 'app.py': app('    time.sleep(3)\n'), 'nginx.conf': impatient },
    ask: { path: '/slow' },
    status: 504,
    cause: new RegExp(`^${name} got no answer in time: every worker is busy, or one takes too`),
    mend: ({ place }, { example }) => place.path === `${example.app}/nginx.conf`,
  },
  {
    title: 'the process has died',
    edits: { 'app.py': app('    os.kill(os.getpid(), 9)\n') },
    ask: { path: '/die' },
    status: 502,
    cause: new RegExp(`^${name} has failed: the process of worker \\d that answered has died\\. `),
    mend: ({ place }, { example }) => place.path.startsWith(example.app),
  },
  {
    title: 'the app answers nothing',
    edits: { 'app.py': app('    return []\n') },
    ask: { path: '/empty' },
    status: 502,
    cause: new RegExp(`^${name} has failed: worker \\d has answered nothing`),
    mend: ({ place }, { example }) => place.path.startsWith(example.app),
  },
];

describe('a request that fails', { concurrency: 2, skip: noPrograms, timeout: 110_000 }, () => {
  for (const { title, edits = {}, act, ask = {}, status, cause, mend } of cases)
    it(`is explained when ${title}`, async (context) => {
      const stack = await startMeasured(context, edits);
      const { supervisor, plan, example } = stack;
      const told: Outage[] = [];
      const store = createMessageStore(() => undefined);
      const watch = createOutageWatch(
        (outage) => told.push(outage),
        () => 'a moment ago',
      );
      store.plan(plan.steps, plan.root);
      supervisor.onLines((lines) => {
        if (store.read(lines, false).length > 0) watch.look(store.messages, supervisor.state);
      });
      supervisor.onState((state) => {
        watch.look(store.messages, state);
      });
      await act?.(stack);
      const answer = await getPage(example.ports.nginx, { ...ask, patienceMs: 20_000 });
      assert.equal(answer.status, status);
      await until('it is explained', () => told.length > 0, 5000);
      assert.match(told[0]?.cause ?? '', cause);
      assert.ok(told[0] !== undefined && mend(told[0], stack), JSON.stringify(told[0]));
      assert.equal(told.length, 1, JSON.stringify(told));
    });
});
