import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { lstatSync, unlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename } from 'node:path';
import type { Claim, LaunchStep } from '../../../shared/launch-plan.ts';
import type { FailureReason } from './failures.ts';
import { findPortHolder } from './port-holder.ts';
import { addressText, tryConnect } from './readiness.ts';
import { isInside } from './run-directory.ts';

/** Looks at every address that the step will bind. The reason names the first one that can't be had. */
export async function checkClaims(
  step: LaunchStep,
  runDirectory: string,
  signal: AbortSignal,
): Promise<FailureReason | undefined> {
  for (const claim of step.claims) {
    const problem =
      claim.address.kind === 'unix'
        ? await checkUnix(claim, claim.address.path, runDirectory, signal)
        : await checkPort(claim, claim.address.host, claim.address.port, signal);
    if (problem === undefined) continue;
    const reason = { ...problem, source: claim.source, stepId: step.id };
    const { address } = claim;
    const isTaken = problem.taken === true && address.kind === 'tcp';
    const instead = isTaken ? await freePortAfter(address.port, claim.transport) : undefined;
    if (instead === undefined || address.kind !== 'tcp') return reason;
    // nginx runs on a copy, in which another port can stand; uWSGI runs the person's own files.
    return step.roles.includes('nginx')
      ? { ...reason, offer: { port: address.port, instead } }
      : { ...reason, remedy: reason.remedy.replace(/\.$/, `: ${instead} is free.`) };
  }
  return undefined;
}

/** The next one that nobody has: what comes close is told apart easily. */
async function freePortAfter(
  port: number,
  transport: Claim['transport'],
): Promise<number | undefined> {
  for (let next = port + 1; next <= Math.min(65_535, port + 100); next += 1) {
    if (await isPortFree(next, transport)) return next;
  }
  return undefined;
}

interface Problem {
  readonly message: string;
  readonly remedy: string;
  readonly taken?: true;
}

async function checkPort(
  claim: Claim,
  host: string,
  port: number,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  // Port 0 means "any that is free".
  if (port === 0) return undefined;
  const bindHost = host === '' || host === '*' ? '0.0.0.0' : host;
  const code =
    claim.transport === 'stream'
      ? await bindStream(bindHost, port)
      : await bindDatagram(bindHost, port);
  // Programs with SO_REUSEPORT let others bind beside them and steal the connections.
  const taken =
    code === 'EADDRINUSE' ||
    (code === undefined &&
      claim.transport === 'stream' &&
      (await tryConnect({ kind: 'tcp', host: connectHost(bindHost), port }, signal)) === undefined);
  const what = `Port ${port} on ${bindHost} (${placeText(claim)})`;
  if (taken) {
    const holder = findPortHolder(port, claim.transport);
    const by = holder === undefined ? '' : ` by ${holder.command} (pid ${holder.pid})`;
    const remedy = `Stop ${holder === undefined ? 'the program that uses it' : 'that program'} or change the port.`;
    return { message: `${what} is taken${by}.`, remedy, taken: true };
  }
  switch (code) {
    case 'EACCES':
      return {
        message: `${what} may be used by the system administrator only.`,
        remedy: 'Choose a port from 1024 on.',
      };
    case 'EADDRNOTAVAIL':
      return {
        message: `${what} can't be used: this machine has no such address.`,
        remedy: 'Use an address of this machine, such as 127.0.0.1.',
      };
    default:
      // Whatever else it is (a name that node can't resolve, say), the program itself will say it better.
      return undefined;
  }
}

async function checkUnix(
  claim: Claim,
  path: string,
  runDirectory: string,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  const what = `The socket ${path} (${placeText(claim)})`;
  // sun_path has 108 bytes on Linux; uWSGI itself takes no more than 102.
  if (Buffer.byteLength(path) > maxSocketPath) {
    return {
      message: `${what} has too long a path: ${Buffer.byteLength(path)} bytes, ${maxSocketPath} are possible.`,
      remedy: 'Choose a shorter path.',
    };
  }
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isSocket()) {
    return {
      message: `${what} can't be created: a file of this name exists.`,
      remedy: 'Remove that file or choose another path.',
    };
  }
  if (claim.transport === 'stream' && (await tryConnect(claim.address, signal)) === undefined) {
    return {
      message: `${what} is in use: something accepts connections there.`,
      remedy: 'Stop the program that uses it or choose another path.',
    };
  }
  if (isInside(runDirectory, path)) {
    // A leftover of ours: nginx never replaces the socket of a killed one.
    unlinkSync(path);
    return undefined;
  }
  // uWSGI replaces a stale socket by itself; nginx gives up after 2.5 seconds.
  return claim.source.path.endsWith('.conf')
    ? {
        message: `${what} is left over from a program that has ended.`,
        remedy: 'Remove that file.',
      }
    : undefined;
}

const maxSocketPath = 102;

/** Whether a port of 127.0.0.1 can be had at this moment. */
export async function isPortFree(port: number, transport: Claim['transport']): Promise<boolean> {
  const bind = transport === 'stream' ? bindStream : bindDatagram;
  return (await bind('127.0.0.1', port)) === undefined;
}

/** Node listens with SO_REUSEADDR as nginx and uWSGI do, so that connections in TIME_WAIT don't matter. */
async function bindStream(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'UNKNOWN';
  }
}

async function bindDatagram(host: string, port: number): Promise<string | undefined> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  try {
    socket.bind({ address: host, port, exclusive: true });
    await once(socket, 'listening');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'UNKNOWN';
  } finally {
    socket.close();
  }
}

function connectHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}

function placeText({ label, source, address }: Claim): string {
  const option = label.split(/[\s=]/)[0] ?? '';
  const place = `${basename(source.path)}:${source.line + 1}`;
  return option === '' ? `${addressText(address)}, ${place}` : `${option}, ${place}`;
}
