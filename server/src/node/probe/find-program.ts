import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** System folders that the PATH of a desktop session often lacks: Debian keeps nginx in /usr/sbin. */
const extraFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/**
 * The program that a setting names, as the launcher looks it up, too: an absolute path, or a bare name in the absolute
 * folders of PATH. A relative path or folder would depend on the workspace that is open: a foreign file could be run.
 */
export async function findProgram(
  name: string,
  path = process.env.PATH ?? '',
): Promise<string | undefined> {
  const folders = [...path.split(delimiter).filter(isAbsolute), ...extraFolders];
  const candidates = isAbsolute(name)
    ? [name]
    : name.includes('/') || name === ''
      ? []
      : folders.map((folder) => join(folder, name));
  for (const candidate of candidates) if (await isExecutable(candidate)) return candidate;
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
