import type { ConfigEntry, UwsgiRoles } from './config.ts';

/**
 * A router listens for requests or for subscriptions; a worker has a socket, an app or announces itself. An entry
 * that is known to be empty or off counts all the same: it shows what the file is meant to be.
 */
export function rolesOf(entries: readonly ConfigEntry[]): UwsgiRoles {
  let router = false;
  let worker = false;
  for (const { option } of entries) {
    if (option === undefined) continue;
    if (routerOptions.has(option.name)) router = true;
    if (option.handler === 'add_socket' || option.handler === 'add_ssl_socket') worker = true;
    if (workerOptions.has(option.name)) worker = true;
  }
  return { router, worker };
}

const routerOptions: ReadonlySet<string> = new Set([
  'fastrouter',
  'fastrouter-subscription-server',
]);

const workerOptions: ReadonlySet<string> = new Set([
  ...['subscribe2', 'subscribe', 'subscribe-to', 'st'],
  ...['wsgi', 'module', 'wsgi-file', 'file', 'mount', 'eval', 'paste', 'ini-paste', 'psgi', 'rack'],
  ...['php-app', 'cgi', 'jwsgi', 'lua', 'asgi', 'django', 'pyrun'],
]);
