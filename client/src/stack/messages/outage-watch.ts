import type { StackState } from '../state.ts';
import type { KeptMessage } from './message-store.ts';
import { explainOutage, type Outage } from './outage.ts';

/** Tells why requests fail, each cause once. */
export interface OutageWatch {
  /**
   * After anything new: a line of nginx may come before the end of the process that explains it is known, and before what
   * uWSGI says of it.
   */
  look(messages: readonly KeptMessage[], state: StackState): void;
}

/** What has failed longer ago is explained by what was, not by what is. */
const freshMs = 5000;
/** A cause that was not seen for so long is told again. */
const forgetMs = 60_000;

export function createOutageWatch(
  tell: (outage: Outage, failure: KeptMessage) => void,
  clock: (time: number) => string,
  now: () => number = Date.now,
): OutageWatch {
  const seen = new Map<string, number>();
  return {
    look: (messages, state) => {
      // While it starts and stops, requests may well fail.
      if (!state.established || state.wanted === 'down') {
        seen.clear();
        return;
      }
      for (const failure of messages) {
        if (now() - failure.time > freshMs) continue;
        const outage = explainOutage(failure, state, clock, messages);
        if (outage === undefined) continue;
        const before = seen.get(outage.key);
        seen.set(outage.key, now());
        if (before === undefined || now() - before > forgetMs) tell(outage, failure);
      }
    },
  };
}
