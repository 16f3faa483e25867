import { createSocket } from 'node:dgram';
import { once, type EventEmitter } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port that nothing uses at this moment, neither for TCP nor for UDP, and that is given out once only. Below the range
 * that the kernel takes ports from for those who want any: a worker of another test could get it in the meantime. Tests
 * that run in several processes at once have a stretch each.
 */
export async function freePort(): Promise<number> {
  const start = firstPort + (process.pid % stretches) * stretch;
  for (let tries = 0; tries < stretch; tries++) {
    const port = start + Math.floor(Math.random() * stretch);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port was found');
}

/** From 18,000 to here some tests have ranges of their own. */
const firstPort = 19_000;
const stretch = 1000;
const stretches = 13;
const given = new Set<number>();

/** Whether nothing has the port of the loopback, neither for TCP nor for UDP. */
export async function isFree(port: number): Promise<boolean> {
  return (await isFreeStream(port)) && (await isFreeDatagram(port));
}

async function isFreeStream(port: number): Promise<boolean> {
  const server = createServer().listen({ port, host: '127.0.0.1', exclusive: true });
  return await isHad(server, () => server.close());
}

async function isFreeDatagram(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  socket.bind({ port, address: '127.0.0.1', exclusive: true });
  return await isHad(socket, () => socket.close());
}

async function isHad(socket: EventEmitter, close: () => void): Promise<boolean> {
  try {
    await once(socket, 'listening');
  } catch {
    return false;
  }
  const closed = once(socket, 'close');
  close();
  await closed;
  return true;
}
