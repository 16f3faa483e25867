import { readUwsgiRequest } from '../../../../shared/request-lines.ts';
import type { LogLine } from '../logs.ts';
import type { Measured } from './series.ts';

export interface UwsgiRequest extends Measured {
  readonly method: string;
  readonly uri: string;
  /** The process that has answered. */
  readonly pid: number | undefined;
}

/**
 * What uWSGI's own line of a request tells; undefined for another line. The time is that of its arrival: the line has the
 * beginning of the request.
 */
export function uwsgiRequest({
  text,
  time,
}: Pick<LogLine, 'text' | 'time'>): UwsgiRequest | undefined {
  const request = readUwsgiRequest(text);
  if (request === undefined) return undefined;
  const { method, target, status, pid, milliseconds = 0 } = request;
  return { at: time, millis: milliseconds, method, uri: target, status, pid };
}
