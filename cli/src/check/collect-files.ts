import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import {
  kindByText,
  kindOfFile,
  type NginxContext,
  type SourceFile,
} from '../../../server/src/language/language.ts';
import { nodeWorld } from '../../../server/src/node/node-world.ts';

export interface Collected {
  readonly files: readonly SourceFile[];
  /** Why a path that was named cannot be checked. */
  readonly problems: readonly string[];
}

/**
 * The files that the paths name: of folders those that may belong to a stack, a single file whatever its name is. A
 * file that is reached in two ways is taken once.
 */
export async function collectFiles(
  paths: readonly string[],
  contexts: readonly NginxContext[],
): Promise<Collected> {
  const files = new Map<string, SourceFile>();
  const problems: string[] = [];
  const add = async (path: string, text: string, kind: SourceFile['kind'] | undefined) => {
    const real = await realpath(path).catch(() => path);
    if (kind === undefined || files.has(real)) return;
    files.set(real, { path, text, kind, version: 1, ...(contexts.length > 0 && { contexts }) });
  };
  for (const name of paths) {
    const path = resolve(name);
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) {
        await access(path, constants.R_OK | constants.X_OK);
        for await (const found of nodeWorld.findFiles(path))
          await add(found.path, found.text, kindOfFile(found.path, found.text));
      } else {
        await access(path, constants.R_OK);
        const found = await nodeWorld.readFile(path);
        if (found === undefined) problems.push(`${name} is no text file, or bigger than 8 MiB`);
        else await add(path, found.text, kindOfNamed(path, found.text, contexts));
      }
    } catch (error) {
      problems.push(describe(name, error as NodeJS.ErrnoException));
    }
  }
  return { files: [...files.values()], problems };
}

/** As seen from where the command was given. A name in front of a line must not be a command of a CI's runner. */
export function shownPath(path: string): string {
  return relative(process.cwd(), path).replace(/^(?=[:#])/, './');
}

function kindOfNamed(
  path: string,
  text: string,
  contexts: readonly NginxContext[],
): SourceFile['kind'] {
  const kind = kindOfFile(path, text);
  if (kind !== undefined && kind !== 'unclear') return kind;
  return contexts.length > 0 ? 'nginx' : kindByText(path, text);
}

function describe(name: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return `there is no file or folder ${name}`;
  if (code === 'EACCES' || code === 'EPERM') return `${name} may not be read`;
  if (code === 'ELOOP') return `${name} is a symbolic link that leads to itself`;
  return `${name} cannot be read: ${message}`;
}
