import type {
  Claim,
  EnvironmentChange,
  LaunchStep,
  Probe,
  RestartPolicy,
  SocketAddress,
  StopStage,
} from '../../../../../shared/launch-plan.ts';
import type { PlanParams } from '../../../../../shared/messages.ts';
import { dirname } from '../../text/path.ts';
import type { SocketFacts, UwsgiFacts } from '../facts.ts';
import type { StackGraph } from '../graph.ts';
import { failurePatterns } from './failure-patterns.ts';
import type { PlaceOf } from './place.ts';

export interface PlannedRouter {
  readonly step: LaunchStep;
  readonly path: string;
  readonly stats: SocketAddress;
}

/** Leftover `UWSGI_*` variables would become options of uWSGI. */
export const cleanEnvironment: EnvironmentChange = { set: {}, unsetPrefixes: ['UWSGI_'] };

export const restartOnFailure: RestartPolicy = {
  kind: 'on-failure',
  limit: 5,
  windowMs: 60_000,
  firstDelayMs: 500,
  maxDelayMs: 10_000,
};

/**
 * SIGINT stops uWSGI in every version and setting (SIGTERM means reload unless `die-on-term`), after it has left its
 * router. While an app is being imported SIGINT is only a KeyboardInterrupt to Python, hence the second one.
 */
const stopUwsgi: readonly StopStage[] = [
  { signal: 'SIGINT', to: 'process', graceMs: 2500 },
  { signal: 'SIGINT', to: 'process', graceMs: 2500 },
  { signal: 'SIGKILL', to: 'group', graceMs: 2000 },
];

export function routerStep(
  path: string,
  at: number,
  graph: StackGraph,
  params: PlanParams,
  place: PlaceOf,
): PlannedRouter {
  const facts = graph.files.get(path)?.uwsgi;
  const id = at === 0 ? 'router' : `router-${String(at + 1)}`;
  const stats = addressOf(facts?.routerStats) ?? {
    kind: 'unix',
    path: `${params.runDirectory}/${id}.sock`,
  };
  const worker = facts?.worker === true;
  const workerStats: SocketAddress = {
    kind: 'unix',
    path: `${params.runDirectory}/${id}-worker.sock`,
  };
  const ready: Probe[] = [{ kind: 'router-stats', stats }];
  if (worker)
    ready.push(
      { kind: 'app-loaded', stats: addressOf(facts.stats) ?? workerStats },
      ...subscribed(facts, graph, path, [{ path, stats }], addressOf(facts.stats) ?? workerStats),
    );
  const step = uwsgiStep(path, facts, params, place, {
    id,
    roles: worker ? ['router', 'worker'] : ['router'],
    title: at === 0 ? 'router' : `router ${String(at + 1)}`,
    argv: [
      ...(facts?.routerStats === undefined ? statsOption('fastrouter-stats', stats) : []),
      ...(worker && facts.stats === undefined ? statsOption('stats', workerStats) : []),
    ],
    after: [],
    ready,
    instance: undefined,
  });
  return { step, path, stats };
}

export interface WorkerPlace {
  readonly template: string;
  readonly number: number;
  /** Over all templates of the stack, from 1. */
  readonly ordinal: number;
  /** Whether the stack has one worker file only, so that its name need not be shown. */
  readonly only: boolean;
  readonly graph: StackGraph;
  readonly params: PlanParams;
  readonly place: PlaceOf;
  readonly routers: readonly PlannedRouter[];
}

export function workerStep(
  path: string,
  { template, number, only, graph, params, place, routers }: WorkerPlace,
): LaunchStep {
  const facts = graph.files.get(path)?.uwsgi;
  const id = `${only ? 'worker' : template}-${String(number)}`;
  const written = addressOf(facts?.stats);
  // Several workers cannot share the one address of the file: all but the first get their own.
  const own = written === undefined || number > 1;
  const stats: SocketAddress = own
    ? { kind: 'unix', path: `${params.runDirectory}/${id}.sock` }
    : written;
  return uwsgiStep(path, facts, params, place, {
    id,
    roles: ['worker'],
    title: `${only ? 'worker' : template} ${String(number)}`,
    argv: own ? statsOption('stats', stats) : [],
    after: routers.map(({ step }) => step.id),
    ready: [{ kind: 'app-loaded', stats }, ...subscribed(facts, graph, path, routers, stats)],
    instance: { template, number },
  });
}

type Differing = Pick<LaunchStep, 'id' | 'roles' | 'title' | 'after' | 'ready' | 'instance'> & {
  readonly argv: readonly string[];
};

function uwsgiStep(
  path: string,
  facts: UwsgiFacts | undefined,
  params: PlanParams,
  place: PlaceOf,
  own: Differing,
): LaunchStep {
  return {
    ...own,
    where: { kind: 'local' },
    argv: [params.programs.uwsgi, '--ini', path, ...own.argv],
    // Relative paths of a uWSGI file count from where it is started; people start it beside the file.
    cwd: dirname(path),
    env: cleanEnvironment,
    source: place(path, facts?.span.start ?? 0),
    check: undefined,
    claims: facts === undefined ? [] : claims(facts, place),
    stop: stopUwsgi,
    restart: restartOnFailure,
    follow: [],
    pathMap: [],
    places: optionPlaces(facts, place),
    failures: failurePatterns(own.roles[0] ?? 'worker'),
  };
}

function optionPlaces(facts: UwsgiFacts | undefined, place: PlaceOf): LaunchStep['places'] {
  const lines = [...(facts?.optionLines.values() ?? [])];
  return Object.fromEntries(lines.map(({ text, path, span }) => [text, place(path, span.start)]));
}

/** As a `--set`: a plugin's own option would be unknown to the command line when the plugin has not been loaded. */
function statsOption(name: string, address: SocketAddress): readonly string[] {
  return [
    '--set',
    `${name}=${address.kind === 'unix' ? address.path : `${address.host}:${String(address.port)}`}`,
  ];
}

function subscribed(
  facts: UwsgiFacts | undefined,
  graph: StackGraph,
  path: string,
  routers: readonly Pick<PlannedRouter, 'path' | 'stats'>[],
  workerStats: SocketAddress,
): readonly Probe[] {
  return graph.subscriptions
    .filter((wire) => wire.path === path && facts !== undefined)
    .flatMap(({ subscription, ends }) =>
      routers
        .filter((router) => ends.some((end) => end.path === router.path))
        .flatMap(({ stats }) =>
          subscription.key === undefined
            ? []
            : [
                {
                  kind: 'subscribed' as const,
                  routerStats: stats,
                  workerStats,
                  key: subscription.key.text,
                },
              ],
        ),
    );
}

function claims(facts: UwsgiFacts, place: PlaceOf): readonly Claim[] {
  const claim = (socket: SocketFacts, transport: Claim['transport']): Claim[] => {
    const address = addressOf(socket);
    return address === undefined
      ? []
      : [
          {
            address,
            transport,
            source: place(socket.path, socket.span.start),
            label: `${socket.option} ${socket.text}`,
          },
        ];
  };
  return [
    ...facts.fronts.flatMap((socket) => claim(socket, 'stream')),
    ...facts.subscriptionServers.flatMap((socket) => claim(socket, 'datagram')),
    ...facts.sockets.flatMap((socket) => claim(socket, 'stream')),
  ];
}

function addressOf(socket: SocketFacts | undefined): SocketAddress | undefined {
  const endpoint = socket?.endpoint;
  if (endpoint?.kind !== 'tcp') return endpoint;
  return endpoint.host === '' ? { ...endpoint, host: '0.0.0.0' } : endpoint;
}
