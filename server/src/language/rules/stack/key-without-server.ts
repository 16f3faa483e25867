import { closest } from '../../text/closest.ts';
import type { StackView } from '../inputs.ts';
import { defineRule, type RelatedPlace } from '../rule.ts';
import { type AskedKey, askedKeys, isOpen, isPlainKey, passesTo } from './asked-keys.ts';

export const keyWithoutServer = defineRule({
  id: 'stack/key-without-server',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'A worker announces a key that no server of nginx asks its router for.',
    why: 'The router compares the key byte by byte, with its case, with `UWSGI_FASTROUTER_KEY` or else the Host header. For an unknown key it closes the connection without a log line: nginx answers 502.',
    fix: 'Announce the `server_name`, or set `uwsgi_param UWSGI_FASTROUTER_KEY` to the key.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Fastrouter.html',
  },
  check(view, report) {
    const { graph, around } = view;
    const known = new Map<string, ReadonlyMap<string, AskedKey> | undefined>();
    for (const { subscription, ends } of graph.subscriptions) {
      const { key, path } = subscription;
      if (key === undefined || !isPlainKey(key.text)) continue;
      const routers = new Set(ends.map((end) => end.path));
      const id = [...routers].join('\n');
      if (!known.has(id)) {
        const open = [...routers].some((router) => isOpen(graph, around, router));
        known.set(id, open ? undefined : askedOf(view, routers));
      }
      const asked = known.get(id);
      if (asked === undefined || asked.size === 0 || asked.has(key.text)) continue;
      const same = [...asked.keys()].find((name) => name.toLowerCase() === key.text.toLowerCase());
      const names = same === undefined ? closest(key.text, asked.keys()) : [same];
      const only = asked.size === 1 && names.length === 0 ? [...asked.keys()] : names;
      const [first] = asked;
      const list = [...asked.keys()].slice(0, 5).map((name) => `"${name}"`);
      const message =
        same === undefined
          ? `No server of nginx asks for the key "${key.text}", only for ${list.join(', ')}: this worker gets no requests`
          : `nginx asks for the key "${same}": the router compares with the case, so this worker gets no requests`;
      report({
        path,
        span: key.span,
        message,
        related: first === undefined ? [] : [askedAt(first[1])],
        fixes: only.map((name, index) => ({
          title: `Announce the key "${name}"`,
          edits: [{ path, span: key.span, newText: name }],
          preferred: index === 0,
        })),
      });
    }
  },
});

/** Keys that nginx asks these routers for; undefined when it may ask for any. */
function askedOf(
  view: StackView,
  routers: ReadonlySet<string>,
): ReadonlyMap<string, AskedKey> | undefined {
  const asked = new Map<string, AskedKey>();
  for (const { routes } of passesTo(view.graph, routers)) {
    for (const route of routes) {
      const keys = askedKeys(view, route);
      if (keys === undefined) return undefined;
      for (const key of keys) if (!asked.has(key.text)) asked.set(key.text, key);
    }
  }
  return asked;
}

function askedAt({ path, span, text }: AskedKey): RelatedPlace {
  return { path, span, message: `Asks for "${text}"` };
}
