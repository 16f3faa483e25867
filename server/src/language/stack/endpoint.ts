/** An address that the wires between the files are compared by. */
export type Endpoint =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

/** How the address is written in a configuration. */
export function formatEndpoint(endpoint: Endpoint): string {
  if (endpoint.kind === 'unix') return endpoint.path;
  const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  return `${host}:${String(endpoint.port)}`;
}

/** Whether someone who connects to `target` reaches a socket that is bound to `bound`. */
export function reaches(target: Endpoint, bound: Endpoint): boolean {
  if (target.kind === 'unix' || bound.kind === 'unix')
    return target.kind === 'unix' && bound.kind === 'unix' && target.path === bound.path;
  if (target.port !== bound.port) return false;
  const to = canonicalHost(target.host);
  const at = canonicalHost(bound.host);
  return to === at || at === '' || (to === '' && isLoopback(at));
}

/** Whether the address is on this machine for sure, so that the other end should be among the files. */
export function isLocal(endpoint: Endpoint): boolean {
  return endpoint.kind === 'unix' || isLoopback(canonicalHost(endpoint.host));
}

export function isWildcardHost(host: string): boolean {
  return canonicalHost(host) === '';
}

/** '' stands for every address of the machine. */
function canonicalHost(host: string): string {
  if (host === '0.0.0.0' || host === '*' || host === '::' || host === '[::]') return '';
  if (host === 'localhost') return '127.0.0.1';
  return host.replace(/^\[|\]$/g, '');
}

function isLoopback(host: string): boolean {
  return host === '' || host === '::1' || host.startsWith('127.');
}
