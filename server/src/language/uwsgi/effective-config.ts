import type { EffectiveConfig } from './effective.ts';
import { readEntries } from './read-entries.ts';
import type { IniFile } from './reading.ts';
import { rolesOf } from './roles.ts';

/** Reads a file and all that it brings in, as `uwsgi --ini FILE:SECTION` does; `otherFile` takes absolute paths. */
export function effectiveConfig(
  file: IniFile,
  otherFile: (path: string) => IniFile | undefined,
  section?: string,
): EffectiveConfig {
  const { entries, files, open, includes, problems } = readEntries(file, { otherFile, section });
  const byKey = Map.groupBy(entries, ({ key }) => key);
  const complete =
    !open &&
    includes.every(({ outcome }) => outcome === 'read' || outcome === 'cycle') &&
    // Text that is put around every later file is not read here.
    !entries.some(({ option }) => option?.name.startsWith('inject-'));
  return { entries, byKey, files, includes, problems, complete, roles: rolesOf(entries) };
}
