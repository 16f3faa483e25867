import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';

/** A real nginx on the loopback, without privileges, in one process, for tests that compare. */
export interface LiveNginx {
  stop(): Promise<void>;
}

/** `text` is the whole configuration but for what the run itself needs. Undefined when nginx refuses it. */
export async function startNginx(
  folder: string,
  text: string,
): Promise<LiveNginx | { readonly refused: string }> {
  const conf = join(folder, 'nginx.conf');
  writeFileSync(conf, text);
  const args = ['-p', folder, '-c', conf, '-e', 'stderr', '-g', globals(folder)];
  const child = spawn('nginx', args, {
    ...unprivileged(),
    env: { PATH: process.env.PATH ?? '/usr/sbin:/usr/bin' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const output = await untilReady(child);
  if (output !== undefined) return { refused: output };
  return {
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function globals(folder: string): string {
  return `daemon off; master_process off; error_log stderr notice; pid ${folder}/nginx.pid;`;
}

/** For `http`: all that nginx writes stays in the folder. */
export function temporaryPaths(folder: string): string {
  return ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/tmp-${name};`)
    .join(' ');
}

/** Sockets are open by the time of this line. undefined once nginx runs, else what it has said. */
function untilReady(child: ChildProcess): Promise<string | undefined> {
  return new Promise((done) => {
    let output = '';
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
      if (output.includes('RLIMIT_NOFILE')) done(undefined);
    });
    child.on('error', (error) => {
      done(String(error));
    });
    child.on('close', () => {
      done(output);
    });
  });
}

/** As root the tests give their rights away, as nobody would run a development nginx as root. */
function unprivileged(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
}

/** Writes a file that this nginx may read; returns its path. */
export function giveFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Makes a temporary folder the one of the user that nginx runs as. */
export function giveFolder(folder: string): void {
  chmodSync(folder, 0o755);
  const { uid, gid } = unprivileged();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

/** Ports of a range that are free at this moment. */
export async function freePorts(from: number, to: number, count: number): Promise<number[]> {
  const found: number[] = [];
  const start = Math.floor(Math.random() * (to - from));
  for (let at = 0; at <= to - from && found.length < count; at++) {
    const port = from + ((start + at) % (to - from + 1));
    if (await isFree(port)) found.push(port);
  }
  return found;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => {
      done(false);
    });
    server.listen(port, () => {
      server.close(() => {
        done(true);
      });
    });
  });
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Sends a request byte by byte as given, and reads until nginx hangs up. undefined when it says nothing. */
export function sendRaw(
  host: string,
  port: number,
  request: string,
): Promise<RawAnswer | undefined> {
  return new Promise((done, fail) => {
    const socket = connect({ host, port });
    const pieces: Buffer[] = [];
    socket.setTimeout(5000, () => {
      socket.destroy(new Error('nginx does not answer'));
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' && pieces.length === 0) done(undefined);
      else fail(error);
    });
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('close', () => {
      done(readAnswer(Buffer.concat(pieces).toString('latin1')));
    });
    socket.write(Buffer.from(request, 'latin1'));
  });
}

function readAnswer(text: string): RawAnswer | undefined {
  const status = /^HTTP\/1\.\d (\d{3})/.exec(text)?.[1];
  if (status === undefined) return undefined;
  const end = text.indexOf('\r\n\r\n');
  const headers = new Map(
    text
      .slice(0, end)
      .split('\r\n')
      .slice(1)
      .map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );
  return { status: Number(status), headers, body: text.slice(end + 4) };
}
