import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { PlannedFile } from '../../../../shared/launch-plan.ts';
import type { NginxTestOutcome, NginxTestWork } from '../../lsp/world.ts';
import { findProgram } from '../probe/find-program.ts';
import { runBounded } from '../probe/run-bounded.ts';
import { removeLeftBehind } from './left-behind.ts';

/** A configuration with thousands of servers takes a second; the DNS may take the rest. */
const usualPatience = 10_000;

/**
 * Has the real nginx test a copy of a configuration, in a private folder that is gone afterwards. nginx resolves every
 * host name that it reads: the resolver of the system is told to be quick about it.
 */
export async function testNginx(
  program: string,
  work: NginxTestWork,
  signal: AbortSignal,
  patience = usualPatience,
): Promise<NginxTestOutcome> {
  const path = await findProgram(program);
  if (path === undefined) return failed(`There is no program ${program}.`);
  await (leftBehind ??= removeLeftBehind(prefix));
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`)).catch(() => undefined);
  if (folder === undefined) return failed('No temporary folder can be made.');
  try {
    const { files, args } = work({ folder, root: process.getuid?.() === 0 });
    for (const file of files) await write(file, folder);
    const environment = { RES_OPTIONS: 'timeout:1 attempts:1' };
    const run = { cwd: folder, patience, signal, environment };
    const end = await runBounded(path, args, run);
    if (signal.aborted) return { kind: 'cancelled' };
    if (end === undefined) return failed(`nginx -t did not end within ${patience / 1000} seconds.`);
    if (end.code === undefined) return failed('nginx -t crashed.');
    return { kind: 'tested', output: end.output };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

const prefix = 'uwsgi-stack-test-';
let leftBehind: Promise<void> | undefined;

function failed(reason: string): NginxTestOutcome {
  return { kind: 'failed', reason };
}

async function write(file: PlannedFile, folder: string): Promise<void> {
  const way = relative(folder, file.path);
  if (way === '' || way.startsWith('..') || way.startsWith('/'))
    throw new Error(`${file.path} lies outside of the folder of the test.`);
  if (file.kind === 'directory') await mkdir(file.path, { recursive: true, mode: 0o700 });
  if (file.kind === 'link') await symlink(file.target, file.path);
  if (file.kind !== 'text') return;
  await mkdir(dirname(file.path), { recursive: true, mode: 0o700 });
  // Never through something that is there already.
  await writeFile(file.path, file.text, { mode: 0o600, flag: 'wx' });
}
