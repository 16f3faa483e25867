// @ts-check
const { writeFileSync } = require('node:fs');
const process = require('node:process');
const { setInterval } = require('node:timers');
const { createLoopWaits } = require('./loop-waits.cjs');

/*
 * Loaded beside the extension that is tested, into the same extension host: notes twice a second, in the file that
 * LOOP_PROBE_FILE names, how long the event loop lets things wait since the last SIGUSR2.
 */
exports.activate = () => {
  const file = process.env.LOOP_PROBE_FILE;
  if (file === undefined) return;
  const waits = createLoopWaits();
  process.on('SIGUSR2', waits.reset);
  setInterval(() => {
    const residentMegabytes = Math.round(process.memoryUsage.rss() / 1e6);
    writeFileSync(file, JSON.stringify({ ...waits.read(), residentMegabytes }));
  }, 500);
};
