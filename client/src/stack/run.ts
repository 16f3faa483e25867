import { randomUUID } from 'node:crypto';
import { rmdirSync, rmSync } from 'node:fs';
import type { LaunchPlan } from '../../../shared/launch-plan.ts';
import { startGuard } from './guard-link.ts';
import { bootId, identityOf } from './process-identity.ts';
import { createRunDirectory, writeFiles } from './run-directory.ts';
import { claimRunFile, recover, writeRunFile, type RunRecord } from './run-file.ts';

/** What a run has on disk and beside itself: its folder, its run file and its guard. */
export interface Run {
  /** For the environment of each program. */
  readonly mark: string;
  /** Writes down which process groups exist, for the guard and for the next start. */
  record(groups: RunRecord['groups']): void;
  close(): Promise<void>;
}

export type OpenRunResult =
  | { readonly kind: 'open'; readonly run: Run }
  | { readonly kind: 'error'; readonly message: string };

/** Clears what an earlier run has left, then makes the folder ours and fills it. */
export async function openRun(plan: LaunchPlan, guardEntry: string): Promise<OpenRunResult> {
  const { runDirectory } = plan;
  const recovered = await recover(runDirectory);
  if (recovered.kind === 'running') {
    const where = recovered.pid === process.pid ? 'here' : 'in another window';
    return problem(`The stack is already running ${where} (pid ${recovered.pid}).`);
  }
  if (recovered.kind === 'error') return recovered;
  const supervisor = identityOf(process.pid);
  if (supervisor === undefined) return problem('The start time of this process is not known.');
  const created = createRunDirectory(runDirectory);
  if (created.kind === 'error') return created;
  const { id, title, root } = plan;
  let record: RunRecord = {
    ...{ boot: bootId(), supervisor, guard: undefined, stack: { id, title, root }, groups: [] },
    mark: randomUUID(),
  };
  // Whoever has not claimed the folder must not touch it any more, not even to tidy up.
  const claimed = claimRunFile(runDirectory, record);
  if (claimed.kind === 'error') {
    removeEmpty(runDirectory);
    return claimed;
  }
  const written = writeFiles(plan.files, runDirectory);
  if (written.kind === 'error') {
    rmSync(runDirectory, { recursive: true, force: true });
    return written;
  }
  const keep = (next: Partial<RunRecord>): void => {
    record = { ...record, guard: guard.identity, ...next };
    try {
      writeRunFile(runDirectory, record);
    } catch {
      // Somebody has removed the folder under us. The guard still knows everything.
    }
  };
  const guard = startGuard(guardEntry, runDirectory, () => {
    keep({});
  });
  keep({});
  guard.watch(record);
  return {
    kind: 'open',
    run: {
      mark: record.mark,
      record: (groups) => {
        keep({ groups });
        guard.watch(record);
      },
      close: async () => {
        await guard.farewell();
        rmSync(runDirectory, { recursive: true, force: true });
      },
    },
  };
}

/** The folder that nobody has claimed; of another run there is at least its run file. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is somebody's.
  }
}

function problem(message: string): OpenRunResult {
  return { kind: 'error', message };
}
