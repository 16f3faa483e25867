import type { LaunchPlan, LaunchStep } from '../../../../shared/launch-plan.ts';

/** A step that does nothing yet; tests say what matters to them. */
export function makeStep(id: string, change: Partial<LaunchStep> = {}): LaunchStep {
  return {
    id,
    roles: ['worker'],
    title: id,
    where: { kind: 'local' },
    argv: [process.execPath, '-e', 'setInterval(() => {}, 1000)'],
    cwd: '/',
    env: { set: {}, unsetPrefixes: ['UWSGI_'] },
    source: { path: `/${id}.ini`, line: 0 },
    after: [],
    check: undefined,
    claims: [],
    ready: [],
    stop: [{ signal: 'SIGTERM', to: 'process', graceMs: 1000 }],
    inputs: [`/${id}.ini`],
    reload: undefined,
    graceful: undefined,
    restart: { kind: 'never' },
    instance: undefined,
    follow: [],
    requestFormats: [],
    pathMap: [],
    places: {},
    failures: [],
    ...change,
  };
}

export function makePlan(
  runDirectory: string,
  steps: readonly LaunchStep[],
  change: Partial<LaunchPlan> = {},
): LaunchPlan {
  return {
    version: 1,
    id: 'test',
    title: 'test',
    root: '/',
    runDirectory,
    files: [],
    steps,
    pages: [],
    ready: [],
    requestLog: undefined,
    readyTimeoutMs: 10_000,
    workerTemplates: [],
    notes: [],
    ...change,
  };
}
