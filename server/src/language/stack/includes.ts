import { dirname, resolvePath } from '../text/path.ts';
import type { FileFacts } from './facts.ts';

/**
 * All nginx files that `main` brings in, itself first, in nginx's order. Relative patterns count from the folder of
 * the main file, never from the including one (facts of nginx: `ngx_conf_full_name` with the conf prefix).
 */
export function includedFiles(
  files: ReadonlyMap<string, FileFacts>,
  main: string,
): readonly string[] {
  const base = dirname(main);
  const found = new Set<string>();
  const waiting = [main];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const includes = files.get(path)?.nginx?.includes ?? [];
    // Thousands of servers may include the same few files.
    const patterns = new Set(includes.map(({ pattern }) => pattern));
    const next = [...patterns].flatMap((pattern) => matchingFiles(files.keys(), base, pattern));
    waiting.push(...next.reverse());
  }
  return [...found];
}

/** Known files that an include pattern names, sorted as glob(3) sorts them. */
export function matchingFiles(
  paths: Iterable<string>,
  base: string,
  pattern: string,
): readonly string[] {
  const full = resolvePath(base, pattern);
  const test = hasWildcard(pattern) ? globExpression(full) : undefined;
  const matches = [...paths].filter((path) =>
    test === undefined ? path === full : test.test(path),
  );
  return matches.sort((a, b) => (a < b ? -1 : 1));
}

export function hasWildcard(pattern: string): boolean {
  return /[*?[]/.test(pattern);
}

/** glob(3) without flags: no braces, no `**`, wildcards never match a slash nor a leading dot. */
function globExpression(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    const first = at === 0 || pattern[at - 1] === '/';
    if (char === '*') source += `${first ? '(?!\\.)' : ''}[^/]*`;
    else if (char === '?') source += `${first ? '(?!\\.)' : ''}[^/]`;
    else if (char === '[') {
      const end = pattern.indexOf(']', at + 2);
      if (end === -1) source += '\\[';
      else {
        const body = pattern
          .slice(at + 1, end)
          .replace(/^!/, '^')
          .replaceAll('\\', '\\\\');
        source += `[${body}]`;
        at = end;
      }
    } else source += char.replace(/[.+^${}()|\\\]]/g, '\\$&');
  }
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return /^\b$/; // e.g. a range out of order: matches nothing, as glob(3) does
  }
}
