/**
 * What an address means depends on the option: worker sockets know `127.*`, only stream sockets know IPv6 and shared
 * sockets, and only what is bound over TCP resolves a host name (core/socket.c; plugins/corerouter).
 */
export type AddressUse =
  'socket' | 'shared-socket' | 'router' | 'subscription-server' | 'subscribe-target' | 'stats';

export type Address =
  | TcpAddress
  | { readonly kind: 'unix'; readonly path: string }
  | { readonly kind: 'abstract'; readonly name: string }
  | { readonly kind: 'shared'; readonly index: number }
  | { readonly kind: 'fd'; readonly fd: number }
  | { readonly kind: 'hostname'; readonly host: string; readonly port: number }
  | { readonly kind: 'invalid'; readonly reason: AddressProblem };

/** TCP, or UDP for subscriptions. */
export interface TcpAddress {
  readonly kind: 'tcp';
  /** '' means all interfaces; IPv6 without its brackets. */
  readonly host: string;
  readonly family: 4 | 6;
  readonly port: number;
  /** `127.*`: the first address of an interface that begins with `127.`. */
  readonly pattern?: string;
  /** The kernel chooses the port. */
  readonly auto: boolean;
}

export type AddressProblem =
  | 'empty'
  | 'scheme'
  | 'quotes'
  | 'list'
  | 'octets'
  | 'host'
  | 'port-text'
  | 'port-range'
  | 'blank'
  | 'asterisk'
  | 'pattern'
  | 'ipv6'
  | 'shared'
  | 'path-colon'
  | 'path-length';

export function parseAddress(value: string, use: AddressUse): Address {
  const datagram = use === 'subscription-server' || use === 'subscribe-target';
  if (value === '') return invalid('empty');
  if (/^["']|["']$/.test(value)) return invalid('quotes');
  const fd = /^fd:\/\/(\d+)$/.exec(value);
  if (fd !== null && !datagram) return { kind: 'fd', fd: Number(fd[1]) };
  if (/^[a-z][a-z0-9+]*:\/\//i.test(value) || /^unix:/i.test(value)) return invalid('scheme');
  if (value.startsWith('=')) return sharedSocket(value, datagram);
  if (!value.includes(':')) return unixSocket(value, datagram);
  // A colon anywhere makes it TCP (core/socket.c): a path is no host, and no socket file is made.
  if (/^(?:[/@]|\\0|\.\.?\/)/.test(value)) return invalid('path-colon');
  if (/,[^,]*:/.test(value)) return invalid('list');
  const colon = value.startsWith('[') ? value.lastIndexOf(':') : value.indexOf(':');
  return withPort(value.slice(0, colon), value.slice(colon + 1), use);
}

/** True where every interface is meant: nobody can send to such an address on another machine. */
export function isAnyHost(host: string): boolean {
  return host === '' || host === '0.0.0.0' || host === '::';
}

function withPort(host: string, portText: string, use: AddressUse): Address {
  if (/\s/.test(host) || /^\s/.test(portText)) return invalid('blank');
  if (!/^\d*$/.test(portText))
    return invalid(/^-?\d+$/.test(portText) ? 'port-range' : 'port-text');
  // An empty port is port 0 to atoi().
  const port = Number(portText);
  if (port > 65535) return invalid('port-range');
  const auto = port === 0;
  const ipv6 = /^\[([0-9A-Fa-f:.]+)\]$/.exec(host);
  if (ipv6?.[1] !== undefined) {
    if (use === 'subscription-server' || use === 'subscribe-target') return invalid('ipv6');
    return { kind: 'tcp', host: ipv6[1], family: 6, port, auto };
  }
  if (host.includes('*')) {
    if (!/^\d+\.(?:\d+\.)*\d*\*$/.test(host)) return invalid('asterisk');
    if (use !== 'socket' && use !== 'shared-socket') return invalid('pattern');
    return { kind: 'tcp', host, family: 4, port, pattern: host, auto };
  }
  if (/^[\d.]*$/.test(host)) {
    const octets = host.split('.');
    const good =
      octets.length <= 4 && octets.every((octet) => octet !== '' && Number(octet) <= 255);
    if (host !== '' && !good) return invalid('octets');
    return { kind: 'tcp', host, family: 4, port, auto };
  }
  if (!/^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?$/.test(host)) return invalid('host');
  return { kind: 'hostname', host, port };
}

function sharedSocket(value: string, datagram: boolean): Address {
  if (datagram || !/^=\d+$/.test(value)) return invalid('shared');
  return { kind: 'shared', index: Number(value.slice(1)) };
}

function unixSocket(value: string, datagram: boolean): Address {
  if (!datagram && value.startsWith('@')) return { kind: 'abstract', name: value.slice(1) };
  if (!datagram && value.startsWith('\\0')) return { kind: 'abstract', name: value.slice(2) };
  // struct sockaddr_un; uWSGI exits with "invalid socket name" above this.
  if (utf8Length(value) > 102) return invalid('path-length');
  return { kind: 'unix', path: value };
}

function utf8Length(text: string): number {
  let length = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

function invalid(reason: AddressProblem): Address {
  return { kind: 'invalid', reason };
}
