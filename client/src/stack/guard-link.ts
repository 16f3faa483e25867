import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { environmentFor } from './environment.ts';
import type { GuardMessage } from './guard.ts';
import { identityOf, type ProcessIdentity } from './process-identity.ts';
import type { RunRecord } from './run-file.ts';

/** The supervisor's end of the guard. */
export interface GuardLink {
  readonly identity: ProcessIdentity | undefined;
  watch(record: RunRecord): void;
  /** Tells the guard that there is nothing left to do, and waits for its end. */
  farewell(): Promise<void>;
}

/** Starts a guard, and a new one whenever it dies before its time. `onReplaced` comes after each new one. */
export function startGuard(
  guardEntry: string,
  runDirectory: string,
  onReplaced: () => void,
): GuardLink {
  let child: ChildProcess | undefined;
  let identity: ProcessIdentity | undefined;
  let last: RunRecord | undefined;
  let retry: NodeJS.Timeout | undefined;
  let over = false;
  let deaths = 0;

  const begin = (): void => {
    const started = spawn(process.execPath, [guardEntry], {
      // In the editor, execPath is Electron, which with this variable is a plain node.
      env: { ...environmentFor(process.env, nothing), ELECTRON_RUN_AS_NODE: '1' },
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child = started;
    identity = started.pid === undefined ? undefined : identityOf(started.pid);
    started.stdin.on('error', () => undefined);
    const onEnd = (): void => {
      if (over || child !== started) return;
      child = undefined;
      deaths += 1;
      // The first ones at once; a guard that can't live must not keep the machine busy.
      retry = setTimeout(replace, deaths <= 3 ? 0 : 5000);
      retry.unref();
    };
    started.once('exit', onEnd);
    started.once('error', onEnd);
    // The guard must not keep its supervisor's process from ending.
    started.unref();
  };
  const replace = (): void => {
    if (over) return;
    begin();
    if (last !== undefined) send({ kind: 'watch', runDirectory, record: last });
    onReplaced();
  };
  const send = (message: GuardMessage): void => {
    child?.stdin?.write(`${JSON.stringify(message)}\n`);
  };

  begin();
  return {
    get identity() {
      return identity;
    },
    watch: (record) => {
      last = record;
      send({ kind: 'watch', runDirectory, record });
    },
    farewell: async () => {
      over = true;
      clearTimeout(retry);
      const leaving = child;
      if (leaving === undefined) return;
      const ended = once(leaving, 'exit').catch(() => undefined);
      leaving.ref();
      leaving.stdin?.end(`${JSON.stringify({ kind: 'farewell' } satisfies GuardMessage)}\n`);
      const kill = setTimeout(() => leaving.kill('SIGKILL'), 2000);
      await ended;
      clearTimeout(kill);
    },
  };
}

const nothing = { set: {}, unsetPrefixes: [] };
