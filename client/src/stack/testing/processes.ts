import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Living processes that mention the folder in command line, environment or working directory: all of a test's. */
export function processesOf(folder: string): readonly { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => traces(name).some((text) => text.includes(folder)))
    .map((name) => ({ pid: Number(name), command: commandOf(name) }));
}

/** Looks until it is so: for things that no event tells of. */
export async function until(what: string, holds: () => boolean, timeoutMs = 5000): Promise<void> {
  await eventually(what, () => (holds() ? undefined : 'it is not so'), timeoutMs);
}

/** Likewise; `wrong` says what is not as it should be, and is told of what has not become so in time. */
export async function eventually(
  what: string,
  wrong: () => string | undefined | Promise<string | undefined>,
  timeoutMs = 20_000,
): Promise<void> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = await wrong();
    if (seen === undefined) return;
    if (performance.now() > end) throw new Error(`not within ${timeoutMs} ms: ${what}: ${seen}`);
    await delay(20);
  }
}

/** nginx's workers hide their command line and environment, but not where they work. */
function traces(pid: string): readonly string[] {
  return [
    commandOf(pid),
    attempt(() => readFileSync(`/proc/${pid}/environ`, 'utf8')),
    attempt(() => readlinkSync(`/proc/${pid}/cwd`)),
  ];
}

function commandOf(pid: string): string {
  return attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
}

/** A process may end while it is looked at. */
function attempt(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
