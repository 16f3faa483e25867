import { basename } from './text/path.ts';
import { looksLikeUwsgi } from './uwsgi/detect.ts';
import type { SourceFile } from './read-file.ts';

/**
 * What a file on disk is, by its name and, where that is not enough, its text. An open document needs no such guess:
 * the editor knows its language.
 */
export function kindOfFile(path: string, text: string): SourceFile['kind'] | undefined {
  const name = basename(path);
  if (name.endsWith('.uwsgi')) return 'uwsgi-ini';
  if (/\/sites-(?:available|enabled)\/[^/]+$/.test(path)) return 'nginx';
  if (name.endsWith('.ini')) return looksLikeUwsgi(path, text) ? 'uwsgi-ini' : undefined;
  if (/^(?:mime\.types|(?:uwsgi|fastcgi|scgi|proxy|grpc)_params)$/.test(name)) return 'nginx';
  if (name === 'nginx.conf' || name.endsWith('.nginx') || name.endsWith('.nginxconf'))
    return 'nginx';
  if (!name.endsWith('.conf')) return undefined;
  if (/^\s*\[uwsgi\]/m.test(text)) return 'uwsgi-ini';
  return looksLikeNginx(path, text) ? 'nginx' : 'unclear';
}

/** What a file must be that somebody has named as one of ours: its name counts, then how most of its lines end. */
export function kindByText(path: string, text: string): SourceFile['kind'] {
  if (path.endsWith('.ini')) return 'uwsgi-ini';
  if (/^[ \t]*\[[^\]\n]*\][ \t\r]*$/m.test(text)) return 'uwsgi-ini';
  if (path.endsWith('.conf')) return 'nginx';
  const statements = text.match(/[;{}][ \t]*(?:#.*)?$/gm)?.length ?? 0;
  const entries = text.match(/^[ \t]*[\w-]+[ \t]*=(?!.*[;{}][ \t]*$)/gm)?.length ?? 0;
  return entries > statements ? 'uwsgi-ini' : 'nginx';
}

/** Other programs use `.conf` too: nginx's files lie in known folders or hold a block or directive of its own. */
function looksLikeNginx(path: string, text: string): boolean {
  if (
    /\/(?:nginx|conf\.d|sites-available|sites-enabled|snippets)\//.test(path) &&
    /[;{]/.test(text)
  )
    return true;
  return (
    /^[ \t]*(?:http|server|upstream\s+\S+|location\s[^;{]*|events)\s*\{/m.test(text) ||
    /^[ \t]*uwsgi_(?:pass|param)\s[^;]*;/m.test(text)
  );
}
