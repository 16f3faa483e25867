import { readFileSync, readlinkSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { parseNetTable } from '../src/stack/port-holder.ts';
import { isInside } from '../src/stack/run-directory.ts';
import { descendantsOf, processes, type ProcessEntry } from './host/processes.mjs';

/** What the example's stack leaves on a machine while it runs, seen from outside: by /proc, not by what we say of it. */
export interface Traces {
  /** nginx and uWSGI processes that work in the folder, the ones that they have forked included. */
  readonly programs: readonly ProcessEntry[];
  /** Guards that the extension host has started. */
  readonly guards: readonly ProcessEntry[];
  /** E.g. `tcp 8080`. */
  readonly ports: readonly string[];
}

export const nothing: Traces = { programs: [], guards: [], ports: [] };

/** The ports of the example. */
export const examplePorts: readonly number[] = [8080, 3030, 3131];

export function tracesOf(folder: string, extensionHost: number): Traces {
  return {
    programs: processes().filter(
      ({ pid }) => /^(nginx|uwsgi)$/.test(nameOf(pid)) && worksIn(pid, folder),
    ),
    guards: descendantsOf(extensionHost).filter(({ command }) => command.includes('guard.cjs')),
    ports: openPorts(examplePorts),
  };
}

/** TCP ports on which something listens, and bound UDP ports. */
export function openPorts(among: readonly number[]): readonly string[] {
  const open = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    parseNetTable(attempt(() => readFileSync(`/proc/net/${table}`, 'utf8')))
      .filter(({ port }) => among.includes(port))
      .filter(({ state }) => table.startsWith('udp') || state === listening)
      .map(({ port }) => `${table.slice(0, 3)} ${port}`),
  );
  return [...new Set(open)].sort();
}

/** Another test run on this machine, or somebody's own stack, may have them. */
export async function portsAreFree(): Promise<void> {
  const free = () => (openPorts(examplePorts).length === 0 ? true : undefined);
  await poll(`the example's ports ${examplePorts.join(', ')} are free`, free, 50_000);
}

export interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

/** A page of the example through nginx, as a browser would ask for `app.localhost`; each on a connection of its own. */
export function askForPage(path = '/'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: 8080,
        path,
        headers: { host: 'app.localhost' },
        agent: false,
        timeout: 5000,
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('error', reject);
        response.on('end', () => {
          resolve({ status: response.statusCode, body });
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('no answer within 5 s')));
    asked.on('error', reject);
    asked.end();
  });
}

/** Looks until there is something to see: for what happens outside of this process, where no event tells of it. */
export async function poll<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  timeoutMs = 5000,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > end) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await delay(25);
  }
}

const listening = '0A';

function nameOf(pid: number): string {
  return attempt(() => readFileSync(`/proc/${pid}/comm`, 'utf8')).trim();
}

function worksIn(pid: number, folder: string): boolean {
  const cwd = attempt(() => readlinkSync(`/proc/${pid}/cwd`));
  return cwd === folder || isInside(folder, cwd);
}

/** A process may end while it is looked at. */
function attempt(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
