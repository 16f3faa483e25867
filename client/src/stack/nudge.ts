/** Lets somebody who waits look sooner: a program that says something may just have done what is waited for. */
export interface Nudge {
  now(): void;
  /** True when it was nudged, false when the time is over or the signal has come. */
  wait(milliseconds: number, signal: AbortSignal): Promise<boolean>;
}

export function createNudge(): Nudge {
  const waiting = new Set<(nudged: boolean) => void>();
  return {
    now: () => {
      for (const wake of [...waiting]) wake(true);
    },
    wait: (milliseconds, signal) =>
      new Promise((done) => {
        const finish = (nudged: boolean): void => {
          clearTimeout(timer);
          waiting.delete(finish);
          signal.removeEventListener('abort', stop);
          done(nudged);
        };
        const stop = (): void => {
          finish(false);
        };
        const timer = setTimeout(stop, milliseconds);
        signal.addEventListener('abort', stop);
        waiting.add(finish);
        if (signal.aborted) stop();
      }),
  };
}
