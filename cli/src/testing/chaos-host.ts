import { join } from 'node:path';
import { asPlanned, createSession, type Planned } from '../../../client/src/stack/session.ts';
import { reportStack, type StackReport } from '../../../client/src/stack/status.ts';
import { createSupervisor } from '../../../client/src/stack/supervisor.ts';
import type { LaunchPlan } from '../../../shared/launch-plan.ts';
import { openPlanner } from '../planner.ts';

/** What the chaos test asks of its host, a process that is there to be killed; each is answered in its time. */
export type ChaosCommand =
  | { readonly kind: 'start' | 'stop' | 'roll' }
  | { readonly kind: 'restart'; readonly step: string }
  | { readonly kind: 'scale'; readonly count: number }
  | { readonly kind: 'changed'; readonly path: string };

export type ChaosTold =
  | { readonly kind: 'state'; readonly report: StackReport | undefined; readonly run: string }
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: string };

const [folder = '', logsDirectory = ''] = process.argv.slice(2);
const supervisor = createSupervisor({
  guardEntry: join(import.meta.dirname, '../../../client/src/stack/guard-main.ts'),
  ...{ logsDirectory, examineMs: 150 },
});
const planner = await openPlanner(folder, {
  ...{ stack: undefined, workers: 2, timeoutMs: 20_000 },
  programs: { nginx: 'nginx', uwsgi: 'uwsgi' },
});
const session = createSession({
  supervisor,
  plan: async (counts): Promise<Planned> => {
    if (planner.kind !== 'planner') throw new Error('the stack can not be planned');
    const planned = await planner.plan(counts);
    if (planned.kind === 'plan') return { kind: 'plan', plan: impatient(planned.plan) };
    return asPlanned(planned);
  },
});

/** With its patience every crash would take the test half a second and more. */
function impatient(plan: LaunchPlan): LaunchPlan {
  const steps = plan.steps.map((step) =>
    step.restart.kind === 'never'
      ? step
      : { ...step, restart: { ...step.restart, firstDelayMs: 20, maxDelayMs: 100 } },
  );
  return { ...plan, steps };
}

const tell = (told: ChaosTold): void => {
  if (process.connected) process.send?.(told);
};
supervisor.onState((state) => {
  tell({ kind: 'state', report: reportStack(state), run: state.run });
});

async function carryOut(command: ChaosCommand): Promise<string> {
  switch (command.kind) {
    case 'start':
      return (await session.start()).kind;
    case 'stop':
      await session.stop();
      return 'stopped';
    case 'roll':
      return (await session.restartWorkers()).kind;
    case 'restart':
      return (await session.restartStep(command.step)).kind;
    case 'scale':
      return (await session.scale('worker', command.count)).kind;
    case 'changed':
      return (await session.filesChanged([command.path])).kind;
  }
}

process.on('message', ({ id, command }: { id: number; command: ChaosCommand }) => {
  void carryOut(command).then((outcome) => {
    tell({ kind: 'answer', id, outcome });
  });
});
// Without its test it has nobody to work for.
process.on('disconnect', () => void supervisor.dispose());
tell({ kind: 'state', report: undefined, run: 'none' });
