import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  FailurePattern,
  LaunchPlan,
  LaunchStep,
  Probe,
  SocketAddress,
  StackPage,
} from '../../../../shared/launch-plan.ts';
import { freePort } from './free-port.ts';
import { makePlan, makeStep } from './plans.ts';

/** Why tests with real programs can't run here, or false. */
export const noPrograms: string | false =
  spawnSync('nginx', ['-v']).status === 0 && spawnSync('uwsgi', ['--version']).status === 0
    ? false
    : 'nginx and uwsgi are not installed';

export interface RealStack {
  readonly root: string;
  readonly runDirectory: string;
  readonly logsDirectory: string;
  readonly ports: { readonly http: number; readonly front: number; readonly subscription: number };
  readonly page: StackPage;
  plan(workers: number, change?: Partial<LaunchPlan>): LaunchPlan;
}

export interface RealStackFiles {
  readonly nginx?: string;
  readonly router?: string;
  readonly worker?: string;
  readonly app?: string;
  /** Seconds between two announcements of a worker; uWSGI's own default is 10. */
  readonly subscribeFreq?: number;
}

/** nginx, a FastRouter behind a shared socket and workers with ports of their own choice, as a planner would have it. */
export async function realStack(folder: string, files: RealStackFiles = {}): Promise<RealStack> {
  const root = join(folder, 'app');
  const runDirectory = join(folder, 'run', 'test');
  const [http, front, subscription] = [await freePort(), await freePort(), await freePort()];
  mkdirSync(root);
  const router = files.router ?? routerIni(front, subscription);
  writeFileSync(join(root, 'nginx.conf'), files.nginx ?? nginxConf(http, front, runDirectory));
  writeFileSync(join(root, 'router.ini'), router);
  writeFileSync(
    join(root, 'worker.ini'),
    files.worker ?? workerIni(subscription, files.subscribeFreq ?? 10),
  );
  writeFileSync(join(root, 'app.py'), files.app ?? app);
  const ports = { http, front, subscription };
  const page: StackPage = {
    url: `http://localhost:${http}/`,
    address: tcp(http),
    host: 'localhost',
    path: '/',
  };
  const routerStats: SocketAddress = { kind: 'unix', path: join(runDirectory, 'router.stats') };
  return {
    root,
    runDirectory,
    logsDirectory: join(folder, 'logs'),
    ports,
    page,
    plan: (workers, change = {}) => {
      const routerStep = makeRouter(root, ports, routerStats);
      const workerSteps = Array.from({ length: workers }, (_, index) =>
        makeWorker(root, runDirectory, routerStats, subscription, index + 1),
      );
      const nginxStep = makeNginx(root, runDirectory, http);
      const answers: Probe = {
        kind: 'answers',
        page,
        router: { stats: routerStats, key: 'localhost' },
      };
      return makePlan(runDirectory, [routerStep, ...workerSteps, nginxStep], {
        root,
        files: [
          { kind: 'directory', path: join(runDirectory, 'tmp') },
          {
            kind: 'link',
            path: join(runDirectory, 'nginx.conf'),
            target: join(root, 'nginx.conf'),
          },
        ],
        pages: [page],
        ready: [answers],
        ...change,
      });
    },
  };
}

function makeRouter(
  root: string,
  ports: RealStack['ports'],
  stats: SocketAddress & { kind: 'unix' },
): LaunchStep {
  const source = { path: join(root, 'router.ini'), line: 3 };
  return makeStep('router', {
    roles: ['router'],
    argv: ['uwsgi', '--ini', source.path, '--set', `fastrouter-stats=${stats.path}`],
    cwd: root,
    source,
    inputs: [source.path],
    claims: [
      { address: tcp(ports.front), transport: 'stream', source, label: 'shared-socket' },
      {
        address: tcp(ports.subscription),
        transport: 'datagram',
        source: { ...source, line: 4 },
        label: 'fastrouter-subscription-server',
      },
    ],
    ready: [
      { kind: 'accepts', address: tcp(ports.front) },
      { kind: 'router-stats', stats },
    ],
    stop: uwsgiStop,
    restart: onFailure,
    failures: uwsgiFailures,
  });
}

function makeWorker(
  root: string,
  runDirectory: string,
  routerStats: SocketAddress,
  subscription: number,
  number: number,
): LaunchStep {
  const fifo = join(runDirectory, `worker-${number}.fifo`);
  const stats: SocketAddress = { kind: 'unix', path: join(runDirectory, `worker-${number}.stats`) };
  const source = { path: join(root, 'worker.ini'), line: 0 };
  return makeStep(`worker-${number}`, {
    title: `worker ${number}`,
    argv: [
      'uwsgi',
      ...['--ini', source.path, '--stats', stats.path, '--set', `master-fifo=${fifo}`],
    ],
    cwd: root,
    source,
    inputs: [source.path],
    after: ['router'],
    ready: [
      { kind: 'app-loaded', stats },
      {
        kind: 'subscribed',
        routerStats,
        workerStats: stats,
        key: 'localhost',
        announced: undefined,
      },
    ],
    stop: uwsgiStop,
    graceful: {
      ...{ fifo, stats, graceMs: 10_000 },
      leaves: [
        {
          server: { host: '127.0.0.1', port: subscription },
          ...{ routerStats, key: 'localhost', modifier1: 0, announced: undefined },
        },
      ],
    },
    restart: onFailure,
    instance: { template: 'worker', number },
    failures: uwsgiFailures,
  });
}

function makeNginx(root: string, runDirectory: string, http: number): LaunchStep {
  const shadow = join(runDirectory, 'nginx.conf');
  const own = join(root, 'nginx.conf');
  const common = ['-p', `${runDirectory}/`, '-c', shadow, '-e', 'stderr'] as const;
  const source = { path: own, line: 11 };
  return makeStep('nginx', {
    roles: ['nginx'],
    argv: ['nginx', ...common],
    cwd: root,
    source,
    inputs: [own],
    reload: {
      signal: 'SIGHUP',
      done: 'gracefully shutting down',
      refused: String.raw`\[emerg\] `,
    },
    after: ['router'],
    check: { argv: ['nginx', '-t', '-q', ...common] },
    claims: [
      { address: tcp(http), transport: 'stream', source, label: `listen 127.0.0.1:${http}` },
    ],
    ready: [{ kind: 'accepts', address: tcp(http) }],
    stop: [
      { signal: 'SIGQUIT', to: 'process', graceMs: 1500 },
      { signal: 'SIGTERM', to: 'process', graceMs: 1000 },
    ],
    restart: onFailure,
    follow: [],
    requestFormats: [],
    pathMap: [[shadow, own]],
  });
}

const uwsgiStop: LaunchStep['stop'] = [{ signal: 'SIGINT', to: 'process', graceMs: 5000 }];

const onFailure: LaunchStep['restart'] = {
  kind: 'on-failure',
  limit: 3,
  windowMs: 60_000,
  firstDelayMs: 50,
  maxDelayMs: 1000,
};

const uwsgiFailures: readonly FailurePattern[] = [
  {
    pattern: String.raw`UNABLE to load uWSGI plugin: .*/(\w+)_plugin\.so`,
    cause: 'The plugin "$1" is not installed.',
    remedy: 'Install it or correct `plugins`.',
    fatal: false,
  },
  {
    pattern: String.raw`^(ModuleNotFoundError: .*)$`,
    cause: 'The app can not be imported: $1',
    remedy: 'Install the module for the Python that uWSGI uses.',
    fatal: false,
  },
  {
    pattern: 'unable to load app 0',
    cause: 'The app can not be loaded.',
    remedy: 'Read the lines above.',
    fatal: true,
  },
];

function nginxConf(http: number, front: number, runDirectory: string): string {
  return `daemon off;
worker_processes 1;
pid ${runDirectory}/nginx.pid;
error_log stderr notice;
events {}
http {
  access_log off;
  client_body_temp_path ${runDirectory}/tmp/body;
  proxy_temp_path ${runDirectory}/tmp/proxy; fastcgi_temp_path ${runDirectory}/tmp/fastcgi;
  uwsgi_temp_path ${runDirectory}/tmp/uwsgi; scgi_temp_path ${runDirectory}/tmp/scgi;
  server {
    listen 127.0.0.1:${http};
    location / {
      uwsgi_param UWSGI_FASTROUTER_KEY localhost;
      uwsgi_param REQUEST_METHOD $request_method;
      uwsgi_param PATH_INFO $document_uri;
      uwsgi_param SERVER_NAME $server_name;
      uwsgi_param SERVER_PORT $server_port;
      uwsgi_param SERVER_PROTOCOL $server_protocol;
      uwsgi_pass 127.0.0.1:${front};
    }
  }
}
`;
}

function routerIni(front: number, subscription: number): string {
  return `[uwsgi]
plugins = fastrouter
master = true
shared-socket = 127.0.0.1:${front}
fastrouter-subscription-server = 127.0.0.1:${subscription}
fastrouter = =0
fastrouter-cheap = true
vacuum = true
`;
}

function workerIni(subscription: number, frequency: number): string {
  return `[uwsgi]
plugins = python3
master = true
processes = 1
threads = 2
socket = 127.*:0
subscribe2 = server=127.0.0.1:${subscription},key=localhost
subscribe-freq = ${frequency}
wsgi-file = app.py
vacuum = true
`;
}

const app = `import bottle

@bottle.route('/')
def index():
    return 'hello from bottle'

application = bottle.default_app()
`;

function tcp(port: number): SocketAddress {
  return { kind: 'tcp', host: '127.0.0.1', port };
}
