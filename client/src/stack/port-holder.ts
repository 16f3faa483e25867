import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import type { Claim } from '../../../shared/launch-plan.ts';

export interface PortHolder {
  readonly pid: number;
  readonly command: string;
}

/** Who holds the port, as far as /proc tells it: undefined on other systems, and for other people's processes. */
export function findPortHolder(
  port: number,
  transport: Claim['transport'],
): PortHolder | undefined {
  const tables = transport === 'stream' ? ['tcp', 'tcp6'] : ['udp', 'udp6'];
  const inodes = new Set(tables.flatMap((table) => inodesOn(table, port, transport)));
  if (inodes.size === 0) return undefined;
  return (
    list('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => holdsSocket(pid, inodes))
      // The lowest pid is mostly the master, which is the one to stop.
      .sort((one, other) => one - other)
      .map((pid) => ({ pid, command: commandOf(pid) }))[0]
  );
}

/** Rows of /proc/net/tcp (proc(5)): number, local address, remote address, state, …, inode as the tenth field. */
export function parseNetTable(
  text: string,
): readonly { readonly port: number; readonly state: string; readonly inode: string }[] {
  return text.split('\n').flatMap((line) => {
    const fields = line.trim().split(/\s+/);
    const port = fields[1]?.split(':')[1];
    const [state, inode] = [fields[3], fields[9]];
    if (port === undefined || state === undefined || inode === undefined) return [];
    return /^[0-9A-F]{4}$/i.test(port) ? [{ port: parseInt(port, 16), state, inode }] : [];
  });
}

const listening = '0A';

function inodesOn(table: string, port: number, transport: Claim['transport']): readonly string[] {
  return parseNetTable(read(`/proc/net/${table}`))
    .filter((row) => row.port === port && (transport === 'datagram' || row.state === listening))
    .map((row) => row.inode);
}

/** The program's file: threads may rename themselves (`MainThread` of node), nginx rewrites its command line. */
function commandOf(pid: number): string {
  try {
    return basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, ''));
  } catch {
    return read(`/proc/${pid}/comm`).trim();
  }
}

function holdsSocket(pid: number, inodes: ReadonlySet<string>): boolean {
  return list(`/proc/${pid}/fd`).some((fd) => {
    try {
      const match = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`));
      return match?.[1] !== undefined && inodes.has(match[1]);
    } catch {
      return false;
    }
  });
}

function list(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
