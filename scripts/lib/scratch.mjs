// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A fresh folder that is removed with the work or, when a signal cuts that short, with the process.
 * @template T
 * @param {string} name
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withScratch(name, work) {
  const folder = mkdtempSync(join(tmpdir(), `uwsgi-stack-${name}-`));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
}

/** A signal that nobody handles ends a process without its `exit` event, on which all cleaning up hangs. */
export function exitOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // It stays: a terminal and npm may each send one, and the second must not end the cleaning up.
    process.on(signal, () => process.exit(130));
  }
}
