import type { UwsgiFile } from './rules/inputs.ts';
import { effectiveConfig } from './uwsgi/effective-config.ts';
import type { EffectiveConfig } from './uwsgi/effective.ts';

type FileAt = (path: string) => UwsgiFile | undefined;

/** The effective configuration of a file; undefined for what is no uWSGI file. */
export type EffectiveOf = (
  path: string,
  uwsgiFile: FileAt,
  section?: string,
) => EffectiveConfig | undefined;

/**
 * Keeps each effective configuration as long as no file has changed that it was read from or looked for. Those files
 * are asked for again each time, so that whoever records the questions learns of them, too.
 */
export function createEffectiveOf(): EffectiveOf & { readonly forget: (path: string) => void } {
  const known = new Map<string, Map<string, Known>>();
  const effectiveOf: EffectiveOf = (path, uwsgiFile, section = 'uwsgi') => {
    const ofPath = known.get(path) ?? new Map<string, Known>();
    known.set(path, ofPath);
    const before = ofPath.get(section);
    if (before !== undefined && sameAnswers(before.asked, uwsgiFile)) return before.value;
    const asked = new Map<string, UwsgiFile | undefined>();
    const ask: FileAt = (other) => {
      const answer = uwsgiFile(other);
      asked.set(other, answer);
      return answer;
    };
    const file = ask(path);
    const value = file && effectiveConfig(file, ask, section === 'uwsgi' ? undefined : section);
    ofPath.set(section, { asked, value });
    return value;
  };
  return Object.assign(effectiveOf, {
    forget: (path: string) => {
      known.delete(path);
    },
  });
}

interface Known {
  readonly asked: ReadonlyMap<string, UwsgiFile | undefined>;
  readonly value: EffectiveConfig | undefined;
}

function sameAnswers(asked: Known['asked'], uwsgiFile: FileAt): boolean {
  let same = true;
  // All of them, although the first difference decides: a record of the questions must be whole.
  for (const [path, answer] of asked) same = uwsgiFile(path) === answer && same;
  return same;
}
