import { portNumber } from '../host-port.ts';
import { isIpv6 } from './address.ts';

/** An address as `ngx_parse_url` takes it apart. */
export interface NginxUrl {
  readonly kind: 'unix' | 'inet' | 'inet6';
  /** Path of a socket, name, IPv4 address, `*`, or IPv6 address without brackets. */
  readonly host: string;
  /** undefined when none is written. */
  readonly port: number | undefined;
  /** Of a range `80-90`, which only `listen` takes; else the port. */
  readonly lastPort: number | undefined;
  /** What follows the address from its `/` or `?` on; '' without. */
  readonly uri: string;
}

export interface UrlOptions {
  /** For `listen`: a lone number is a port, ranges are allowed. */
  readonly listen?: boolean;
  /** A URI may follow; else it makes the host invalid. */
  readonly uri?: boolean;
}

/** The address, or what nginx finds wrong with it. Whether a host name can be resolved is not asked. */
export function parseUrl(text: string, options: UrlOptions = {}): NginxUrl | string {
  if (/^unix:/i.test(text)) return parseUnix(text.slice('unix:'.length), options);
  if (text.startsWith('[')) return parseInet6(text, options);
  return parseInet(text, options);
}

function parseUnix(text: string, { uri: mayHaveUri }: UrlOptions): NginxUrl | string {
  const colon = mayHaveUri === true ? text.indexOf(':') : -1;
  const path = colon === -1 ? text : text.slice(0, colon);
  if (path === '') return '`unix:` needs the path of a socket';
  if (path.length >= longestSocketPath)
    return `the path of a unix socket has at most ${longestSocketPath - 1} bytes`;
  const uri = colon === -1 ? '' : text.slice(colon + 1);
  return { kind: 'unix', host: path, port: undefined, lastPort: undefined, uri };
}

const longestSocketPath = 108;

function parseInet6(text: string, { listen, uri: mayHaveUri }: UrlOptions): NginxUrl | string {
  const close = text.indexOf(']');
  if (close === -1) return 'an IPv6 address is written `[address]:port`';
  const slash = text.indexOf('/', close);
  const end = slash === -1 ? text.length : slash;
  if (slash !== -1 && (listen === true || mayHaveUri !== true)) return 'no path may follow';
  const host = text.slice(1, close);
  let ports: Ports | string = {};
  if (close + 1 < end) {
    if (text[close + 1] !== ':') return 'an IPv6 address is written `[address]:port`';
    ports = readPorts(text.slice(close + 2, end), listen === true);
    if (typeof ports === 'string') return ports;
  }
  if (!isIpv6(host)) return `"${host}" is no IPv6 address`;
  return { kind: 'inet6', host, port: ports.port, lastPort: ports.lastPort, uri: text.slice(end) };
}

function parseInet(text: string, { listen, uri: mayHaveUri }: UrlOptions): NginxUrl | string {
  const start = text.search(/[/?]/);
  if (start !== -1 && (listen === true || mayHaveUri !== true)) return 'no path may follow';
  const end = start === -1 ? text.length : start;
  const uri = text.slice(end);
  const colon = text.slice(0, end).indexOf(':');
  if (colon === -1) {
    if (listen === true && /^\d+(?:-\d+)?$/.test(text)) {
      const ports = readPorts(text, true);
      return typeof ports === 'string'
        ? ports
        : { kind: 'inet', host: '*', port: ports.port, lastPort: ports.lastPort, uri };
    }
    const host = text.slice(0, end);
    if (host === '') return 'the host is missing';
    return { kind: 'inet', host, port: undefined, lastPort: undefined, uri };
  }
  const ports = readPorts(text.slice(colon + 1, end), listen === true);
  if (typeof ports === 'string') return ports;
  const host = text.slice(0, colon);
  if (host === '') return 'the host is missing before the port';
  return { kind: 'inet', host, port: ports.port, lastPort: ports.lastPort, uri };
}

interface Ports {
  readonly port?: number;
  readonly lastPort?: number;
}

function readPorts(text: string, range: boolean): Ports | string {
  const dash = range ? text.indexOf('-') : -1;
  const port = portNumber(dash === -1 ? text : text.slice(0, dash));
  const lastPort = dash === -1 ? port : portNumber(text.slice(dash + 1));
  if (port === undefined || lastPort === undefined)
    return `"${text}" is no port between 1 and 65535`;
  return lastPort < port ? `the range "${text}" ends before it begins` : { port, lastPort };
}
