import { rmSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createLineSplitter } from './line-splitter.ts';
import { groupsOf, parseRunRecord, readRunFile, type RunRecord } from './run-file.ts';
import { stopGroup } from './stop-group.ts';

/** What the supervisor tells its guard, one JSON value a line. */
export type GuardMessage =
  | { readonly kind: 'watch'; readonly runDirectory: string; readonly record: RunRecord }
  /** The supervisor has stopped everything itself. */
  | { readonly kind: 'farewell' };

/** All that a guard does takes at most this long, plus a second for what even SIGKILL does not end at once. */
const budgetMs = 2500;

/**
 * Lives in a process of its own and does nothing until the supervisor's end of the pipe closes: then, unless there
 * was a farewell, the supervisor was killed, and its programs and files are cleared.
 */
export async function runGuard(pipe: Readable): Promise<void> {
  // A terminal or a session that ends must not take the guard away before its work is done.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => undefined);
  }
  let last: GuardMessage | undefined;
  const splitter = createLineSplitter((line) => {
    last = parseGuardMessage(line) ?? last;
  }, maxMessage);

  await new Promise<void>((closed) => {
    pipe.on('data', splitter.push);
    for (const event of ['end', 'error', 'close'] as const) {
      pipe.once(event, () => {
        closed();
      });
    }
  });
  await finish(last);
}

async function finish(last: GuardMessage | undefined): Promise<void> {
  if (last?.kind !== 'watch') return;
  const { record, runDirectory } = last;
  await Promise.all(groupsOf(record).map((group) => stopGroup(group, budgetMs)));
  // By now the folder may belong to the next run.
  const current = readRunFile(runDirectory);
  if (
    current?.supervisor.pid === record.supervisor.pid &&
    current.supervisor.start === record.supervisor.start
  ) {
    rmSync(runDirectory, { recursive: true, force: true });
  }
}

const maxMessage = 4 * 1024 * 1024;

function parseGuardMessage(line: string): GuardMessage | undefined {
  try {
    const value = JSON.parse(line) as Record<string, unknown>;
    if (value.kind === 'farewell') return { kind: 'farewell' };
    const record = parseRunRecord(value.record);
    const { runDirectory } = value;
    return record === undefined || typeof runDirectory !== 'string'
      ? undefined
      : { kind: 'watch', runDirectory, record };
  } catch {
    return undefined;
  }
}
