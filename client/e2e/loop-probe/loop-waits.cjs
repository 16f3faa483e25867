// @ts-check
const { createHistogram, performance } = require('node:perf_hooks');
const { clearTimeout, setTimeout } = require('node:timers');

const stepMs = 1;

/**
 * How long an event loop lets things wait, in milliseconds. It counts for every millisecond how long something that falls
 * due in it has to wait: one long stay is not hidden by many short ones.
 */
exports.createLoopWaits = () => {
  const waits = createHistogram();
  let due = performance.now() + stepMs;
  /** @type {NodeJS.Timeout} */
  let timer;
  const look = () => {
    const now = performance.now();
    for (let wait = now - due; wait >= 0; wait -= stepMs) {
      waits.record(Math.max(1, Math.round(wait * 1000)));
    }
    due = now + stepMs;
    timer = setTimeout(look, stepMs);
  };
  look();
  return {
    reset: () => {
      waits.reset();
    },
    stop: () => {
      clearTimeout(timer);
    },
    read: () => ({
      p50: waits.percentile(50) / 1000,
      p99: waits.percentile(99) / 1000,
      longest: waits.max / 1000,
    }),
  };
};
