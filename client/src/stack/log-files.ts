import { appendFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Appends to one file per step, which moves on to `.1`, `.2`, … when it has grown too big. */
export interface LogFiles {
  write(stepId: string, text: string): void;
  /** When all that was written before is on the disk (or could not be). */
  flushed(): Promise<void>;
}

export interface LogFileLimits {
  readonly maxBytes: number;
  /** How many files a step has in all. */
  readonly keep: number;
  /** Text that waits for a slow disk; beyond that, lines are left out of the file. */
  readonly maxPending: number;
}

/** At least 30 MB of each process: at 10,000 lines a second the last half minute. */
export const defaultLogFileLimits: LogFileLimits = {
  maxBytes: 10 * 1024 * 1024,
  keep: 4,
  maxPending: 4 * 1024 * 1024,
};

export function createLogFiles(
  directory: string,
  limits: LogFileLimits = defaultLogFileLimits,
): LogFiles {
  const pending = new Map<string, { texts: string[]; length: number; lost: number }>();
  const sizes = new Map<string, number>();
  let draining: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    for (let next = first(pending); next !== undefined; next = first(pending)) {
      const [stepId, waiting] = next;
      pending.delete(stepId);
      const lost = waiting.lost === 0 ? '' : `… ${waiting.lost} lines left out …\n`;
      // A full or missing disk must never stop a stack; the lines are still in the memory.
      await append(stepId, waiting.texts.join('') + lost).catch(() => undefined);
    }
  };
  const append = async (stepId: string, text: string): Promise<void> => {
    const file = join(directory, `${stepId}.log`);
    if (!sizes.has(stepId)) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      sizes.set(
        stepId,
        await stat(file).then(
          (found) => found.size,
          () => 0,
        ),
      );
    }
    if ((sizes.get(stepId) ?? 0) >= limits.maxBytes) {
      await rotate(file, limits.keep);
      sizes.set(stepId, 0);
    }
    await appendFile(file, text, { mode: 0o600 });
    sizes.set(stepId, (sizes.get(stepId) ?? 0) + Buffer.byteLength(text));
  };

  return {
    write: (stepId, text) => {
      const waiting = pending.get(stepId) ?? { texts: [], length: 0, lost: 0 };
      pending.set(stepId, waiting);
      if (waiting.length + text.length > limits.maxPending) waiting.lost += 1;
      else {
        waiting.texts.push(text);
        waiting.length += text.length;
      }
      // Lines that come meanwhile are written together.
      draining ??= Promise.resolve()
        .then(drain)
        .finally(() => {
          draining = undefined;
        });
    },
    flushed: async () => {
      while (draining !== undefined) await draining;
    },
  };
}

async function rotate(file: string, keep: number): Promise<void> {
  await rm(numbered(file, keep - 1), { force: true });
  for (let number = keep - 2; number >= 0; number -= 1) {
    await rename(numbered(file, number), numbered(file, number + 1)).catch(() => undefined);
  }
  if (keep <= 1) await rm(file, { force: true });
}

/** Log files outlive the window, so that the last run can be read in the next one; not for ever. */
const keptMs = 14 * 24 * 60 * 60 * 1000;

/**
 * Takes away the files below a folder that nothing was written to for two weeks. What can't be read or removed stays.
 * @param now milliseconds since 1970
 */
export async function removeOldLogs(directory: string, now = Date.now()): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const written = await stat(file).catch(() => undefined);
    if (written === undefined || now - written.mtimeMs < keptMs) continue;
    await rm(file, { force: true }).catch(() => undefined);
  }
}

/** The name of an older file of the same step; 0 is the one that is written. */
export function numbered(file: string, number: number): string {
  return number === 0 ? file : `${file}.${number}`;
}

function first<K, V>(map: ReadonlyMap<K, V>): readonly [K, V] | undefined {
  for (const entry of map) return entry;
  return undefined;
}
