/** A request as a line of a log tells it; undefined is what the line does not tell. */
export interface LoggedRequest {
  readonly method: string;
  /** Path with its query, as it was asked for. */
  readonly target: string;
  readonly status: number;
  readonly milliseconds: number | undefined;
  /** Of the body. */
  readonly bytes: number | undefined;
  /** The process that has answered. */
  readonly pid: number | undefined;
}

/**
 * Lines of requests in the form that uWSGI and nginx (`combined`) give them when nobody asks for another; undefined for
 * all other lines.
 */
export function readRequestLine(text: string): LoggedRequest | undefined {
  return readUwsgiRequest(text) ?? readNginx(text);
}

const uwsgiLine =
  /^\[pid: (\d+)\|app: [^|]*\|req: [^\]]*\] \S* \([^)]*\) \{\d+ vars in \d+ bytes\} \[[^\]]*\] (\S+) (.*) => generated (-?\d+) bytes in (\d+) (msecs|micros)(?: via \w{1,20}\(\))? \(\S{1,20} (\d{3})\)/;

/** With `micros` under `log-micros`. A person's `log-format` may look otherwise; then nothing is known. */
export function readUwsgiRequest(text: string): LoggedRequest | undefined {
  const [, pid, method, target, bytes, time, unit, status] = uwsgiLine.exec(text) ?? [];
  if (method === undefined || target === undefined) return undefined;
  return {
    ...{ method, target, status: Number(status), bytes: Number(bytes), pid: Number(pid) },
    milliseconds: unit === 'micros' ? Number(time) / 1000 : Number(time),
  };
}

const nginxLine = /^\S+ - \S+ \[[^\]]+\] "([A-Z]+) (\S+) HTTP\/[\d.]+" (\d{3}) (\d+) "/;

function readNginx(text: string): LoggedRequest | undefined {
  const [, method, target, status, bytes] = nginxLine.exec(text) ?? [];
  if (method === undefined || target === undefined) return undefined;
  return {
    ...{ method, target, status: Number(status), bytes: Number(bytes) },
    milliseconds: undefined,
    pid: undefined,
  };
}
