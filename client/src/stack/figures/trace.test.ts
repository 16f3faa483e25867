import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LogLine } from '../logs.ts';
import { makePlan, makeStep } from '../testing/plans.ts';
import type { Traffic, WorkerTraffic } from '../traffic.ts';
import type { Answer } from './send-request.ts';
import { conclude } from './trace.ts';

const plan = makePlan('/run', [
  makeStep('nginx', { roles: ['nginx'] }),
  makeStep('worker-1', { title: 'worker 1' }),
  makeStep('worker-2', { title: 'worker 2' }),
]);
const answer: Answer = { kind: 'none', reason: 'not asked' };

const worker = (step: string, pid: number, requests: number): WorkerTraffic => ({
  ...{ step, requests, busy: 0, idle: 1, nodes: [], averageMicros: 0, rss: undefined },
  ...{ exceptions: 0, harakiri: 0, respawns: 0 },
  processes: [
    {
      ...{ id: 1, pid, status: 'idle', requests, exceptions: 0, averageMicros: 0 },
      ...{ rss: 0, apps: 1, harakiri: 0, spawns: 1 },
    },
  ],
});
const traffic = (first: number, second: number): Traffic => ({
  at: 0,
  workers: [worker('worker-1', 11, first), worker('worker-2', 22, second)],
  routers: [],
});
const line = (stepId: string, pid: number, uri: string): LogLine => ({
  ...{ sequence: 1, time: 0, stepId, stream: 'stderr' },
  text: `[pid: ${pid}|app: 0|req: 1/1] 127.0.0.1 () {30 vars in 343 bytes} [Mon] GET ${uri} => generated 17 bytes in 12 msecs (HTTP/1.1 200) 1 headers`,
});

function concluded(after: Traffic, seen: readonly LogLine[]) {
  const request = { method: 'GET', uri: '/mine' };
  const { workers, sure, lines } = conclude({
    ...{ plan, answer, nginx: undefined, request, before: traffic(5, 7), after, seen },
  });
  return { workers: workers.map(({ step, pid }) => `${step} ${pid}`), sure, lines: lines.length };
}

describe('who has answered a request', () => {
  it('is the worker that has counted one more', () => {
    assert.deepEqual(concluded(traffic(6, 7), []), {
      workers: ['worker-1 11'],
      sure: true,
      lines: 0,
    });
  });

  it('is, among several that have counted, the one whose line has the request', () => {
    const seen = [line('worker-1', 11, '/other'), line('worker-2', 22, '/mine')];
    assert.deepEqual(concluded(traffic(6, 8), seen), {
      ...{ workers: ['worker-2 22'], sure: true, lines: 1 },
    });
  });

  it('stays open where two lines read alike, or none tells', () => {
    const seen = [line('worker-1', 11, '/mine'), line('worker-2', 22, '/mine')];
    const both = ['worker-1 11', 'worker-2 22'];
    assert.deepEqual(concluded(traffic(6, 8), seen), { workers: both, sure: false, lines: 2 });
    assert.deepEqual(concluded(traffic(6, 8), []), { workers: both, sure: false, lines: 0 });
  });

  it('stays open where one worker has counted two', () => {
    assert.equal(concluded(traffic(7, 7), []).sure, false);
  });
});
