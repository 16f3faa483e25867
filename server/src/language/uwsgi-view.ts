import type { Around, UwsgiFile, UwsgiView } from './rules/inputs.ts';
import { sectionsToRead } from './stack/asked-sections.ts';
import type { ConfigEntry, UwsgiConfig } from './uwsgi/config.ts';
import type { EffectiveConfig } from './uwsgi/effective.ts';
import { effectiveConfig } from './uwsgi/effective-config.ts';
import { readConfig } from './uwsgi/read-config.ts';
import { rolesOf } from './uwsgi/roles.ts';

/** A file as rules and features see it. What is not asked for is not read. */
export function uwsgiView(file: UwsgiFile, around: Around): UwsgiView {
  let effective: EffectiveConfig | undefined;
  let config: UwsgiConfig | undefined;
  return {
    ...file,
    around,
    get config() {
      config ??= withSections(file, sectionsToRead(file, around.graph));
      return config;
    },
    get effective() {
      effective ??= around.effective(file.path) ?? effectiveConfig(file, around.uwsgiFile);
      return effective;
    },
  };
}

/** The lines of further sections behind those of `[uwsgi]`, each line once. */
function withSections({ path, tree, config }: UwsgiFile, names: readonly string[]): UwsgiConfig {
  if (names.length === 0) return config;
  const entries: ConfigEntry[] = [...config.entries];
  const seen = new Set(entries.map(({ line }) => line));
  for (const section of names) {
    const more = readConfig(tree, { path, section }).entries.filter(({ line }) => !seen.has(line));
    entries.push(...more);
    for (const { line } of more) seen.add(line);
  }
  return { ...config, entries, roles: rolesOf(entries) };
}
