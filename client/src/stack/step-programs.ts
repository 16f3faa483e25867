import type { LaunchStep, StopStage } from '../../../shared/launch-plan.ts';
import { environmentFor } from './environment.ts';
import { markVariable } from './process-identity.ts';
import { startProgram, type Program, type ProgramEnd, type ProgramRequest } from './program.ts';
import type { StoppableGroup } from './stop-group.ts';

/** The programs of one step that exist: itself, its check, and whatever they have forked. */
export interface StepPrograms {
  start(
    argv: LaunchStep['argv'],
    stop: readonly StopStage[],
    onLine: ProgramRequest['onLine'],
  ): Promise<StartedProgram>;
  /** Ends all, each after what `before` does with it. True when nothing is left. */
  stop(before: (program: Program) => Promise<void>): Promise<boolean>;
  groups(): readonly StoppableGroup[];
}

export type StartedProgram =
  | {
      readonly kind: 'started';
      readonly program: Program;
      /** Nothing of it is left: not of what it has forked, either. */
      readonly gone: Promise<ProgramEnd>;
    }
  | { readonly kind: 'not-started'; readonly code: string; readonly message: string };

/** For what a program that has ended on its own leaves behind, such as nginx's workers after a crash. */
const leftoverStop: readonly StopStage[] = [{ signal: 'SIGTERM', to: 'group', graceMs: 1000 }];

/** `mark` tells whose the programs are. `onGroups` hears of each group that has come or gone, before anybody else. */
export function createStepPrograms(
  step: LaunchStep,
  mark: string,
  onGroups: () => void,
  complain: (text: string) => void,
): StepPrograms {
  const running = new Map<Program, { stop: readonly StopStage[]; gone: Promise<unknown> }>();
  let launching: Promise<unknown> = Promise.resolve();

  const end = async (program: Program, stop: readonly StopStage[]): Promise<boolean> => {
    const gone = await program.stop(stop);
    if (!gone) complain(`pid ${program.identity.pid} can't be stopped`);
    return gone;
  };

  return {
    start: async (argv, stop, onLine) => {
      const env = { ...environmentFor(process.env, step.env), [markVariable]: mark };
      const creation = startProgram({ argv, cwd: step.cwd, env, onLine });
      launching = creation;
      const start = await creation;
      if (start.kind === 'not-started') return start;
      const { program } = start;
      const gone = program.ended.then(async (how) => {
        await end(program, leftoverStop);
        running.delete(program);
        onGroups();
        return how;
      });
      running.set(program, { stop, gone });
      onGroups();
      return { kind: 'started', program, gone };
    },
    stop: async (before) => {
      // A program that is just being created is waited for; it would be lost otherwise.
      await launching;
      const ends = [...running].map(async ([program, { stop, gone }]) => {
        await before(program);
        const ended = await end(program, stop);
        if (ended) await gone;
        return ended;
      });
      return (await Promise.all(ends)).every(Boolean);
    },
    groups: () => [...running].map(([program, { stop }]) => ({ leader: program.identity, stop })),
  };
}
