import type { DiskEntry } from '../../disk.ts';
import { dirname, isAbsolute, resolvePath } from '../../text/path.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { UwsgiView } from '../inputs.ts';

/** The folders that relative paths of a file count from. */
export interface StartFolder {
  /** Where uWSGI is started: no file says it, so it is taken to be the folder of the file. */
  readonly launch: string;
  /** After `chdir`; undefined when that is not known, or is no folder. */
  readonly app: string | undefined;
  /** `chdir` names the folder by its whole path, as `%d` does: then nothing is assumed. */
  readonly sure: boolean;
}

/**
 * undefined when the disk does not have the file's folder, and for a file that another one reads: there the folder
 * and the `chdir` of that one count.
 */
export function startFolder(view: UwsgiView): StartFolder | undefined {
  const launch = dirname(view.path);
  if (view.around.disk.look(launch)?.kind !== 'folder') return undefined;
  if (view.around.graph.parts.has(view.path)) return undefined;
  const chdir = lastOption(view.effective, 'chdir');
  if (chdir === undefined) {
    const app = view.effective.complete ? launch : undefined;
    return { launch, app, sure: false };
  }
  if (!chdir.known || chdir.conditional) return { launch, app: undefined, sure: false };
  const app = resolvePath(launch, chdir.value);
  // A folder that does not exist is one finding; nothing can be said about what would lie in it.
  const there = view.around.disk.look(app)?.kind === 'folder';
  return { launch, app: there ? app : undefined, sure: isAbsolute(chdir.value) };
}

/** Whether the path is absent, and where it would have to be. */
export type Absence =
  /** It belongs to this project, and is not there. */
  | 'here'
  /** Its folder is on this machine, the thing itself is not. */
  | 'machine'
  /** Nothing of it is on this machine: the file is made for another one. */
  | 'elsewhere';

/** undefined when the path is there, or not known. */
export function absence(view: UwsgiView, path: string): Absence | undefined {
  const { disk } = view.around;
  if (disk.look(path)?.kind !== 'absent') return undefined;
  if (path.startsWith(`${dirname(view.path)}/`)) return 'here';
  const folder = dirname(path);
  const above = disk.look(folder);
  if (above === undefined) return undefined;
  return above.kind === 'folder' && !everywhere.test(folder) ? 'machine' : 'elsewhere';
}

/** Folders that most machines have: that they are there says nothing about the project. */
const everywhere = /^\/(?:[^/]*|(?:var|usr|usr\/local|usr\/share|run|etc\/ssl)\/[^/]+)$/;

export function namesIn(folder: DiskEntry | undefined): readonly string[] {
  return folder?.kind === 'folder' ? folder.names : [];
}

/** Folders above one, the nearest first, three at most: uWSGI is often started from the top of a project. */
export function foldersAbove(folder: string): readonly string[] {
  const above: string[] = [];
  let at = folder;
  while (above.length < 3 && dirname(at) !== at && dirname(at) !== '/') {
    at = dirname(at);
    above.push(at);
  }
  return above;
}
