import type { Claim, LaunchStep } from '../../../../../shared/launch-plan.ts';
import type { PlanParams } from '../../../../../shared/messages.ts';
import { dirname } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import { type Endpoint, formatEndpoint } from '../endpoint.ts';
import type { StackGraph } from '../graph.ts';
import { failurePatterns } from './failure-patterns.ts';
import type { PlaceOf } from './place.ts';
import type { Shadow } from './shadow.ts';
import { defaultListen, type PortRules, shadowAddress } from './shadow-address.ts';
import { cleanEnvironment, restartOnFailure } from './uwsgi-steps.ts';

/** Of the whole configuration, or of the fragments that are run in one. */
export function nginxStep(
  paths: readonly string[],
  shadow: Shadow,
  graph: StackGraph,
  params: PlanParams,
  place: PlaceOf,
  after: readonly string[],
): LaunchStep {
  const command = [
    params.programs.nginx,
    '-p',
    `${params.runDirectory}/`,
    '-c',
    shadow.conf,
    '-e',
    'stderr',
  ] as const;
  const files = paths.flatMap((path) => graph.includes.get(path) ?? [path]);
  const [path = ''] = paths;
  const claims = listenClaims(files, graph, params, place);
  return {
    id: 'nginx',
    roles: ['nginx'],
    title: 'nginx',
    where: { kind: 'local' },
    argv: [...command],
    cwd: dirname(path),
    env: cleanEnvironment,
    source: place(path, 0),
    inputs: files,
    reload: {
      signal: 'SIGHUP',
      // Told by the old worker as it closes its sockets: until then it, too, takes requests.
      done: 'gracefully shutting down',
      refused: String.raw`\[emerg\] `,
    },
    after,
    check: { argv: [...command, '-t', '-q'] },
    claims,
    ready: claims.slice(0, 1).map(({ address }) => ({ kind: 'accepts' as const, address })),
    // QUIT lets requests finish; nginx waits without limit, so TERM follows.
    stop: [
      { signal: 'SIGQUIT', to: 'process', graceMs: 1500 },
      { signal: 'SIGTERM', to: 'process', graceMs: 1500 },
      { signal: 'SIGKILL', to: 'group', graceMs: 2000 },
    ],
    graceful: undefined,
    restart: restartOnFailure,
    instance: undefined,
    follow: [{ path: shadow.accessLog, holds: 'requests' }],
    reopen: { signal: 'SIGUSR1', paths: [shadow.accessLog, shadow.requestLog] },
    requestFormats: shadow.requestFormats,
    pathMap: shadow.pathMap,
    places: placesOf(files, graph, place),
    failures: failurePatterns('nginx'),
  };
}

/** Addresses that requests are passed to, and names of servers: nginx tells both of a request that fails. */
function placesOf(
  files: readonly string[],
  graph: StackGraph,
  place: PlaceOf,
): LaunchStep['places'] {
  const passes = [...graph.passes, ...graph.proxies].filter(({ path }) => files.includes(path));
  return Object.fromEntries([
    ...passes.flatMap(({ targets }) =>
      targets.map(({ endpoint, path, span }) => [addressNamed(endpoint), place(path, span.start)]),
    ),
    ...files.flatMap((path) =>
      (graph.files.get(path)?.nginx?.servers ?? []).flatMap(({ names }) =>
        names.map(({ text, span }) => [`server ${text}`, place(path, span.start)]),
      ),
    ),
  ]) as LaunchStep['places'];
}

/** As nginx names it in a message: the name of the loopback is looked up by then. */
function addressNamed(endpoint: Endpoint): string {
  const looked = endpoint.kind === 'tcp' && endpoint.host === 'localhost';
  return formatEndpoint(looked ? { ...endpoint, host: '127.0.0.1' } : endpoint);
}

function listenClaims(
  files: readonly string[],
  graph: StackGraph,
  ports: PortRules,
  place: PlaceOf,
): readonly Claim[] {
  const seen = new Set<string>();
  const servers = files.flatMap((path) =>
    (graph.files.get(path)?.nginx?.servers ?? []).map(({ span, listens }) => ({
      ...{ path, span, listens },
    })),
  );
  // Locations alone are put into a server without a `listen`.
  const [path = ''] = files;
  const all = servers.length > 0 ? servers : [{ path, span: span(0, 0), listens: [] }];
  return all.flatMap((server): Claim[] => {
    const listens =
      server.listens.length > 0 ? server.listens : [{ span: server.span, endpoint: defaultListen }];
    return listens.flatMap(({ endpoint, span: at }) => {
      if (endpoint?.kind !== 'tcp') return [];
      const address = shadowAddress(endpoint, ports);
      const bound = formatEndpoint(address);
      if (seen.has(bound)) return []; // servers share an address by name
      seen.add(bound);
      const label = `listen ${formatEndpoint(endpoint)}`;
      const source = place(server.path, at.start);
      return [{ address, transport: 'stream' as const, source, label }];
    });
  });
}
