import { userInfo } from 'node:os';
import { findPrograms, type ProgramSettings } from '../../client/src/stack/programs.ts';
import { runDirectoryFor } from '../../client/src/stack/run-directory.ts';
import { bareProblem, type ProblemReport } from '../../client/src/stack/status.ts';
import { createLanguage } from '../../server/src/language/language.ts';
import type { PlanResult } from '../../shared/messages.ts';
import { fillDisk } from './fill-disk.ts';
import { findFolder, readFolder } from './read-folder.ts';

export interface PlannerOptions {
  readonly stack: string | undefined;
  readonly workers: number | undefined;
  readonly timeoutMs: number | undefined;
  readonly programs: ProgramSettings;
}

export type Planner =
  | {
      readonly kind: 'planner';
      /** From the files as they are at this moment. */
      readonly plan: (
        counts: Readonly<Record<string, number>>,
        moved?: Readonly<Record<string, number>>,
      ) => Promise<PlanResult>;
    }
  | { readonly kind: 'no-folder'; readonly message: string }
  | { readonly kind: 'problem'; readonly problem: ProblemReport };

/** Plans the stack of a folder without an editor. */
export async function openPlanner(folder: string, options: PlannerOptions): Promise<Planner> {
  if ((await findFolder(folder)) === undefined) {
    return { kind: 'no-folder', message: `There is no folder ${folder}.` };
  }
  const programs = await findPrograms(options.programs);
  if (programs.kind === 'missing') {
    return { kind: 'problem', problem: bareProblem(programs.message, programs.remedy) };
  }
  return {
    kind: 'planner',
    plan: async (counts, moved = {}) => {
      const files = await readFolder(folder, {
        ...(options.workers !== undefined && { workers: options.workers }),
        ...(options.timeoutMs !== undefined && { readyTimeoutMs: options.timeoutMs }),
      });
      const language = createLanguage();
      if (files === undefined) return gone(folder);
      const snapshot = await fillDisk(language).fill(files);
      const outlines = language.outlines(snapshot);
      const id = options.stack ?? (outlines.length === 1 ? outlines[0]?.id : undefined);
      return language.plan(snapshot, {
        stack: id,
        workers: counts,
        runDirectory: runDirectoryFor(id ?? 'none'),
        programs: { ...programs },
        root: userInfo().uid === 0,
        moved,
      });
    },
  };
}

function gone(folder: string): PlanResult {
  const message = `The folder ${folder} is gone.`;
  return {
    kind: 'problems',
    problems: [{ message, remedy: 'Bring it back.', path: undefined, line: undefined }],
  };
}
