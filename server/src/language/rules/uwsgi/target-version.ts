import type { Around } from '../inputs.ts';

/** The release of uWSGI that the files are meant for. */
export interface TargetVersion {
  /** As it is written: `2.0.21-debian`. */
  readonly text: string;
  /** `setting` where a person has named it; `newest` where nothing says anything. */
  readonly from: 'setting' | 'installed' | 'newest';
}

export function targetVersion({
  settings,
  installed,
}: Pick<Around, 'settings' | 'installed'>): TargetVersion {
  if (settings.uwsgiVersion !== '') return { text: settings.uwsgiVersion, from: 'setting' };
  const found = installed.uwsgi?.version;
  if (found !== undefined) return { text: found, from: 'installed' };
  return { text: newestRelease, from: 'newest' };
}

/** The release that the option table was read from. */
const newestRelease = '2.0.30';

/** Negative when `one` is the older release; what follows the numbers (`-debian`, `+ds1`) does not count. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [numbers(one), numbers(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(version: string): readonly number[] {
  const [leading = ''] = /^\d+(?:\.\d+)*/.exec(version) ?? [];
  return leading.split('.').map(Number);
}
