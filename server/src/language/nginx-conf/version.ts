import type { NginxDirective } from './directives.ts';
import type { NginxVariable } from './variables.ts';

/** The newest release that the tables were made of. */
export const newestNginx = '1.31.5';

/** The nginx that a configuration is meant for: the setting, else the installed one, else the newest. */
export function targetNginx({
  settings,
  installed,
}: {
  readonly settings: { readonly nginxVersion: string };
  readonly installed: { readonly nginx: { readonly version: string } | undefined };
}): string {
  if (settings.nginxVersion !== '') return settings.nginxVersion;
  return installed.nginx?.version ?? newestNginx;
}

/** Negative when `a` is the older one. `1.22` counts as `1.22.0`. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) =>
    version.split('.').map((part) => Number(/^\d+/.exec(part)?.[0] ?? 0));
  const [left, right] = [parts(a), parts(b)];
  for (let at = 0; at < 3; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a core directive or variable exists in a release. Debian's 1.22.1 has a few younger ones, too. */
export function existsIn(
  { firstRelease, in1221 }: Pick<NginxDirective | NginxVariable, 'firstRelease' | 'in1221'>,
  version: string,
): boolean {
  if (firstRelease === undefined || firstRelease.startsWith('<')) return true;
  if (version === '1.22.1' && in1221) return true;
  return isAtMost(firstRelease, version);
}

/** Whether a release no longer has the directive. */
export function isGoneIn({ removedIn, module }: NginxDirective, version: string): boolean {
  if (module.status !== 'removed') return false;
  return removedIn === undefined || compareVersions(removedIn, version) <= 0;
}

/** Each directive of a file asks, and the pairs are few. */
function isAtMost(release: string, version: string): boolean {
  const known = compared.get(version) ?? new Map<string, boolean>();
  compared.set(version, known);
  let answer = known.get(release);
  if (answer === undefined) known.set(release, (answer = compareVersions(release, version) <= 0));
  return answer;
}

const compared = new Map<string, Map<string, boolean>>();
