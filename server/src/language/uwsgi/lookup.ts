import type { EffectiveConfig, EffectiveEntry } from './effective.ts';
import { uwsgiOption } from './options.ts';

/** All entries of the named options, by any of their names, in order. Variables are no options. */
export function allOptions(
  config: Pick<EffectiveConfig, 'entries' | 'byKey'>,
  ...names: readonly string[]
): readonly EffectiveEntry[] {
  const keys = new Set(names.flatMap((name) => [name, ...(uwsgiOption(name)?.aliases ?? [])]));
  const found = [...keys].flatMap((key) => (config.byKey.has(key) ? [key] : []));
  const [only] = found;
  if (only === undefined) return [];
  const isOption = ({ option }: EffectiveEntry) => option !== undefined;
  if (found.length === 1) return (config.byKey.get(only) ?? []).filter(isOption);
  return config.entries.filter((entry) => keys.has(entry.key) && isOption(entry));
}

/** The entry that counts for an option with one value: the last one. */
export function lastOption(
  config: Pick<EffectiveConfig, 'entries' | 'byKey'>,
  ...names: readonly string[]
): EffectiveEntry | undefined {
  return allOptions(config, ...names).at(-1);
}

/** What `%(name)` means: the first option or variable of that name, wherever it stands. */
export function placeholderDefinition(
  config: Pick<EffectiveConfig, 'byKey'>,
  name: string,
): EffectiveEntry | undefined {
  return config.byKey.get(name)?.[0];
}
