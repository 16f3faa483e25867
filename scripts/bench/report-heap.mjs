// @ts-check
import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/*
 * Loaded into the process that is measured (`--import`): at each SIGUSR2 it collects garbage and writes how many bytes
 * of the heap are in use then. What stays resident says little of that, since the engine keeps pages for later.
 */

const file = process.env.BENCH_HEAP_FILE;
if (file !== undefined && process.argv[1]?.endsWith('dist/cli.cjs')) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    writeFileSync(`${file}.new`, String(process.memoryUsage().heapUsed));
    renameSync(`${file}.new`, file);
  });
}
