import type { LogLine } from '../logs.ts';
import type { Measured } from './series.ts';

/**
 * uWSGI's own line of a request, `… GET /slow => generated 11 bytes in 4000 msecs (HTTP/1.1 200) …`, with `micros`
 * under `log-micros`. A person's `log-format` may look otherwise; then nothing is known.
 */
const requestLine =
  /\] ([A-Z]+) (\S{1,2000}) => generated -?\d+ bytes in (\d+) (msecs|micros)(?: via \w{1,20}\(\))? \(\S{1,20} (\d{3})\)/;

export interface UwsgiRequest extends Measured {
  readonly method: string;
  readonly uri: string;
  /** The process that has answered. */
  readonly pid: number | undefined;
}

/** Undefined for another line. The time is that of its arrival: the line has the beginning of the request. */
export function uwsgiRequest({
  text,
  time,
}: Pick<LogLine, 'text' | 'time'>): UwsgiRequest | undefined {
  const found = requestLine.exec(text);
  if (found === null) return undefined;
  const [, method = '', uri = '', amount, unit, status] = found;
  const pid = /\[pid: (\d+)\|/.exec(text)?.[1];
  return {
    at: time,
    method,
    uri,
    millis: unit === 'micros' ? Number(amount) / 1000 : Number(amount),
    status: Number(status),
    pid: pid === undefined ? undefined : Number(pid),
  };
}
