import type { IniTree } from '../ini/tree.ts';
import { dirname, resolvePath } from '../text/path.ts';
import type { EffectiveConfig } from '../uwsgi/effective.ts';
import { sectionsOfFile } from '../uwsgi/file-sections.ts';

/** A section of a file that something else than the file itself asks for, as in `file.ini:name`. */
export interface AskedSection {
  readonly path: string;
  readonly section: string;
  /** By a command, such as `attach-daemon = uwsgi --ini file.ini:name`: uWSGI starts with it. */
  readonly started: boolean;
}

/** Sections by path, each once. `uwsgi` is not among them: it is what is read where nothing is asked for. */
export type SectionsByPath = ReadonlyMap<string, readonly string[]>;

export function askedSections(
  path: string,
  { entries, includes }: EffectiveConfig,
): readonly AskedSection[] {
  const asked: AskedSection[] = [];
  for (const { target, section, outcome } of includes)
    if (outcome === 'read' && target !== undefined && target !== path && section !== 'uwsgi')
      asked.push({ path: target, section, started: false });
  for (const { option, value } of entries) {
    if (option === undefined || !option.name.includes('daemon') || !value.includes('uwsgi'))
      continue;
    for (const [, name = '', section = ''] of value.matchAll(command))
      asked.push({ path: resolvePath(dirname(path), name), section, started: true });
  }
  return asked;
}

const command = /(?:^|[\s=])([^\s=:]+\.(?:ini|uwsgi)):([^\s,]+)/g;

export function sectionsByPath(asked: Iterable<AskedSection>): SectionsByPath {
  const sections = new Map<string, string[]>();
  for (const { path, section } of asked) {
    const known = sections.get(path);
    if (known === undefined) sections.set(path, [section]);
    else if (!known.includes(section)) known.push(section);
  }
  return sections;
}

interface FileWithSections {
  readonly path: string;
  readonly tree: IniTree;
  /** Whether it has a section `[uwsgi]`. */
  readonly config: { readonly found: boolean };
}

/**
 * The sections of a file that uWSGI is asked for beside `[uwsgi]`. In a file without that one, which nobody known asks
 * for, each may be: `uwsgi file.ini:name` asks for it.
 */
export function sectionsToRead(
  { path, tree, config }: FileWithSections,
  { asked }: { readonly asked: SectionsByPath },
): readonly string[] {
  return asked.get(path) ?? (config.found ? [] : sectionsOfFile(tree));
}
