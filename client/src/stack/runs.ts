import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { bootId, isSameProcess } from './process-identity.ts';
import { isInside, runBases, verifyRunDirectory } from './run-directory.ts';
import { readRunFile, type RunStack } from './run-file.ts';

/** A run of this user's, whoever supervises it: an editor, a terminal, or nobody any more. */
export interface KnownRun extends RunStack {
  readonly runDirectory: string;
  /** Its supervisor, as long as that lives. What a dead one has left is cleared by the next start, or by `down`. */
  readonly supervisor: number | undefined;
}

export function listRuns(bases: readonly string[] = runBases()): readonly KnownRun[] {
  return [...new Set(bases)].flatMap((base) =>
    folderNames(base).flatMap((name): KnownRun[] => {
      const runDirectory = join(base, name);
      if (verifyRunDirectory(runDirectory).kind === 'error') return [];
      const record = readRunFile(runDirectory);
      if (record?.stack === undefined) return [];
      const alive = record.boot === bootId() && isSameProcess(record.supervisor);
      const supervisor = alive ? record.supervisor.pid : undefined;
      return [{ ...record.stack, runDirectory, supervisor }];
    }),
  );
}

/** The runs of stacks that lie in the folder. */
export function runsIn(folder: string, runs: readonly KnownRun[]): readonly KnownRun[] {
  const real = realPath(folder);
  return runs.filter(({ root }) => {
    const own = realPath(root);
    return own === real || isInside(real, own);
  });
}

function folderNames(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
