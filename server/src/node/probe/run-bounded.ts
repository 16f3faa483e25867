import { spawn } from 'node:child_process';

const outputLimit = 1024 * 1024;

export interface BoundedRun {
  /** Folder that the program stands in. */
  readonly cwd: string;
  /** Milliseconds until it is killed. */
  readonly patience: number;
  /** Kills it earlier. */
  readonly signal?: AbortSignal;
  /** Added to the environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface BoundedEnd {
  /** Standard output and standard error, as they came. */
  readonly output: string;
  /** undefined when a signal has ended it. */
  readonly code: number | undefined;
}

/**
 * Runs a program to its end; undefined when it cannot be run, takes too long, says too much or is called off. It gets no
 * shell and no input, and of the environment only what a program needs to be found and to run.
 */
export function runBounded(
  program: string,
  args: readonly string[],
  { cwd, patience, signal, environment = {} }: BoundedRun,
): Promise<BoundedEnd | undefined> {
  return new Promise((done) => {
    if (signal?.aborted === true) {
      done(undefined);
      return;
    }
    const child = spawn(program, args, {
      cwd,
      env: { ...fromInherited(process.env), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that whatever the program starts ends with it.
      detached: true,
    });
    const pieces: Buffer[] = [];
    let size = 0;
    const end = (result: BoundedEnd | undefined): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      kill(child.pid);
      done(result);
    };
    const stop = () => {
      end(undefined);
    };
    const timer = setTimeout(stop, patience);
    signal?.addEventListener('abort', stop);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => {
        pieces.push(piece);
        size += piece.length;
        if (size > outputLimit) end(undefined);
      });
    child.on('error', () => {
      end(undefined);
    });
    child.on('close', (code) => {
      end({ output: Buffer.concat(pieces).toString('utf8'), code: code ?? undefined });
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

function fromInherited(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
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
