import { percent, toBytes } from './bytes.ts';
import type { AskedRequest } from './explanation.ts';

/**
 * A request for what a person types: `http://host:port/path?query`, without scheme, or a path alone, which then counts
 * from `base`. Blanks and letters beyond ASCII are encoded, as a browser does it. undefined when it is no such address.
 */
export function readUrl(
  text: string,
  { method = 'GET', base }: { readonly method?: string; readonly base?: string } = {},
): AskedRequest | undefined {
  const typed = text.trim();
  const whole = typed.startsWith('/') && base !== undefined ? originOf(base) + typed : typed;
  const parts =
    /^(?:(https?):\/\/)?(\[[\da-f:.]+\]|[^\s/:?#[\]]+)(?::(\d{1,5}))?([/?#].*)?$/is.exec(whole);
  if (parts === null) return undefined;
  const [, scheme = 'http', host = '', digits, rest = '/'] = parts;
  const isSecure = scheme.toLowerCase() === 'https';
  const port = digits === undefined ? (isSecure ? 443 : 80) : Number(digits);
  if (port < 1 || port > 65535) return undefined;
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  const target = toBytes(path.replace(/#.*$/s, '')).replace(/[\0-\x20"<>\x7f-\xff]/g, percent);
  return { method, scheme: isSecure ? 'https' : 'http', host, port, target };
}

function originOf(url: string): string {
  return /^(?:https?:\/\/)?[^/?#]*/i.exec(url)?.[0] ?? '';
}

/** The address as a browser shows it. */
export function showUrl({ scheme, host, port, target }: AskedRequest): string {
  const usual = port === (scheme === 'https' ? 443 : 80);
  return `${scheme}://${host}${usual ? '' : `:${String(port)}`}${target}`;
}
