/** The few POSIX path operations that the pure core needs; nginx and uWSGI stacks exist on POSIX systems only. */

export function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash === -1) return '.';
  return slash === 0 ? '/' : path.slice(0, slash);
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `worker.ini` → `worker`; a leading dot belongs to the name. */
export function stem(path: string): string {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? name : name.slice(0, dot);
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/');
}

/** Joins `path` to `base` unless it is absolute, and takes out `.`, `..` and doubled slashes. */
export function resolvePath(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of (isAbsolute(path) ? path : `${base}/${path}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Path of `path` as seen from `base`, when it lies below it; else the path itself. */
export function relativePath(base: string, path: string): string {
  const prefix = base.endsWith('/') ? base : `${base}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

/** Whether one of the two folders holds the other, or they are the same. */
export function isRelated(one: string, other: string): boolean {
  return one === other || other.startsWith(`${one}/`) || one.startsWith(`${other}/`);
}
