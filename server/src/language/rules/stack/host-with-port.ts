import type { PassWire } from '../../stack/graph.ts';
import type { Route } from '../../stack/nginx-tree.ts';
import type { Around } from '../inputs.ts';
import { defineRule, type FileEdit } from '../rule.ts';
import { isOpen, isPlainKey, keyOnRoute, passesTo, shownPorts } from './asked-keys.ts';
import { insertStatement } from './nginx-edits.ts';

export const hostWithPort = defineRule({
  id: 'stack/host-with-port',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'The router is asked for the Host header, which comes with the port of nginx; the workers announce the bare name.',
    why: 'Without `UWSGI_FASTROUTER_KEY` the router looks for the Host header as the client sent it: `app.localhost:8080` for every port but 80 (443 with TLS). The router compares it byte by byte, closes the connection without a log line, and nginx answers 502.',
    fix: 'Add `uwsgi_param UWSGI_FASTROUTER_KEY $host;`: $host is the name without the port, in lower case.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Fastrouter.html',
  },
  check({ graph, around }, report) {
    for (const router of new Set(
      graph.subscriptions.flatMap(({ ends }) => ends.map((end) => end.path)),
    )) {
      const keys = graph.subscriptions
        .filter(({ ends }) => ends.some((end) => end.path === router))
        .map(({ subscription }) => subscription);
      if (isOpen(graph, around, router) || !keys.every(({ key }) => isPlainKey(key?.text)))
        continue;
      for (const wire of passesTo(graph, new Set([router]))) {
        for (const route of wire.routes) {
          const parameter = keyOnRoute(graph, around, route);
          const asHeader =
            parameter.kind === 'header' ||
            (parameter.kind === 'parameter' && parameter.value.text === '$http_host');
          const server = route.server?.server;
          const [port] = shownPorts(server);
          // With a listen on the default port, too, some requests come without one.
          if (
            !asHeader ||
            port === undefined ||
            shownPorts(server).length < (server?.listens.length ?? 0)
          )
            continue;
          const bare = keys.find(({ key }) => !/:\d+$/.test(key?.text ?? ''));
          const ported = keys.some(({ key }) => key?.text.endsWith(`:${port}`));
          if (bare?.key === undefined || ported) continue;
          const place =
            parameter.kind === 'parameter'
              ? { path: parameter.path, span: parameter.value.span }
              : { path: wire.path, span: wire.pass.span };
          const { text, span } = bare.key;
          report({
            ...place,
            message: `The router is asked for the Host header, here "${text}:${port}", but ${keys.length === 1 ? 'the worker announces' : 'workers announce'} "${text}": each request ends as 502`,
            related: [{ path: bare.path, span, message: `Announces "${text}"` }],
            fixes: [
              ...(parameter.kind === 'parameter'
                ? [
                    {
                      title: 'Ask for `$host`, without the port',
                      preferred: true,
                      edits: [{ ...place, newText: '$host' }],
                    },
                  ]
                : addKey(around, wire, route)),
              {
                title: `Announce "${text}:${port}"`,
                edits: [{ path: bare.path, span, newText: `${text}:${port}` }],
              },
            ],
          });
        }
      }
    }
  },
});

/** Beside the parameters that count: one more in a block further inside would discard them all. */
function addKey(around: Around, { path, pass }: PassWire, { levels }: Route) {
  const line = 'uwsgi_param UWSGI_FASTROUTER_KEY $host;';
  const at = levels.find(
    ({ level }) =>
      level.settings.some(({ name }) => name === 'uwsgi_param') ||
      level.includes.some(({ pattern }) => pattern.includes('uwsgi')),
  );
  const first =
    at?.level.settings.find(({ name }) => name === 'uwsgi_param')?.span ??
    at?.level.includes.find(({ pattern }) => pattern.includes('uwsgi'))?.statement;
  const edit: FileEdit | undefined =
    at === undefined || first === undefined || at.level === pass.level
      ? insertStatement(around, path, pass.statement, line)
      : insertStatement(around, at.path, first, line);
  return edit === undefined
    ? []
    : [{ title: 'Add `uwsgi_param UWSGI_FASTROUTER_KEY $host;`', edits: [edit], preferred: true }];
}
