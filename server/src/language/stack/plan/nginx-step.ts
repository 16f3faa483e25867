import type { Claim, LaunchStep } from '../../../../../shared/launch-plan.ts';
import type { PlanParams } from '../../../../../shared/messages.ts';
import { dirname } from '../../text/path.ts';
import { type Endpoint, formatEndpoint } from '../endpoint.ts';
import type { StackGraph } from '../graph.ts';
import { failurePatterns } from './failure-patterns.ts';
import type { PlaceOf } from './place.ts';
import type { Shadow } from './shadow.ts';
import { defaultListen, shadowAddress } from './shadow-address.ts';
import { cleanEnvironment, restartOnFailure } from './uwsgi-steps.ts';

export function nginxStep(
  path: string,
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
  const claims = listenClaims(path, graph, params.root, place);
  return {
    id: 'nginx',
    roles: ['nginx'],
    title: 'nginx',
    where: { kind: 'local' },
    argv: [...command],
    cwd: dirname(path),
    env: cleanEnvironment,
    source: place(path, 0),
    inputs: graph.includes.get(path) ?? [path],
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
    follow: [shadow.accessLog],
    pathMap: shadow.pathMap,
    places: placesOf(path, graph, place),
    failures: failurePatterns('nginx'),
  };
}

/** Addresses that requests are passed to, and names of servers: nginx tells both of a request that fails. */
function placesOf(main: string, graph: StackGraph, place: PlaceOf): LaunchStep['places'] {
  const files = graph.includes.get(main) ?? [main];
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
  main: string,
  graph: StackGraph,
  root: boolean,
  place: PlaceOf,
): readonly Claim[] {
  const seen = new Set<string>();
  return (graph.includes.get(main) ?? [main]).flatMap((path) =>
    (graph.files.get(path)?.nginx?.servers ?? []).flatMap(({ span, listens }): Claim[] => {
      const all = listens.length > 0 ? listens : [{ span, endpoint: defaultListen }];
      return all.flatMap(({ endpoint, span: at }) => {
        if (endpoint?.kind !== 'tcp') return [];
        const address = shadowAddress(endpoint, root);
        const bound = formatEndpoint(address);
        if (seen.has(bound)) return []; // servers share an address by name
        seen.add(bound);
        const label = `listen ${formatEndpoint(endpoint)}`;
        return [{ address, transport: 'stream' as const, source: place(path, at.start), label }];
      });
    }),
  );
}
