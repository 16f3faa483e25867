import { formatEndpoint } from '../../stack/endpoint.ts';
import type { SocketEnd } from '../../stack/graph.ts';
import type { StackView } from '../inputs.ts';
import type { Fix } from '../rule.ts';
import { askedKeys, passesTo } from './asked-keys.ts';
import { insertBefore } from './ini-edits.ts';

/** Lets a worker announce itself to a router, with the keys that nginx asks that one for: a line above its socket. */
export function announceFix(
  view: StackView,
  socket: Parameters<typeof insertBefore>[1],
  router: SocketEnd,
): readonly Fix[] {
  const { endpoint } = router.socket;
  if (endpoint === undefined) return [];
  const server = formatEndpoint(endpoint);
  if (/[a-z]/i.test(server) && !server.startsWith('/')) return []; // a name, which is not looked up
  const keys = new Set<string>();
  for (const { routes } of passesTo(view.graph, new Set([router.path])))
    for (const route of routes) for (const { text } of askedKeys(view, route) ?? []) keys.add(text);
  const lines = [...keys].slice(0, 20).map((key) => `subscribe2 = server=${server},key=${key}`);
  const edit = lines.length === 0 ? undefined : insertBefore(view.around, socket, lines.join('\n'));
  if (edit === undefined) return [];
  const named = [...keys].slice(0, 3).map((key) => `"${key}"`);
  const title = `Announce ${named.join(', ')}${keys.size > 3 ? ', …' : ''}`;
  return [{ title, edits: [edit], preferred: keys.size === 1 }];
}
