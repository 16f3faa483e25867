import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { RequestTarget } from './request-target.ts';

export interface RequestToSend {
  readonly target: RequestTarget;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** undefined sends none. */
  readonly body: string | undefined;
}

export type Answer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly reason: string;
      readonly headers: readonly (readonly [string, string])[];
      /** Its beginning. */
      readonly body: string;
      readonly bytes: number;
      readonly times: AnswerTimes;
    }
  | { readonly kind: 'none'; readonly reason: string };

/** Milliseconds since the request was begun. */
export interface AnswerTimes {
  readonly connected: number;
  readonly firstByte: number;
  readonly end: number;
}

const bodyLimit = 64 * 1024;
const timeoutMs = 60_000;

/** On a connection of its own, so that its time is part of the whole. */
export function sendRequest(
  { target, method, headers, body }: RequestToSend,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((done) => {
    const limit = AbortSignal.timeout(timeoutMs);
    const start = performance.now();
    const since = () => performance.now() - start;
    let connected = 0;
    const none = (error: Error) => {
      done({
        kind: 'none',
        reason: limit.aborted ? `no answer in ${timeoutMs / 1000} s` : error.message,
      });
    };
    const asked = requestFunction(target)({
      ...where(target),
      ...{ method, path: target.path, agent: false },
      headers: {
        ...headers,
        host: target.host,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
      signal: AbortSignal.any([signal, limit]),
    });
    asked.on('socket', (socket) => {
      socket.once(target.tls ? 'secureConnect' : 'connect', () => {
        connected = since();
      });
    });
    asked.on('error', none);
    asked.on('response', (response) => {
      const firstByte = since();
      void readBody(response).then(({ text, bytes }) => {
        done({
          kind: 'answer',
          status: response.statusCode ?? 0,
          reason: response.statusMessage ?? '',
          headers: pairs(response.rawHeaders),
          ...{ body: text, bytes, times: { connected, firstByte, end: since() } },
        });
      }, none);
    });
    asked.end(body);
  });
}

function requestFunction({ tls }: RequestTarget) {
  if (!tls) return httpRequest;
  const servername = (host: string) => host.replace(/:\d+$/, '');
  // The certificate of a development run is mostly one that nobody has signed; it is this machine's own nginx.
  return (options: RequestOptions) =>
    httpsRequest({
      ...options,
      rejectUnauthorized: false,
      servername: servername(String((options.headers as Record<string, string>).host)),
    });
}

function where({ address }: RequestTarget): RequestOptions {
  return address.kind === 'tcp'
    ? { host: address.host, port: address.port }
    : { socketPath: address.path };
}

async function readBody(response: IncomingMessage): Promise<{ text: string; bytes: number }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (bytes < bodyLimit) chunks.push(chunk.subarray(0, bodyLimit - bytes));
    bytes += chunk.length;
  }
  return { text: Buffer.concat(chunks).toString('utf8'), bytes };
}

function pairs(raw: readonly string[]): readonly (readonly [string, string])[] {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : [],
  );
}
