import { formatEndpoint } from '../../stack/endpoint.ts';
import { otherEnds, type PassWire, type SocketEnd, type WireTarget } from '../../stack/graph.ts';
import { settingsOn } from '../../stack/nginx-tree.ts';
import { endsAt } from '../../stack/targets.ts';
import { basename } from '../../text/path.ts';
import type { Around, StackView } from '../inputs.ts';
import { defineRule, type Fix } from '../rule.ts';
import { describeEnd } from './describe-end.ts';
import { entryAt } from './ini-edits.ts';
import { insertStatement } from './nginx-edits.ts';

export const passProtocol = defineRule({
  id: 'stack/pass-protocol',
  scope: 'stack',
  level: 'error',
  docs: {
    what: 'nginx speaks one protocol, and the socket that it passes to another one.',
    why: '`uwsgi_pass` speaks the uwsgi protocol, `proxy_pass` HTTP. A uwsgi `socket` takes the letters of an HTTP request for a length and drops it ("invalid request block size: 21573"); a FastRouter waits for more and says nothing. The client gets a 502 or 504.',
    fix: 'Use `uwsgi_pass` for `socket` and `fastrouter`, `proxy_pass http://…` for `http-socket` and `http`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Protocol.html',
  },
  check({ graph, around }, report) {
    const others = otherEnds(graph.files);
    for (const wire of graph.passes) {
      for (const target of wire.targets) {
        const [speaking] = target.ends;
        if (speaking !== undefined) {
          if (wire.pass.ssl) report(encrypted(wire, target, speaking));
          continue;
        }
        const [end] = endsAt(target.endpoint, others, wire.path);
        if (end === undefined || !(end.socket.option in words)) continue;
        if (wire.pass.ssl && end.socket.option === 'suwsgi-socket') continue;
        const { option } = end.socket;
        report({
          path: target.path,
          span: target.span,
          message: `${basename(end.path)} speaks ${words[option] ?? ''} at ${formatEndpoint(target.endpoint)} (\`${option}\`), uwsgi_pass the uwsgi protocol: each request ends as 502`,
          related: [describeEnd(end)],
          fixes: [...asSocket(around, end, 'socket'), ...asProxy(wire, target, end)],
        });
      }
    }
    for (const wire of graph.proxies) {
      for (const target of wire.targets) {
        const [end] = target.ends;
        if (end === undefined) continue;
        const front = end.socket.option.startsWith('fastrouter');
        const outcome = front
          ? 'the router waits for more, and nginx answers 504'
          : 'nginx answers 502';
        report({
          path: target.path,
          span: target.span,
          message: `${basename(end.path)} speaks the uwsgi protocol at ${formatEndpoint(target.endpoint)} (\`${end.socket.option}\`), proxy_pass HTTP: ${outcome}`,
          related: [describeEnd(end)],
          fixes: [
            ...asUwsgi({ graph, around }, wire, target, front),
            ...(front ? [] : asSocket(around, end, 'http-socket')),
          ],
        });
      }
    }
  },
});

/** What the sockets and routers speak that uwsgi_pass does not. */
const words: Readonly<Record<string, string>> = {
  'http-socket': 'HTTP',
  'http-socket-modifier1': 'HTTP',
  http: 'HTTP',
  httprouter: 'HTTP',
  'http-router': 'HTTP',
  'https-socket': 'HTTPS',
  https: 'HTTPS',
  'fastcgi-socket': 'FastCGI',
  'fastcgi-nph-socket': 'FastCGI',
  'scgi-socket': 'SCGI',
  'scgi-nph-socket': 'SCGI',
  'suwsgi-socket': 'the uwsgi protocol through TLS',
};

function encrypted({ pass, path }: PassWire, target: WireTarget, end: SocketEnd) {
  const newText = pass.text.replace(/^suwsgi:\/\//i, '');
  return {
    path: target.path,
    span: target.span,
    message: `\`suwsgi://\` speaks TLS, but \`${end.socket.option}\` of ${basename(end.path)} does not: no request arrives`,
    related: [describeEnd(end)],
    fixes: [
      {
        title: 'Pass without TLS',
        edits: [{ path, span: pass.span, newText }],
        preferred: true,
      },
    ],
  };
}

/** The option of the socket by another name. */
function asSocket(around: Around, { path, socket }: SocketEnd, name: string): readonly Fix[] {
  const entry = entryAt(around, socket);
  if (entry?.key !== socket.option || !/^(?:http|fastcgi|scgi|uwsgi)?-?socket$/.test(entry.key))
    return [];
  const edit = { path: socket.path, span: entry.keySpan, newText: name };
  const preferred = name === 'socket';
  return [{ title: `Change to \`${name}\` in ${basename(path)}`, edits: [edit], preferred }];
}

function asProxy(
  { path, pass }: PassWire,
  target: WireTarget,
  { socket }: SocketEnd,
): readonly Fix[] {
  if (words[socket.option] !== 'HTTP' || target.span.start !== pass.span.start) return [];
  const newText = `proxy_pass http://${pass.text.replace(/^uwsgi:\/\//i, '')}`;
  const span = { start: pass.statement.start, end: pass.span.end };
  return [{ title: 'Change to `proxy_pass http://…`', edits: [{ path, span, newText }] }];
}

/** `uwsgi_pass` with the parameters that an application needs. */
function asUwsgi(
  { graph, around }: StackView,
  wire: PassWire,
  target: WireTarget,
  front: boolean,
): readonly Fix[] {
  const { path, pass } = wire;
  // With a URI behind the address proxy_pass changes the path, which uwsgi_pass cannot.
  const address = /^https?:\/\/(unix:[^:]+|[^/]+)$/i.exec(pass.text)?.[1];
  if (target.span.start !== pass.span.start || address === undefined) return [];
  const [route] = wire.routes;
  const parameters = route && settingsOn(graph.files, graph.nginx, route, 'uwsgi_param');
  const none = parameters?.found.length === 0 && parameters.missing.length === 0;
  const key = front ? ['uwsgi_param UWSGI_FASTROUTER_KEY $host;'] : [];
  const lines = none ? ['include uwsgi_params;', ...key] : [];
  const before = lines.map(
    (line) => insertStatement(around, path, pass.statement, line)?.newText ?? '',
  );
  const edit = {
    path,
    span: { start: pass.statement.start, end: pass.span.end },
    newText: `${before.join('')}uwsgi_pass ${address}`,
  };
  return [{ title: 'Change to `uwsgi_pass`', edits: [edit], preferred: true }];
}
