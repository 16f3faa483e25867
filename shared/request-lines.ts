import { type RequestFormat, valueReader } from './request-formats.ts';

/** A request as a line of a log tells it; undefined is what the line does not tell. */
export interface LoggedRequest {
  readonly method: string;
  /** Path with its query, as it was asked for. */
  readonly target: string;
  readonly status: number;
  readonly host: string | undefined;
  readonly milliseconds: number | undefined;
  /** Of the body. */
  readonly bytes: number | undefined;
  /** The process that has answered. */
  readonly pid: number | undefined;
  /** Number of uWSGI's process among those of its instance, from 1. */
  readonly processNumber: number | undefined;
}

/** Reads one line; undefined for those that tell of no request. */
export type RequestReader = (text: string) => LoggedRequest | undefined;

/**
 * For lines in the forms that the program's configuration has, in those that uWSGI and nginx (`combined`) give when nobody
 * asks for another, and for JSON: objects whose keys name a request, or that wrap one of these lines, as uWSGI's encoders
 * and most log libraries write them.
 */
export function createRequestReader(formats: readonly RequestFormat[]): RequestReader {
  const own = formats.flatMap((format) => valueReader(format) ?? []);
  const plain: RequestReader = (text) => {
    for (const read of own) {
      const values = read(text);
      const request = values && requestOf(values);
      if (request !== undefined) return request;
    }
    return readUwsgiRequest(text) ?? readNginx(text);
  };
  return (text) => plain(text) ?? readJson(text, plain);
}

const unknown = {
  ...{ host: undefined, milliseconds: undefined, bytes: undefined, pid: undefined },
  processNumber: undefined,
};

const uwsgiLine =
  /^\[pid: (\d+)\|app: [^|]*\|req: [^\]]*\] \S* \([^)]*\) \{\d+ vars in \d+ bytes\} \[[^\]]*\] (\S+) (.*) => generated (-?\d+) bytes in (\d+) (msecs|micros)(?: via \w{1,20}\(\))? \(\S{1,20} (\d{3})\)/;

/** uWSGI's own form; with `micros` under `log-micros`. */
function readUwsgiRequest(text: string): LoggedRequest | undefined {
  const [, pid, method, target, bytes, time, unit, status] = uwsgiLine.exec(text) ?? [];
  if (method === undefined || target === undefined) return undefined;
  return {
    ...unknown,
    ...{ method, target, status: Number(status), bytes: Number(bytes), pid: Number(pid) },
    milliseconds: unit === 'micros' ? Number(time) / 1000 : Number(time),
  };
}

const nginxLine = /^\S+ - \S+ \[[^\]]+\] "([A-Z]+) (\S+) HTTP\/[\d.]+" (\d{3}) (\d+) "/;

function readNginx(text: string): LoggedRequest | undefined {
  const [, method, target, status, bytes] = nginxLine.exec(text) ?? [];
  if (method === undefined || target === undefined) return undefined;
  return { ...unknown, method, target, status: Number(status), bytes: Number(bytes) };
}

function requestOf(values: ReadonlyMap<string, string>): LoggedRequest | undefined {
  const first = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = values.get(name);
      if (value !== undefined && value !== '' && value !== '-') return value;
    }
    return undefined;
  };
  const count = (...names: readonly string[]): number | undefined => {
    const value = Number(first(...names));
    return Number.isFinite(value) ? value : undefined;
  };
  const line = /^(\S+) (.*) HTTP\/[\d.]+$/.exec(first('request') ?? '');
  const method = line?.[1] ?? first('method', 'request_method', 'http_method', 'verb');
  const path = first('request_uri', 'uri', 'path', 'path_info', 'url', 'document_uri', 'target');
  const query = first('args', 'query_string');
  const target =
    line?.[2] ??
    (path === undefined || query === undefined || path.includes('?') ? path : `${path}?${query}`);
  const status = count('status', 'status_code', 'http_status');
  if (method === undefined || target === undefined || status === undefined) return undefined;
  if (!/^[A-Za-z]{1,20}$/.test(method) || !Number.isInteger(status)) return undefined;
  const inUnit = (names: readonly string[], factor: number): number | undefined => {
    const value = count(...names);
    return value === undefined ? undefined : Math.round(value * factor * 1000) / 1000;
  };
  return {
    ...{ method, target, status },
    host: first('host', 'http_host', 'server_name'),
    milliseconds:
      inUnit(['micros'], 0.001) ??
      inUnit(['request_time', 'secs'], 1000) ??
      inUnit(['msecs', 'duration_ms'], 1),
    bytes: count('body_bytes_sent', 'rsize', 'bytes_sent', 'size', 'bytes'),
    pid: count('pid'),
    processNumber: count('wid'),
  };
}

/** Longer ones are no line of a log, and parsing them would hold up the page. */
const longestJson = 64 * 1024;

function readJson(text: string, plain: RequestReader): LoggedRequest | undefined {
  if (!text.startsWith('{') || !text.endsWith('}') || text.length > longestJson) return undefined;
  let parsed: object;
  try {
    parsed = JSON.parse(text) as object;
  } catch {
    return undefined;
  }
  const entries = Object.entries(parsed) as readonly (readonly [string, unknown])[];
  const values = new Map(
    entries.flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number'
        ? [[key.toLowerCase(), String(value)] as const]
        : [],
    ),
  );
  const own = requestOf(values);
  if (own !== undefined) return own;
  for (const value of values.values()) {
    const wrapped = plain(value.trimEnd());
    if (wrapped !== undefined) return wrapped;
  }
  return undefined;
}
