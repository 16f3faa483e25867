import { request } from 'node:http';

export interface Question {
  readonly path?: string;
  /** Host header; the port of nginx is added. */
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Length of a body, which is sent by POST. */
  readonly bodyLength?: number;
  /** How long silence is borne. */
  readonly patienceMs?: number;
}

export interface Answer {
  /** 0 when nothing came: the connection was closed, or silent for too long. */
  readonly status: number;
  readonly body: string;
}

/** Asks nginx, without a hosts file. */
export function getPage(
  port: number,
  {
    path = '/',
    host = 'app.localhost',
    headers = {},
    bodyLength,
    patienceMs = 8000,
  }: Question = {},
): Promise<Answer> {
  return new Promise((done) => {
    const none = () => {
      done({ status: 0, body: '' });
    };
    const asked = request(
      {
        ...{ host: '127.0.0.1', port, path, timeout: patienceMs, agent: false },
        method: bodyLength === undefined ? 'GET' : 'POST',
        headers: { ...headers, Host: `${host}:${port}` },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          done({ status: response.statusCode ?? 0, body: text });
        });
        response.on('error', none);
      },
    );
    asked.on('error', none);
    asked.on('timeout', () => asked.destroy());
    asked.end('x'.repeat(bodyLength ?? 0));
  });
}
