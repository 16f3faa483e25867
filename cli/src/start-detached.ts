import { fork } from 'node:child_process';
import { Writable } from 'node:stream';

/** What `up` in the background tells the `up` that a person has called, until the stack is ready. */
type Told =
  | { readonly kind: 'text'; readonly to: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'ready' };

/**
 * Calls the same command once more in the background, shows what it says, and leaves it alone once it is ready. Its code
 * when it ends before that.
 */
export async function startDetached(args: readonly string[]): Promise<number> {
  const child = fork(process.argv[1] ?? '', ['up', ...args, '--background'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  });
  const stop = (): void => void child.kill('SIGINT');
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return await new Promise((done) => {
      child.on('message', (told: Told) => {
        if (told.kind === 'text') process[told.to].write(told.text);
        else done(0);
      });
      child.once('exit', (code) => {
        done(code ?? 1);
      });
      child.once('error', () => {
        done(1);
      });
    });
  } finally {
    for (const signal of signals) process.off(signal, stop);
    if (child.connected) child.disconnect();
    child.unref();
  }
}

/** For the one in the background: streams that lead to whoever has called it, and nowhere once that one has gone. */
export function toCaller(to: 'stdout' | 'stderr'): Writable {
  return new Writable({
    decodeStrings: false,
    write: (text: string | Buffer, _encoding, done) => {
      tell({ kind: 'text', to, text: String(text) });
      done();
    },
  });
}

export function tellReady(): void {
  tell({ kind: 'ready' });
}

function tell(told: Told): void {
  if (process.connected) process.send?.(told, undefined, undefined, () => undefined);
}
