import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from './program.ts';

/**
 * What a program prints when it is asked about itself, as the language server's probes ask it: without a shell and
 * input, in an empty folder of its own, with only that part of the environment which a program needs to be found and to
 * run. It is killed, with all that it has started, after `patience` milliseconds. Empty where there is no answer.
 */
export async function askProgram(
  argv: readonly [string, ...string[]],
  patience = 5000,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'uwsgi-stack-probe-')).catch(() => undefined);
  if (folder === undefined) return '';
  try {
    const lines: string[] = [];
    const start = await startProgram({
      argv,
      cwd: folder,
      env: ownEnvironment(process.env),
      onLine: (_stream, line) => {
        if (lines.length < lineLimit) lines.push(line);
      },
    });
    if (start.kind === 'not-started') return '';
    const { program } = start;
    const timer = setTimeout(() => void program.stop(kill), patience);
    await program.ended;
    clearTimeout(timer);
    return lines.join('\n');
  } finally {
    // Only when it is still empty: whatever a program has left there is not ours to remove.
    await rmdir(folder).catch(() => undefined);
  }
}

const lineLimit = 10_000;
const kill = [{ signal: 'SIGKILL', to: 'group', graceMs: 1000 }] as const;

function ownEnvironment(
  inherited: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inherited).filter(
      (pair): pair is [string, string] =>
        pair[1] !== undefined && (kept.has(pair[0]) || pair[0].startsWith('LC_')),
    ),
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
