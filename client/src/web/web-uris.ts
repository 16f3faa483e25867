/**
 * The server knows files by paths. In a browser a folder may lie anywhere (`vscode-vfs://github/owner/name`): its scheme
 * and authority become the first name of the path, and are taken off again on the way back.
 */
export interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** undefined for what is no file of a folder, such as an untitled document: its URI is left as it is. */
export function serverPath({ scheme, authority, path }: UriParts): string | undefined {
  if (scheme === 'file') return path;
  if (scheme === 'untitled' || !path.startsWith('/')) return undefined;
  return `/~${scheme}+${encodeURIComponent(authority)}${path}`;
}

/** undefined for a path that no folder has given, such as the `/etc/nginx` of some machine. */
export function clientUri(path: string): UriParts | undefined {
  const [, scheme, authority = '', rest = ''] =
    /^\/~([a-z][a-z\d.-]*)\+([^/]*)(\/[\s\S]*)?$/i.exec(path) ?? [];
  if (scheme === undefined) return undefined;
  try {
    return { scheme, authority: decodeURIComponent(authority), path: rest === '' ? '/' : rest };
  } catch {
    return undefined; // a half escape: not of our making
  }
}
