import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/**
 * A process that can be told from a later one with the same pid: pids are reused, a pid together with its start time
 * is not.
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque: clock ticks since boot (Linux) or the output of `ps` (elsewhere). Compared, never computed with. */
  readonly start: string;
}

export function identityOf(pid: number): ProcessIdentity | undefined {
  const start = startTimeOf(pid);
  return start === undefined ? undefined : { pid, start };
}

export function isSameProcess(identity: ProcessIdentity): boolean {
  return startTimeOf(identity.pid) === identity.start;
}

/**
 * Whether something of the group that `leader` founded still runs. The leader may be gone: nginx's workers survive
 * their killed master. A number that meanwhile belongs to someone else counts as gone, so that it is never signalled.
 */
export function isGroupAlive(leader: ProcessIdentity): boolean {
  if (!canSignal(-leader.pid)) return false;
  const start = startTimeOf(leader.pid);
  if (start !== undefined && start !== leader.start) return false;
  const members = groupMembers(leader.pid);
  if (members === undefined) return true;
  // Every group of ours is a session of its own, and a member can't be older than the leader.
  return members.some(
    (member) => member.session === leader.pid && Number(member.start) >= Number(leader.start),
  );
}

/** Sends a signal to the leader or to its whole group, only when it is verifiably still the one that was meant. */
export function signalVerified(
  leader: ProcessIdentity,
  to: 'process' | 'group',
  signal: NodeJS.Signals,
): void {
  const meant = to === 'process' ? isSameProcess(leader) : isGroupAlive(leader);
  if (!meant) return;
  try {
    process.kill(to === 'process' ? leader.pid : -leader.pid, signal);
  } catch {
    // Gone between the look and the signal, or without the right to: the caller sees it by what is still alive.
  }
}

/**
 * Groups whose members carry the mark in their environment. A supervisor that is killed in the moment between the birth of
 * a program and the note of it leaves one that nobody knows; the mark tells whose it is. On Linux only.
 */
export function findMarked(mark: string): readonly ProcessIdentity[] {
  if (process.platform !== 'linux' || mark === '') return [];
  const entry = `${markVariable}=${mark}`;
  const leaders = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => environmentOf(name).includes(entry))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat !== undefined)
    .filter((stat) => stat.group === stat.session && !isDead(stat))
    .map(({ session }) => session);
  // Without its leader a group is told by its number alone.
  return [...new Set(leaders)].map((pid) => identityOf(pid) ?? { pid, start: '0' });
}

/** Not `UWSGI_…`, which would be an option of uWSGI. */
export const markVariable = 'STACK_RUN_MARK';

/** Differs after a restart of the machine, when no pid means anything any more. Empty where it can't be told. */
export function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

export interface ProcessStat {
  readonly pid: number;
  readonly state: string;
  readonly group: number;
  readonly session: number;
  readonly start: string;
}

function startTimeOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = readStat(pid);
    return stat === undefined || isDead(stat) ? undefined : stat.start;
  }
  try {
    const output = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 2000,
    });
    return output.trim() === '' ? undefined : output.trim();
  } catch {
    return undefined;
  }
}

/** Living members of a process group; undefined where that can't be listed. */
function groupMembers(group: number): readonly ProcessStat[] | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat !== undefined)
    .filter((stat) => stat.group === group && !isDead(stat));
}

function environmentOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** A zombie holds no port and no file; in a container without a real init it may stay for ever. */
export function isDead(stat: ProcessStat): boolean {
  return stat.state === 'Z' || stat.state === 'X';
}

/** proc(5): the name in parentheses may hold anything, so fields are counted from the last `)`. */
export function readStat(pid: number): ProcessStat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, , group, session] = fields;
    const start = fields[19];
    if (state === undefined || start === undefined) return undefined;
    return { pid, state, group: Number(group), session: Number(session), start };
  } catch {
    return undefined;
  }
}

function canSignal(target: number): boolean {
  try {
    process.kill(target, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
