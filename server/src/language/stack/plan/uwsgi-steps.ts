import type {
  Claim,
  EnvironmentChange,
  GracefulStop,
  LaunchStep,
  Probe,
  RestartPolicy,
  RouterSeat,
  SocketAddress,
  StopStage,
} from '../../../../../shared/launch-plan.ts';
import type { PlanParams } from '../../../../../shared/messages.ts';
import { dirname } from '../../text/path.ts';
import type { Endpoint } from '../endpoint.ts';
import type { SocketFacts, SubscriptionFacts, UwsgiFacts } from '../facts.ts';
import type { StackGraph } from '../graph.ts';
import { failurePatterns } from './failure-patterns.ts';
import type { PlaceOf } from './place.ts';

export interface PlannedRouter {
  readonly step: LaunchStep;
  readonly path: string;
  /** undefined where the file has no stats server and must not get one. */
  readonly stats: SocketAddress | undefined;
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

/** As long as nginx waits for an answer (`uwsgi_read_timeout`) nobody has to wait; a developer would not. */
const gracefulMs = 10_000;

export function routerStep(
  path: string,
  at: number,
  graph: StackGraph,
  params: PlanParams,
  addStats: boolean,
  place: PlaceOf,
): PlannedRouter {
  const facts = graph.files.get(path)?.uwsgi;
  const id = at === 0 ? 'router' : `router-${String(at + 1)}`;
  const own = (name: string): SocketAddress | undefined =>
    addStats ? { kind: 'unix', path: `${params.runDirectory}/${name}.sock` } : undefined;
  const addedStats = facts?.routerStats === undefined ? own(id) : undefined;
  const stats = addedStats ?? addressOf(facts?.routerStats);
  const worker = facts?.worker === true;
  const addedWorkerStats = worker && facts.stats === undefined ? own(`${id}-worker`) : undefined;
  const workerStats = addedWorkerStats ?? addressOf(facts?.stats);
  const fronts = (facts?.fronts ?? []).map(addressOf).filter((front) => front !== undefined);
  const ready: readonly Probe[] = [
    ...(stats === undefined
      ? fronts.slice(0, 1).map((address) => ({ kind: 'accepts' as const, address }))
      : [{ kind: 'router-stats' as const, stats }]),
    ...(worker && workerStats !== undefined
      ? workerProbes(graph, path, [{ path, stats }], workerStats)
      : []),
  ];
  const step = uwsgiStep(path, facts, params, place, {
    id,
    roles: worker ? ['router', 'worker'] : ['router'],
    title: at === 0 ? 'router' : `router ${String(at + 1)}`,
    argv: [
      ...statsOption('fastrouter-stats', addedStats),
      ...statsOption('stats', addedWorkerStats),
    ],
    after: [],
    ready,
    // uWSGI 2.0.21 ends the router's process first, and with it the requests that its own workers are answering.
    graceful: undefined,
    instance: undefined,
  });
  return { step, path, stats };
}

export interface WorkerPlace {
  readonly template: string;
  readonly number: number;
  /** Whether the stack has one worker file only, so that its name need not be shown. */
  readonly only: boolean;
  readonly graph: StackGraph;
  readonly params: PlanParams;
  /** Whether it gets a stats server where the file has none. */
  readonly addStats: boolean;
  readonly place: PlaceOf;
  readonly routers: readonly PlannedRouter[];
}

export function workerStep(
  path: string,
  { template, number, only, graph, params, addStats, place, routers }: WorkerPlace,
): LaunchStep {
  const facts = graph.files.get(path)?.uwsgi;
  const id = `${only ? 'worker' : template}-${String(number)}`;
  const written = addressOf(facts?.stats);
  // Several workers cannot share the one address of the file: all but the first get their own.
  const needsOwn = written === undefined ? addStats : number > 1;
  const added: SocketAddress | undefined = needsOwn
    ? { kind: 'unix', path: `${params.runDirectory}/${id}.sock` }
    : undefined;
  const stats = added ?? written;
  // Nor the one pipe; and the first pipe of a configuration is the only one that uWSGI opens.
  const hasFifo = facts?.optionLines.has('master-fifo') === true;
  const graceful: GracefulStop | undefined =
    stats === undefined || facts?.masterOff !== undefined || hasFifo
      ? undefined
      : {
          fifo: `${params.runDirectory}/${id}.fifo`,
          stats,
          leaves: seats(graph, path, routers),
          graceMs: gracefulMs,
        };
  return uwsgiStep(path, facts, params, place, {
    id,
    roles: ['worker'],
    title: `${only ? 'worker' : template} ${String(number)}`,
    argv: [
      ...statsOption('stats', added),
      ...(graceful === undefined ? [] : ['--set', `master-fifo=${graceful.fifo}`]),
    ],
    after: routers.map(({ step }) => step.id),
    ready: stats === undefined ? [] : workerProbes(graph, path, routers, stats),
    graceful,
    instance: { template, number },
  });
}

type Differing = Pick<
  LaunchStep,
  'id' | 'roles' | 'title' | 'after' | 'ready' | 'graceful' | 'instance'
> & {
  readonly argv: readonly string[];
};

function uwsgiStep(
  path: string,
  facts: UwsgiFacts | undefined,
  params: PlanParams,
  place: PlaceOf,
  own: Differing,
): LaunchStep {
  const moved = movedFiles(facts, `${params.runDirectory}/${own.id}`);
  return {
    ...own,
    where: { kind: 'local' },
    argv: [
      ...([params.programs.uwsgi, '--ini', iniArgument(path)] as const),
      ...own.argv,
      ...moved.flatMap(({ option, to }) => ['--set', `${option}=${to}`]),
    ],
    // Relative paths of a uWSGI file count from where it is started; people start it beside the file.
    cwd: dirname(path),
    env: cleanEnvironment,
    source: place(path, facts?.span.start ?? 0),
    inputs: [path, ...(facts?.includes ?? [])],
    reload: undefined,
    check: undefined,
    claims: facts === undefined ? [] : claims(facts, place),
    stop: stopUwsgi,
    restart: restartOnFailure,
    follow: moved
      .filter(({ option }) => option.startsWith('log'))
      .map(({ to }) => ({ path: to, holds: 'output' as const })),
    requestFormats:
      facts?.logFormat === undefined
        ? []
        : [{ language: 'uwsgi', escape: 'none', text: facts.logFormat }],
    pathMap: [],
    places: optionPlaces(facts, place),
    failures: failurePatterns(own.roles[0] ?? 'worker'),
  };
}

/** uWSGI takes what follows the last colon for the name of a section, also where the colon is one of a folder's name. */
function iniArgument(path: string): string {
  return path.includes(':') ? `${path}:uwsgi` : path;
}

/**
 * Files that a system service writes where only it may, and which several workers of one file would share: they go into the
 * run folder. The command line wins over the file.
 */
function movedFiles(
  facts: UwsgiFacts | undefined,
  base: string,
): readonly { readonly option: string; readonly to: string }[] {
  return [...shiftable].flatMap(([option, ending]) =>
    facts?.optionLines.has(option) === true ? [{ option, to: `${base}.${ending}` }] : [],
  );
}

const shiftable: ReadonlyMap<string, string> = new Map([
  ['logto', 'log'],
  ['logto2', 'log2'],
  ['pidfile', 'pid'],
  ['pidfile2', 'pid2'],
  ['safe-pidfile', 'safe.pid'],
  ['safe-pidfile2', 'safe.pid2'],
]);

function optionPlaces(facts: UwsgiFacts | undefined, place: PlaceOf): LaunchStep['places'] {
  const lines = [...(facts?.optionLines.values() ?? [])];
  return Object.fromEntries(lines.map(({ text, path, span }) => [text, place(path, span.start)]));
}

/** As a `--set`: a plugin's own option would be unknown to the command line when the plugin has not been loaded. */
function statsOption(name: string, address: SocketAddress | undefined): readonly string[] {
  if (address === undefined) return [];
  return [
    '--set',
    `${name}=${address.kind === 'unix' ? address.path : `${address.host}:${String(address.port)}`}`,
  ];
}

interface Seat {
  readonly routerStats: SocketAddress;
  readonly subscription: SubscriptionFacts;
  readonly server: Endpoint | undefined;
  readonly key: string;
  readonly announced: string | undefined;
}

/** Where the routers of the stack list the workers of this file. */
function seatsOf(
  graph: StackGraph,
  path: string,
  routers: readonly Pick<PlannedRouter, 'path' | 'stats'>[],
): readonly Seat[] {
  return graph.subscriptions
    .filter((wire) => wire.path === path)
    .flatMap(({ subscription, ends }) =>
      routers.flatMap((router): Seat[] => {
        const end = ends.find((each) => each.path === router.path);
        const key = subscription.key?.text;
        if (end === undefined || key === undefined || router.stats === undefined) return [];
        const { announced } = subscription;
        const address = announced?.kind === 'address' ? announced.address.text : undefined;
        return [
          {
            routerStats: router.stats,
            server: end.socket.endpoint,
            ...{ subscription, key, announced: address },
          },
        ];
      }),
    );
}

function workerProbes(
  graph: StackGraph,
  path: string,
  routers: readonly Pick<PlannedRouter, 'path' | 'stats'>[],
  workerStats: SocketAddress,
): readonly Probe[] {
  return [
    { kind: 'app-loaded', stats: workerStats },
    ...seatsOf(graph, path, routers).map(({ routerStats, key, announced }) => ({
      ...{ kind: 'subscribed' as const, routerStats, workerStats, key, announced },
    })),
  ];
}

/** The seats that someone else than the worker can give up: without a signature, and over UDP. */
function seats(
  graph: StackGraph,
  path: string,
  routers: readonly PlannedRouter[],
): readonly RouterSeat[] {
  return seatsOf(graph, path, routers).flatMap(
    ({ routerStats, subscription, server, key, announced }) =>
      server?.kind !== 'tcp' || subscription.sign !== undefined
        ? []
        : [
            {
              server: { host: server.host === '' ? '127.0.0.1' : server.host, port: server.port },
              routerStats,
              key,
              modifier1: subscription.modifier1,
              announced,
            },
          ],
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
