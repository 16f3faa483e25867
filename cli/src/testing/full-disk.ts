import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';

const entry = join(import.meta.dirname, '../main.ts');

/** A disk without a free byte in place of a folder, for one program only: it goes with the program. */
const script = `
mount -t tmpfs -o size=4k tmpfs "$1" && chmod 700 "$1" || exit 99
head -c 5000 /dev/zero > "$1/full" 2> /dev/null
shift; exec "$@"`;

function onFullDisk(
  folder: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  return spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', folder, ...argv], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...environment },
  });
}

/** The command line program, with such a disk. What lies there afterwards is listed last. */
export function runOnFullDisk(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly output: string; readonly left: readonly string[] } {
  const list = `
    folder=$1; shift; "$@" 2>&1; code=$?
    echo "$0"; cd "$folder"; find . -mindepth 1 ! -name full; exit $code`;
  const mark = '--- left';
  const run = onFullDisk(
    folder,
    ['sh', '-c', list, mark, folder, process.execPath, entry, ...args],
    environment,
  );
  const [output = '', left = ''] = run.stdout.split(`${mark}\n`);
  return { code: run.status, output, left: left.split('\n').filter(Boolean) };
}

/** Why there can be no such disk here; false when there can. */
export const noFullDisk: string | false =
  onFullDisk('/mnt', ['true']).status === 0 ? false : 'this user may not mount anything here';
