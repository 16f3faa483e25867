import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
import type { PlannedFile } from '../../../shared/launch-plan.ts';

/**
 * Where a stack's run lives. Sockets lie in there, and the path of a socket may have 102 bytes (uWSGI's limit), so a
 * long folder or id gives way to a short one.
 */
export function runDirectoryFor(
  stackId: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  temporary = tmpdir(),
  uid = userInfo().uid,
): string {
  const bases = runBases(env, temporary, uid);
  const short = createHash('sha256').update(stackId).digest('hex').slice(0, 12);
  const candidates = [
    ...bases.map((base) => join(base, stackId)),
    ...bases.map((base) => join(base, short)),
  ];
  return (
    candidates.find((path) => Buffer.byteLength(path) <= maxLength) ??
    join(`/tmp/uwsgi-stack-${uid}`, short)
  );
}

/** Folders that hold the runs of a user, the first choice first. */
export function runBases(
  env: Readonly<Record<string, string | undefined>> = process.env,
  temporary = tmpdir(),
  uid = userInfo().uid,
): readonly string[] {
  const runtime = env.XDG_RUNTIME_DIR;
  return [
    ...(runtime !== undefined && isAbsolute(runtime) && exists(runtime)
      ? [join(runtime, 'uwsgi-stack')]
      : []),
    join(temporary, `uwsgi-stack-${uid}`),
    `/tmp/uwsgi-stack-${uid}`,
  ];
}

/** Leaves room for names like `/uwsgi/worker-10.stats.sock`. */
const maxLength = 64;

export type FileResult =
  { readonly kind: 'done' } | { readonly kind: 'error'; readonly message: string };

/** Creates the private folder. Something that anybody else could have put there is refused, never used. */
export function createRunDirectory(path: string): FileResult {
  try {
    const base = dirname(path);
    if (!exists(base)) mkdirSync(base, { mode: 0o700, recursive: true });
    const problem = parentProblem(base);
    if (problem !== undefined) return { kind: 'error', message: problem };
    if (!exists(path)) mkdirSync(path, { mode: 0o700 });
    return verifyRunDirectory(path);
  } catch (error) {
    return { kind: 'error', message: (error as Error).message };
  }
}

/** Ours, a real folder, closed to others. */
export function verifyRunDirectory(path: string): FileResult {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { kind: 'error', message: `The folder ${path} does not exist.` };
  if (!stat.isDirectory()) {
    return { kind: 'error', message: `${path} is not a folder, or is a link to one.` };
  }
  if (stat.uid !== userInfo().uid) {
    return { kind: 'error', message: `The folder ${path} belongs to someone else.` };
  }
  if ((stat.mode & 0o777) !== 0o700) chmodSync(path, 0o700);
  return { kind: 'done' };
}

/** Writes what the plan asks for; a second time only what it now wants otherwise. Nothing outside the folder. */
export function writeFiles(files: readonly PlannedFile[], runDirectory: string): FileResult {
  for (const file of files) {
    if (!isInside(runDirectory, file.path)) {
      return { kind: 'error', message: `${file.path} lies outside of ${runDirectory}.` };
    }
    try {
      writeFile(file);
      if (file.kind === 'directory' && file.exact === true) clearOthers(file.path, files);
    } catch (error) {
      return notWritten(file.path, error);
    }
  }
  return { kind: 'done' };
}

export function notWritten(path: string, error: unknown): FileResult {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = full.has(code) ? 'the disk is full. Make room there, and start again.' : message;
  return { kind: 'error', message: `${path} can't be written: ${reason}` };
}

const full: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT']);

export function isInside(folder: string, path: string): boolean {
  if (!isAbsolute(path) || !isAbsolute(folder)) return false;
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith('../') && !isAbsolute(way);
}

function writeFile(file: PlannedFile): void {
  switch (file.kind) {
    case 'directory':
      mkdirSync(file.path, { mode: 0o700, recursive: true });
      return;
    case 'log':
      closeSync(openSync(file.path, constants.O_CREAT | constants.O_NOFOLLOW, 0o600));
      return;
    case 'text':
      // Through a link this would write into the person's own file.
      if (lstatSync(file.path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(file.path);
      writeFileSync(file.path, file.text, { mode: 0o600 });
      return;
    case 'link': {
      const stat = lstatSync(file.path, { throwIfNoEntry: false });
      if (stat?.isSymbolicLink() && readlinkSync(file.path) === file.target) return;
      if (stat !== undefined) rmSync(file.path);
      symlinkSync(file.target, file.path);
    }
  }
}

function clearOthers(folder: string, files: readonly PlannedFile[]): void {
  const planned = new Set(files.map(({ path }) => path));
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!planned.has(path)) rmSync(path, { recursive: true, force: true });
  }
}

/** In a folder that others may write to, only the sticky bit keeps them from renaming ours away. */
function parentProblem(path: string): string | undefined {
  const stat = lstatSync(path);
  const uid = userInfo().uid;
  if (stat.isSymbolicLink() || !stat.isDirectory()) return `${path} is not a folder, or is a link.`;
  if (stat.uid !== uid && stat.uid !== 0) return `The folder ${path} belongs to someone else.`;
  const open = (stat.mode & 0o022) !== 0;
  if (open && (stat.mode & 0o1000) === 0) {
    return `The folder ${path} can be written by others.`;
  }
  return undefined;
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
