/** `host:port`, `[::1]:port`, either without the port. The host comes without its brackets. */
export type HostPort =
  | { readonly kind: 'address'; readonly host: string; readonly port: string | undefined }
  | { readonly kind: 'invalid'; readonly reason: string };

export function splitHostPort(value: string): HostPort {
  if (value.startsWith('[')) {
    const match = /^\[([\da-fA-F:.]+)\](?::(.*))?$/.exec(value);
    if (!match) return { kind: 'invalid', reason: 'an IPv6 address is written `[address]:port`' };
    return { kind: 'address', host: match[1] ?? '', port: match[2] };
  }
  // Like nginx (ngx_parse_inet_url): a `/` begins a URI, and the first colon before it ends the host.
  if (value.includes('/')) return { kind: 'invalid', reason: 'an address has no `/`' };
  const colon = value.indexOf(':');
  if (colon === -1) return { kind: 'address', host: value, port: undefined };
  return { kind: 'address', host: value.slice(0, colon), port: value.slice(colon + 1) };
}

/** nginx takes decimal digits, 1 to 65535. */
export function portNumber(text: string): number | undefined {
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}
