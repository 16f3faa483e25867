import { parseArgs } from 'node:util';
import type { UpOptions } from './up.ts';

/** The options and the folder, or what is wrong with the command line. */
export function readUpOptions(
  args: readonly string[],
): (UpOptions & { readonly folder: string }) | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [folder = '.', ...more] = positionals;
  if (more.length > 0) return `one folder at a time, not also ${more.join(', ')}`;
  const workers = wholeNumber(values.workers, 1, 100);
  if (workers === 'bad') return '--workers takes a number from 1 to 100';
  const timeout = wholeNumber(values.timeout, 1, 600);
  if (timeout === 'bad') return '--timeout takes a number of seconds from 1 to 600';
  const moved = readPorts(values.port ?? []);
  if (typeof moved === 'string') return moved;
  return {
    folder,
    moved,
    json: values.json === true,
    detach: values.detach === true,
    background: values.background === true,
    stack: values.stack,
    workers,
    timeoutMs: timeout === undefined ? undefined : timeout * 1000,
    programs: { nginx: values.nginx, uwsgi: values.uwsgi },
  };
}

const options = {
  stack: { type: 'string' },
  workers: { type: 'string' },
  timeout: { type: 'string' },
  port: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  detach: { type: 'boolean', short: 'd' },
  /** Not for people: the part of `--detach` that stays. */
  background: { type: 'boolean' },
  nginx: { type: 'string', default: 'nginx' },
  uwsgi: { type: 'string', default: 'uwsgi' },
} as const;

/** `8080=8081`: what nginx takes in the place of what is written. */
function readPorts(words: readonly string[]): Readonly<Record<string, number>> | string {
  const pairs = words.map((word) => /^(\d{1,5})=(\d{1,5})$/.exec(word));
  const moved = pairs.map((pair) => [pair?.[1] ?? '', Number(pair?.[2])] as const);
  return pairs.includes(null) || moved.some(([, port]) => port < 1 || port > 65_535)
    ? '--port takes two ports: the one that nginx.conf has, and the one to take, e.g. 8080=8081'
    : Object.fromEntries(moved);
}

function wholeNumber(
  text: string | undefined,
  least: number,
  most: number,
): number | undefined | 'bad' {
  if (text === undefined) return undefined;
  const number = Number(text);
  return Number.isInteger(number) && number >= least && number <= most ? number : 'bad';
}
