import { portNumber, splitHostPort } from './host-port.ts';

/** What `uwsgi_pass` points at. */
export type UwsgiPassTarget =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly ssl: boolean }
  | { readonly kind: 'unix'; readonly path: string; readonly ssl: boolean }
  /** A name without port: legal only when an upstream block has it. */
  | { readonly kind: 'upstream'; readonly name: string; readonly ssl: boolean }
  /** nginx checks nothing before the request. */
  | { readonly kind: 'variable' }
  | { readonly kind: 'invalid'; readonly reason: string };

/** `[uwsgi://|suwsgi://]target`; the scheme in any case, `suwsgi` is TLS. There is no URI part, unlike `proxy_pass`. */
export function parseUwsgiPass(value: string): UwsgiPassTarget {
  if (/\$|\{\{|\{%|<%/.test(value)) return { kind: 'variable' };
  const scheme = /^(s?uwsgi):\/\//i.exec(value);
  const ssl = scheme?.[1]?.toLowerCase() === 'suwsgi';
  const target = value.slice(scheme?.[0].length ?? 0);
  // The whole rest is the path, a later colon too: uwsgi has no URI that could follow.
  if (/^unix:/i.test(target)) {
    const path = target.slice('unix:'.length).replace(/^\/{2,}/, '/');
    return path === ''
      ? invalid('`unix:` needs the path of a socket')
      : { kind: 'unix', path, ssl };
  }
  if (target === '') return invalid('the address is empty');
  const otherScheme = /^([\w+.-]+):\/\//.exec(target);
  if (otherScheme)
    return invalid(
      `uwsgi_pass speaks the uwsgi protocol only: "${otherScheme[0]}" is no scheme of it`,
    );
  if (target.startsWith('unix/')) return invalid('a unix socket is written `unix:/path`');
  if (target.startsWith('/')) return invalid('a unix socket is written `unix:/path`');
  const address = splitHostPort(target);
  if (address.kind === 'invalid')
    return target.includes('/') ? invalid('uwsgi_pass takes no path behind the address') : address;
  const { host, port } = address;
  if (host === '') return invalid('the host is missing before the port');
  if (port === undefined)
    return target.startsWith('[')
      ? invalid('the port is missing')
      : { kind: 'upstream', name: host, ssl };
  const number = portNumber(port);
  if (number === undefined) return invalid(`"${port}" is no port between 1 and 65535`);
  return { kind: 'tcp', host, port: number, ssl };
}

function invalid(reason: string): UwsgiPassTarget {
  return { kind: 'invalid', reason };
}
