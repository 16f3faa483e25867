import { open, stat, type FileHandle } from 'node:fs/promises';

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
  if (parts.length !== fields || !Number.isFinite(at) || !Number.isFinite(millis)) return undefined;
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
  /** Leaves out what is there by now. */
  skip(): Promise<void>;
}

const pieceBytes = 256 * 1024;

/** Reads from the beginning of the run on; a file that is absent or shorter than before begins anew. */
export function createRequestLogReader(path: string): RequestLogReader {
  let position = 0;
  let rest = '';
  let last = '';

  const take = (text: string): readonly LoggedRequest[] => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    return lines.flatMap((line) => {
      // A block with several access logs of its own notes a request once for each.
      if (line === last) return [];
      last = line;
      return parseRequestLine(line) ?? [];
    });
  };
  const readFrom = async (
    file: FileHandle,
    deliver: (requests: readonly LoggedRequest[]) => void,
  ): Promise<void> => {
    if ((await file.stat()).size < position) [position, rest, last] = [0, '', ''];
    const buffer = Buffer.allocUnsafe(pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      // nginx writes bytes beyond ASCII as \xXX: no character can be cut in two.
      const requests = take(buffer.toString('latin1', 0, bytesRead));
      if (requests.length > 0) deliver(requests);
    }
  };
  return {
    skip: async () => {
      position = await stat(path).then(
        ({ size }) => size,
        () => 0,
      );
      [rest, last] = ['', ''];
    },
    readOn: async (deliver) => {
      const file = await open(path, 'r').catch(() => undefined);
      if (file === undefined) {
        [position, rest, last] = [0, '', ''];
        return;
      }
      try {
        await readFrom(file, deliver);
      } finally {
        await file.close();
      }
    },
  };
}
