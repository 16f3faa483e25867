import { formatEndpoint } from '../../stack/endpoint.ts';
import {
  isDangling,
  mayBeAnywhere,
  nearestEnd,
  otherEnds,
  passEnds,
  type SocketEnd,
  subscriptionEnds,
  type WireTarget,
} from '../../stack/graph.ts';
import { isNear } from '../../stack/near.ts';
import { endsAt } from '../../stack/targets.ts';
import { basename } from '../../text/path.ts';
import { defineRule, type Fix } from '../rule.ts';
import { describeEnd } from './describe-end.ts';

export const noDanglingPass = defineRule({
  id: 'stack/no-dangling-pass',
  scope: 'stack',
  level: 'error',
  docs: {
    what: 'A `uwsgi_pass` leads to an address of this machine where no uWSGI file of the workspace listens.',
    why: 'nginx accepts any address; each request then ends as 502 with "connect() failed (111: Connection refused)" in the error log.',
    fix: 'Use the address of the router’s `shared-socket` or `fastrouter`, or of a worker’s `socket`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_uwsgi_module.html#uwsgi_pass',
  },
  check({ graph }, report) {
    const candidates = passEnds(graph.files);
    if (candidates.length === 0) return; // nothing of uWSGI is here to compare with
    const others = otherEnds(graph.files);
    for (const { path, pass, targets } of graph.passes) {
      for (const target of targets) {
        if (!isDangling(target) || mayBeAnywhere(path, candidates)) continue;
        const [other] = endsAt(target.endpoint, others, path);
        // What speaks another protocol there is stack/pass-protocol's to tell.
        if (other !== undefined && !isStats(other)) continue;
        const nearest = nearestEnd(target.path, target.endpoint, candidates);
        const [subscription] = endsAt(target.endpoint, subscriptionEnds(graph.files), path);
        const written = formatEndpoint(target.endpoint);
        const related = nearest && describeEnd(nearest);
        report({
          path: target.path,
          span: target.span,
          level: nearest !== undefined && isNear(target.path, nearest.path) ? 'error' : 'warning',
          message: messageFor(written, nearest, other, subscription),
          related: related === undefined ? [] : [related],
          fixes: nearest === undefined ? [] : fixes(target, pass.text, nearest),
        });
      }
    }
  },
});

function messageFor(
  written: string,
  nearest: SocketEnd | undefined,
  stats: SocketEnd | undefined,
  subscription: SocketEnd | undefined,
): string {
  if (stats !== undefined)
    return `${written} is the stats server of ${basename(stats.path)}; requests must go elsewhere.`;
  if (subscription !== undefined)
    return `${written} takes subscriptions only (${basename(subscription.path)}); requests must go to the router's front.`;
  const there = nearest?.socket.endpoint;
  const family =
    there?.kind === 'tcp' && written === formatEndpoint({ ...there, host: '::1' })
      ? ` ${basename(nearest?.path ?? '')} has this port of IPv4 only.`
      : '';
  return `Nothing listens at ${written}: no router and no worker socket has this address.${family}`;
}

function isStats({ socket }: SocketEnd): boolean {
  return /(?:^|-)(?:stats|ss)(?:-server)?$/.test(socket.option);
}

function fixes(target: WireTarget, written: string, nearest: SocketEnd): readonly Fix[] {
  const { endpoint } = nearest.socket;
  if (endpoint === undefined || !target.whole) return [];
  const there = formatEndpoint(endpoint);
  const scheme = /^s?uwsgi:\/\//i.exec(written)?.[0] ?? '';
  const asPass = endpoint.kind === 'unix' ? `unix:${there}` : there;
  const here: Fix = {
    title: `Pass to ${there} (${basename(nearest.path)})`,
    preferred: true,
    edits: [{ path: target.path, span: target.span, newText: scheme + asPass }],
  };
  // A port can become another port at the far end; a socket file may have an owner and a mode there.
  if (endpoint.kind !== 'tcp' || target.endpoint.kind !== 'tcp') return [here];
  const newText = formatEndpoint(target.endpoint);
  return [
    here,
    {
      title: `Let ${basename(nearest.path)} listen at ${newText}`,
      edits: [{ path: nearest.socket.path, span: nearest.socket.span, newText }],
    },
  ];
}
