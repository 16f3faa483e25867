/** What there is to do, by how long it takes. */
export interface Checks {
  /** Of one file, what the changed place tells: about a millisecond. */
  readonly near: (path: string) => void;
  /** Of all files as they stand when it begins, in steps of a few milliseconds. It may be dropped between two of them. */
  readonly all: () => Iterator<undefined, undefined>;
}

export interface CheckSchedule {
  /** A person has typed in a file. */
  readonly typed: (path: string) => void;
  /** Anything else has changed. */
  readonly changed: () => void;
  /** Ends a check that has begun, before what it is about changes. */
  readonly finish: () => void;
}

/** Milliseconds. All that arrives within them is one change: a rename of five files, a folder that is read. */
const together = 10;
/** A check of all files that takes no longer is made at each letter. Nobody sees that it came a screen's frame later. */
const quick = 12;
/** How long the next letter is waited for, in the time that a check of all files takes; and at most. */
const patience = { times: 4, atMost: 250 };
/** Who types on and on gets a check of all files that often. */
const altogether = 1000;
/** So long such a check goes on before a letter may come between, and gives way to letters so long. */
const slice = 6;
const givesWay = 3000;

/**
 * Decides when to check. Where the check of all files takes long, a letter is answered by the near one at once, and by the
 * other when the person pauses.
 */
export function createCheckSchedule(checks: Checks): CheckSchedule {
  /** What the last checks of all files have taken. The least counts: others have had a garbage collection in them. */
  let spent: readonly number[] = [];
  let cost = Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  /** Since when a letter waits for the check of all files. */
  let waitingSince: number | undefined;
  let running: { readonly steps: Iterator<undefined, undefined>; spent: number } | undefined;
  const near = new Set<string>();
  let nearTimer: ReturnType<typeof setTimeout> | undefined;

  const goOn = (most: number) => {
    if (running === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    const begun = performance.now();
    let done: boolean | undefined;
    do done = running.steps.next().done;
    while (done !== true && performance.now() - begun < most);
    running.spent += performance.now() - begun;
    if (done !== true) {
      timer = setTimeout(goOn, 0, slice);
      return;
    }
    spent = [...spent.slice(-2), running.spent];
    cost = Math.min(...spent);
    running = undefined;
    waitingSince = undefined;
  };
  const finish = () => {
    goOn(Infinity);
  };
  const drop = () => {
    clearTimeout(timer);
    timer = undefined;
    running = undefined;
  };
  const checkAll = (most: number) => {
    timer = undefined;
    due = Infinity;
    clearTimeout(nearTimer);
    nearTimer = undefined;
    near.clear();
    running = { steps: checks.all(), spent: 0 };
    goOn(most);
  };
  const checkAllAt = (time: number, most: number) => {
    clearTimeout(timer);
    due = time;
    timer = setTimeout(checkAll, Math.max(0, time - performance.now()), most);
  };
  const checkNear = () => {
    nearTimer = undefined;
    const paths = [...near];
    near.clear();
    for (const path of paths) checks.near(path);
  };
  return {
    finish,
    typed(path) {
      const now = performance.now();
      if (waitingSince !== undefined && now - waitingSince > givesWay) finish();
      else if (running !== undefined) drop();
      waitingSince ??= now;
      if (cost <= quick) {
        if (due > now) checkAllAt(now, Infinity);
        return;
      }
      near.add(path);
      nearTimer ??= setTimeout(checkNear, 0);
      const pause = Math.min(cost * patience.times, patience.atMost);
      checkAllAt(Math.max(now, Math.min(now + pause, waitingSince + altogether)), slice);
    },
    changed() {
      finish();
      const now = performance.now();
      if (due > now + together) checkAllAt(now + together, Infinity);
    },
  };
}
