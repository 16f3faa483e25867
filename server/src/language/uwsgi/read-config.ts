import type { IniTree } from '../ini/tree.ts';
import type { UwsgiConfig } from './config.ts';
import { readEntries } from './read-entries.ts';
import { rolesOf } from './roles.ts';

/**
 * Reads one section of one file as uWSGI does, by itself: every part of it in file order, magic variables first, then
 * the placeholder pass. `ini = :name` puts another section of the same file in place; other files are not read.
 */
export function readConfig(
  tree: IniTree,
  { path, section }: { readonly path: string; readonly section?: string },
): UwsgiConfig {
  const { found, entries } = readEntries({ path, tree }, { section });
  return { section: section ?? 'uwsgi', found, entries, roles: rolesOf(entries) };
}
