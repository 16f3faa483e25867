import type { PassFacts } from '../../stack/facts.ts';
import type { StackGraph } from '../../stack/graph.ts';
import { closest } from '../../text/closest.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { Around } from '../inputs.ts';
import { defineRule } from '../rule.ts';

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
  check({ graph, around }, report) {
    const known = new Map<string, ReadonlyMap<string, AskedAt> | undefined>();
    for (const { subscription, ends } of graph.subscriptions) {
      const { key, path } = subscription;
      if (key === undefined || !/^[\w-][\w.:-]*$/.test(key.text)) continue;
      const routers = new Set(ends.map((end) => end.path));
      const id = [...routers].join('\n');
      if (!known.has(id)) {
        const open = [...routers].some((router) => isOpen(graph, around, router));
        known.set(id, open ? undefined : askedKeys(graph, routers));
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
        related: first === undefined ? [] : [{ ...first[1], message: `Asks for "${first[0]}"` }],
        fixes: only.map((name, index) => ({
          title: `Announce the key "${name}"`,
          edits: [{ path, span: key.span, newText: name }],
          preferred: index === 0,
        })),
      });
    }
  },
});

/** Whether the router finds workers in other ways than by the very key. */
function isOpen(graph: StackGraph, around: Around, router: string): boolean {
  if (graph.files.get(router)?.uwsgi?.otherMapper === true) return true;
  const config = around.effective(router);
  if (config?.complete !== true) return true;
  return (
    lastOption(config, 'subscription-dotsplit', 'fastrouter-subscription-fallback-key') !==
    undefined
  );
}

interface AskedAt {
  readonly path: string;
  readonly span: PassFacts['span'];
}

/** Keys that nginx asks these routers for; undefined when it may ask for any. */
function askedKeys(
  graph: StackGraph,
  routers: ReadonlySet<string>,
): ReadonlyMap<string, AskedAt> | undefined {
  const asked = new Map<string, AskedAt>();
  for (const { path, pass, targets } of graph.passes) {
    const here = targets.some(({ ends }) =>
      ends.some((end) => routers.has(end.path) && end.socket.option === 'fastrouter'),
    );
    if (!here) continue;
    const keys = keysOf(graph, path, pass);
    if (keys === undefined) return undefined;
    for (const { text, span } of keys) if (!asked.has(text)) asked.set(text, { path, span });
  }
  return asked;
}

function keysOf(
  graph: StackGraph,
  path: string,
  pass: PassFacts,
): readonly { readonly text: string; readonly span: PassFacts['span'] }[] | undefined {
  const written = pass.key;
  if (written !== undefined && !written.text.includes('$')) return [written];
  const known = ['$host', '$http_host', '$server_name'].includes(written?.text ?? '$host');
  if (!known || pass.server === undefined) return undefined;
  const server = graph.files.get(path)?.nginx?.servers[pass.server];
  const names = server?.names ?? [];
  if (names.length === 0 || !names.every(({ text }) => isPlain(text))) return undefined;
  if (written?.text === '$server_name') return names.slice(0, 1);
  const lower = names.map(({ text, span }) => ({ text: text.toLowerCase(), span }));
  if (written?.text === '$host') return lower;
  // The Host header may come with the port.
  const ports = (server?.listens ?? []).flatMap(({ endpoint }) =>
    endpoint?.kind === 'tcp' ? [endpoint.port] : [],
  );
  return [
    ...names,
    ...lower,
    ...names.flatMap(({ text, span }) => ports.map((port) => ({ text: `${text}:${port}`, span }))),
  ];
}

/** No wildcard, no regular expression, no name that stands for all. */
function isPlain(name: string): boolean {
  return /^[A-Za-z0-9][\w.-]*$/.test(name);
}
