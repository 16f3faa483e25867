import { type Endpoint, isWildcardHost } from '../endpoint.ts';

export type TcpEndpoint = Extract<Endpoint, { kind: 'tcp' }>;

/** Where a server without `listen` listens here: nginx takes port 80 as root and 8000 otherwise, on every interface. */
export const defaultListen: TcpEndpoint = { kind: 'tcp', host: '127.0.0.1', port: 8000 };

/** Which ports nginx can have in this run. */
export interface PortRules {
  /** Whether it will run as root. */
  readonly root: boolean;
  /** Ports that others have, with those in their place. */
  readonly moved?: Readonly<Record<string, number>> | undefined;
}

/**
 * Where the shadow listens: the loopback in place of every interface, so that a development run is never open to the
 * network, and 8000 added to a port that only root may take.
 */
export function shadowAddress({ host, port }: TcpEndpoint, rules: PortRules): TcpEndpoint {
  const allowed = port < 1024 && !rules.root ? port + 8000 : port;
  return {
    kind: 'tcp',
    host: isWildcardHost(host) ? (host.includes(':') ? '::1' : '127.0.0.1') : host,
    port: rules.moved?.[String(allowed)] ?? allowed,
  };
}
