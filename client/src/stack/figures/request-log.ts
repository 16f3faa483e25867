import { openTail } from '../file-tail.ts';

/** One request as nginx saw it: a line of the log that the planner adds (`requestLog` of the plan). */
export interface LoggedRequest {
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
  readonly status: number;
  /** From the first byte of the request to the last one of the answer; nginx's clock has milliseconds. */
  readonly millis: number;
  readonly upstream: LoggedUpstream | undefined;
  /** What the header `X-Uwsgi-Stack-Trace` said; undefined without one. */
  readonly trace: string | undefined;
}

/** Of the last upstream that was asked; milliseconds since it was turned to. */
export interface LoggedUpstream {
  readonly address: string;
  readonly connect: number | undefined;
  readonly header: number | undefined;
  readonly response: number | undefined;
}

const fields = 10;

/** undefined for what is no line of this log. */
export function parseRequestLine(line: string): LoggedRequest | undefined {
  const parts = line.split('\t');
  const [msec, , , status, time, address, connect, header, response, trace] = parts;
  const at = Number(msec) * 1000;
  const millis = Number(time) * 1000;
  if (parts.length !== fields || !isTime(at) || !isTime(millis)) return undefined;
  return {
    at: Math.round(at),
    status: Number(status),
    millis: Math.round(millis),
    upstream:
      address === undefined || address === '-'
        ? undefined
        : {
            address: lastOf(address),
            connect: lastMillis(connect),
            header: lastMillis(header),
            response: lastMillis(response),
          },
    trace: trace === '-' ? undefined : trace,
  };
}

/** The last millisecond that a date can have, too: whatever stands in the file, plots are drawn of it. */
function isTime(millis: number): boolean {
  return millis >= 0 && millis <= 8.64e15;
}

/** Where one upstream after the other was asked, nginx lists them: `127.0.0.1:3030, 127.0.0.1:3031 : …`. */
function lastOf(list: string): string {
  return list.split(/, | : /).at(-1) ?? list;
}

function lastMillis(list: string | undefined): number | undefined {
  const last = lastOf(list ?? '-');
  return last === '-' ? undefined : Math.round(Number(last) * 1000);
}

export interface RequestLogReader {
  /** Hands over every request that was noted since the last time, in pieces; none twice. */
  readOn(deliver: (requests: readonly LoggedRequest[]) => void): Promise<void>;
  /** Whether the last lines of a file that was replaced may be still to come. */
  readonly leaving: boolean;
  close(): Promise<void>;
}

/** Reads what is there, or only what is to come. */
export async function openRequestLog(
  path: string,
  from: 'beginning' | 'end',
): Promise<RequestLogReader> {
  const tail = await openTail(path, from);
  let last = '';
  const parse = (lines: Buffer): readonly LoggedRequest[] =>
    // nginx writes bytes beyond ASCII as \xXX: no character can be cut in two.
    lines
      .toString('latin1')
      .split('\n')
      .flatMap((line) => {
        // A block with several access logs of its own notes a request once for each.
        if (line === last || line === '') return [];
        last = line;
        return parseRequestLine(line) ?? [];
      });
  return {
    readOn: (deliver) =>
      tail.read((lines) => {
        const requests = parse(lines);
        if (requests.length > 0) deliver(requests);
      }),
    get leaving() {
      return tail.leaving;
    },
    close: () => tail.close(),
  };
}
