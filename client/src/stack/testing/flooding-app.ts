import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The example's app, so changed that each worker prints numbered lines of some 60 bytes, `flood PID NUMBER …`, from the
 * moment on in which `startFlood` says so.
 */
export function floodingApp(text: string, { perSecond, lines }: Flood): string {
  return `${text}
import json
import pathlib
import sys
import threading
import time

import uwsgi


def flood():
    begin = pathlib.Path(__file__).with_name("${beginFile}")
    while not begin.exists():
        time.sleep(0.02)
    pid = os.getpid()
    sent = 0
    start = time.monotonic()
    while sent < ${lines}:
        due = min(${lines}, int((time.monotonic() - start) * ${perSecond}))
        if due > sent:
            sys.stderr.write("".join(f"flood {pid} {n} {'.' * 40}\\n" for n in range(sent, due)))
            sys.stderr.flush()
            sent = due
        time.sleep(0.05)


uwsgi.post_fork_hook = lambda: threading.Thread(target=flood, daemon=True).start()
`;
}

export interface Flood {
  /** Of each worker. */
  readonly perSecond: number;
  /** Of each worker. */
  readonly lines: number;
}

const beginFile = 'flood.begin';

export function startFlood(app: string): void {
  writeFileSync(join(app, beginFile), '');
}

/** pid and number of a line of the flood; undefined for another line. */
export function floodLine(text: string): readonly [pid: number, number: number] | undefined {
  const [, pid, number] = /^(?:\S+Z )?flood (\d+) (\d+) \.{40}$/.exec(text) ?? [];
  return pid === undefined || number === undefined ? undefined : [Number(pid), Number(number)];
}

/** What the log files of the workers below a folder hold of it; `disorder` counts lines that do not follow the one before. */
export function floodInFiles(
  folder: string,
): readonly { readonly lines: number; readonly disorder: number; readonly last: number }[] {
  const files = new Map<string, { readonly path: string; readonly age: number }[]>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const [, worker, age = '0'] = /^(.*\bworker-\d+\.log)(?:\.(\d+))?$/.exec(name) ?? [];
    if (worker === undefined) continue;
    const ofWorker = files.get(worker) ?? [];
    files.set(worker, [...ofWorker, { path: join(folder, name), age: Number(age) }]);
  }
  return [...files.values()].map((ofWorker) => {
    const found = { lines: 0, disorder: 0, last: -1 };
    for (const { path } of ofWorker.toSorted((one, other) => other.age - one.age)) {
      for (const line of readFileSync(path, 'utf8').split('\n')) {
        const number = floodLine(line)?.[1];
        if (number === undefined) continue;
        if (number !== found.last + 1) found.disorder += 1;
        found.last = number;
        found.lines += 1;
      }
    }
    return found;
  });
}
