// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** @typedef {{ pid: number, parent: number, command: string }} ProcessEntry */

/**
 * @param {number} ancestor
 * @returns {ProcessEntry[]} every process below it, parents before children
 */
export function descendantsOf(ancestor) {
  const all = processes();
  const family = new Set([ancestor]);
  /** @type {ProcessEntry[]} */
  const found = [];
  let before = -1;
  while (found.length !== before) {
    before = found.length;
    for (const entry of all) {
      if (family.has(entry.pid) || !family.has(entry.parent)) continue;
      family.add(entry.pid);
      found.push(entry);
    }
  }
  return found;
}

/** @returns {ProcessEntry[]} */
export function processes() {
  // A slim Debian has no `ps`; macOS has no /proc.
  return existsSync('/proc/self/stat') ? fromProc() : fromPs();
}

/** @returns {ProcessEntry[]} */
function fromProc() {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The program's name stands in parentheses and may hold any character, so the fields count from the last one.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // Dead, but not yet collected: for long in a container whose first process collects nobody.
      if (fields[0] === 'Z') return [];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(pid), parent: Number(fields[1]), command }];
    } catch {
      return [];
    }
  });
}

/** @returns {ProcessEntry[]} */
function fromPs() {
  const output = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return output.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
