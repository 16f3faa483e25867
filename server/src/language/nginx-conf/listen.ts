import { portNumber, splitHostPort } from './host-port.ts';

/** The first argument of `listen`, without its parameters. */
export type ListenAddress =
  | {
      readonly kind: 'tcp';
      /** `*` when the directive names a port only. IPv6 comes without brackets. */
      readonly host: string;
      readonly port: number;
      /** Last port of a range `80-90` (nginx 1.15.10 and later), else the port itself. */
      readonly lastPort: number;
    }
  | { readonly kind: 'unix'; readonly path: string }
  /** Filled in by a template engine; nginx itself expands no variable here. */
  | { readonly kind: 'template' }
  | { readonly kind: 'invalid'; readonly reason: string };

/** Without a port nginx listens on 80. */
export function parseListen(value: string): ListenAddress {
  if (/^unix:/i.test(value)) {
    const path = value.slice('unix:'.length).replace(/^\/{2,}/, '/');
    return path === '' ? invalid('`unix:` needs the path of a socket') : { kind: 'unix', path };
  }
  if (/\{\{|\{%|<%|\$\{/.test(value)) return { kind: 'template' };
  if (value === '') return invalid('the address is empty');
  if (/^\d+(?:-\d+)?$/.test(value)) return withPorts('*', value);
  const address = splitHostPort(value);
  if (address.kind === 'invalid') return address;
  const { host, port = '80' } = address;
  return host === '' ? invalid('the host is missing before the port') : withPorts(host, port);
}

function withPorts(host: string, text: string): ListenAddress {
  const [first = '', last = first, ...more] = text.split('-');
  const port = portNumber(first);
  const lastPort = portNumber(last);
  if (port === undefined || lastPort === undefined || lastPort < port || more.length > 0)
    return invalid(`"${text}" is no port between 1 and 65535`);
  return { kind: 'tcp', host, port, lastPort };
}

function invalid(reason: string): ListenAddress {
  return { kind: 'invalid', reason };
}
