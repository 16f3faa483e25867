import { spawn } from 'node:child_process';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const outputLimit = 1024 * 1024;

/**
 * What a program prints when it is asked about itself; undefined when it cannot be run, takes too long or says too much.
 * It gets no shell, no input, an empty folder of its own to stand in (uWSGI looks for plugins where it stands), and of
 * the environment only what a program needs to be found and to run: each `UWSGI_X` would be an option to uWSGI.
 */
export async function runProbe(
  program: string,
  args: readonly string[],
  patience = 5000,
): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'uwsgi-stack-probe-')).catch(() => undefined);
  if (folder === undefined) return undefined;
  try {
    return await outputOf(program, args, folder, patience);
  } finally {
    // Only when it is still empty: whatever a program has left there is not ours to remove.
    await rmdir(folder).catch(() => undefined);
  }
}

function outputOf(program: string, args: readonly string[], cwd: string, patience: number) {
  return new Promise<string | undefined>((done) => {
    const child = spawn(program, args, {
      cwd,
      env: environment(process.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that whatever the program starts ends with it.
      detached: true,
    });
    const pieces: Buffer[] = [];
    let size = 0;
    const end = (output: string | undefined): void => {
      clearTimeout(timer);
      kill(child.pid);
      done(output);
    };
    const timer = setTimeout(end, patience, undefined);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => {
        pieces.push(piece);
        size += piece.length;
        if (size > outputLimit) end(undefined);
      });
    child.on('error', () => {
      end(undefined);
    });
    child.on('close', () => {
      end(Buffer.concat(pieces).toString('utf8'));
    });
  });
}

/** The group; it is gone already when all went well. */
function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody left
  }
}

function environment(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(inherited).filter(([name]) => kept.has(name) || name.startsWith('LC_')),
  );
}

const kept: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'LANG',
  'TMPDIR',
  'TZ',
  'USER',
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
]);
