import type { EffectiveConfig, EffectiveEntry } from '../../uwsgi/effective.ts';
import { lastOption } from '../../uwsgi/lookup.ts';

/** A number of a whole configuration, and the line that sets it. */
export interface EffectiveNumber {
  readonly value: number;
  /** undefined where uWSGI's own default counts. */
  readonly entry: EffectiveEntry | undefined;
}

/** undefined when the number is not known: a condition or an unread file may set it, or it is no number. */
export function effectiveNumber(
  config: EffectiveConfig | undefined,
  option: string,
  fallback: number,
): EffectiveNumber | undefined {
  if (config === undefined) return undefined;
  const entry = lastOption(config, option);
  if (entry === undefined) return config.complete ? { value: fallback, entry } : undefined;
  if (!entry.known || entry.conditional || !/^\d+$/.test(entry.value)) return undefined;
  return { value: Number(entry.value), entry };
}
