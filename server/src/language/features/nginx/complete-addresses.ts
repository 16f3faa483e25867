import { formatEndpoint } from '../../stack/endpoint.ts';
import type { SocketEnd } from '../../stack/graph.ts';
import { isNear } from '../../stack/near.ts';
import { basename } from '../../text/path.ts';
import type { CompletionItem } from '../feature.ts';
import type { CompletionRequest } from './completion-request.ts';
import { declared } from '../../stack/nginx-configuration.ts';
import { nameItem, uniqueNames } from './complete-names.ts';

/** Where `*_pass` and the servers of an upstream can lead: to the upstreams and to the sockets of the stack. */
export function completeAddresses(request: CompletionRequest): readonly CompletionItem[] {
  const { directive, index, place } = request;
  if (index !== 0) return [];
  const protocol = /^(uwsgi|proxy|fastcgi|scgi|grpc|memcached|tunnel)_pass$/.exec(directive)?.[1];
  if (protocol !== undefined) {
    const scheme = protocol === 'proxy' && request.scope === 'http' ? 'http://' : '';
    const upstreams = uniqueNames(declared(request.view, 'upstream', request.scope)).map((one) =>
      nameItem(request, one, scheme),
    );
    if (protocol === 'uwsgi') return [...sockets(request, 'uwsgi', ''), ...upstreams];
    if (protocol === 'proxy') return [...upstreams, ...sockets(request, 'http', scheme)];
    return upstreams;
  }
  if (directive === 'server' && place.contexts.some((one) => one.includes('upstream')))
    return sockets(request, 'uwsgi', '');
  return directive === 'listen' ? listens(request) : [];
}

/** Sockets of the workspace that speak the protocol; a FastRouter's front before a worker's own, near ones first. */
function sockets(
  { view, replace }: CompletionRequest,
  protocol: 'uwsgi' | 'http',
  scheme: string,
): readonly CompletionItem[] {
  const { files } = view.around.graph;
  const ends = [...files.values()].flatMap(
    ({ path, uwsgi }): (SocketEnd & { front: boolean })[] => [
      ...(protocol === 'uwsgi' ? (uwsgi?.fronts ?? []) : []).map((socket) => ({
        path,
        socket,
        front: true,
      })),
      ...(uwsgi?.sockets ?? [])
        .filter((socket) => socket.protocol === protocol)
        .map((socket) => ({ path, socket, front: false })),
    ],
  );
  const items = new Map<string, CompletionItem>();
  for (const { path, socket, front } of ends) {
    const { endpoint, auto, option } = socket;
    if (endpoint === undefined || auto) continue;
    const reachable =
      endpoint.kind === 'tcp' && /^(?:0\.0\.0\.0|\*|)$/.test(endpoint.host)
        ? { ...endpoint, host: '127.0.0.1' }
        : endpoint;
    const address =
      reachable.kind === 'unix' ? `unix:${reachable.path}` : formatEndpoint(reachable);
    const text =
      reachable.kind === 'unix' && scheme !== '' ? `${scheme}${address}:` : scheme + address;
    if (items.has(text)) continue;
    items.set(text, {
      label: text,
      kind: 'reference',
      replace,
      insert: text,
      detail: `${front ? 'FastRouter' : option} of ${basename(path)}`,
      sort: `0${isNear(view.path, path) ? '' : '1'}${front ? '0' : '1'}`,
    });
  }
  return [...items.values()];
}

function listens({ replace, scope }: CompletionRequest): readonly CompletionItem[] {
  const forms: readonly (readonly [string, string])[] =
    scope === 'stream'
      ? [
          ['12345', 'all IPv4 addresses'],
          ['127.0.0.1:12345', 'this machine only'],
        ]
      : [
          ['80', 'all IPv4 addresses'],
          ['[::]:80', 'all IPv6 addresses'],
          ['443 ssl', 'TLS on all IPv4 addresses'],
          ['[::]:443 ssl', 'TLS on all IPv6 addresses'],
          ['127.0.0.1:8080', 'this machine only'],
          ['unix:/run/nginx.sock', 'a unix socket'],
        ];
  return forms.map(([insert, detail], at) => ({
    label: insert,
    kind: 'value',
    replace,
    insert,
    detail,
    sort: `0${at}`,
  }));
}
