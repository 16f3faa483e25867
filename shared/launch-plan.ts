import type { RequestFormat } from './request-formats.ts';

/**
 * What is to be started, as plain JSON: the planner (pure, in the server) writes it, the supervisor (node, in the
 * client and the CLI) carries it out. The same files and settings always give the same plan.
 */
export interface LaunchPlan {
  readonly version: 1;
  /** Stable over runs: derived from the path of the stack's main file. Safe as a file name. */
  readonly id: string;
  /** What a person calls this stack, e.g. `fastrouter`. */
  readonly title: string;
  /** Absolute path of the folder that holds the stack. */
  readonly root: string;
  /** Absolute path of the private folder (mode 0700) that everything the run creates goes into; removed at the end. */
  readonly runDirectory: string;
  /** Written before the first step, in this order. Parents come before children. */
  readonly files: readonly PlannedFile[];
  /** In start order; a step never stands before one that it names in `after`. Stopped in reverse. */
  readonly steps: readonly LaunchStep[];
  /** Pages that the running stack serves, the best one first. */
  readonly pages: readonly StackPage[];
  /** Asked once every step is ready; the stack is ready only when all of them pass. */
  readonly ready: readonly Probe[];
  /** Where nginx notes each request with its times, in a format of our own; undefined without nginx. */
  readonly requestLog: string | undefined;
  /** How long the whole start may take, in milliseconds; then the step that hangs is named. */
  readonly readyTimeoutMs: number;
  /** Steps that *Add Worker* can copy, one per worker file. */
  readonly workerTemplates: readonly WorkerTemplate[];
  /** Things that hold back nothing but that the person should read, e.g. "nginx listens on 8080 instead of 80". */
  readonly notes: readonly string[];
}

export type PlannedFile =
  /** `exact`: it holds nothing but what the plan puts there; what an earlier plan has put there goes. */
  | { readonly kind: 'directory'; readonly path: string; readonly exact?: boolean }
  /** Created empty; what programs have written into it stays. */
  | { readonly kind: 'log'; readonly path: string }
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'link'; readonly path: string; readonly target: string };

export type StepRole = 'nginx' | 'router' | 'worker';

export interface LaunchStep {
  /** Unique in the plan: `nginx`, `router`, `worker-1`, … Safe as a file name. */
  readonly id: string;
  /** More than one where a single configuration is router and worker at once; the first names the icon. */
  readonly roles: readonly StepRole[];
  /** What terminal, tree and log panel call it, e.g. `worker 1`. */
  readonly title: string;
  /** Where it runs. Only this machine today; containers come as further kinds. */
  readonly where: { readonly kind: 'local' };
  /** Program and arguments; no shell ever sees them. */
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: EnvironmentChange;
  /** The configuration that a person edits to change this step. */
  readonly source: SourcePlace;
  /** The files that it reads as it starts, absolute, `source` among them: a change of one asks for a reload. */
  readonly inputs: readonly string[];
  /** Ids of the steps that must be ready first. */
  readonly after: readonly string[];
  /** Runs to its end before the step is started; a failure stops the start, its output is the reason. */
  readonly check: { readonly argv: readonly [string, ...string[]] } | undefined;
  /** Addresses that the program will bind: looked at before the start, so that a taken one is named with its holder. */
  readonly claims: readonly Claim[];
  /** All must pass before the step counts as ready. */
  readonly ready: readonly Probe[];
  readonly stop: readonly StopStage[];
  /** How it ends without losing a request; undefined where it can't, and `stop` has to do. */
  readonly graceful: GracefulStop | undefined;
  /** How it takes a new configuration without an end; undefined where it has to be started again. */
  readonly reload: ReloadSignal | undefined;
  readonly restart: RestartPolicy;
  /** For a worker: the template it was made from and its number there (1, 2, …). */
  readonly instance: { readonly template: string; readonly number: number } | undefined;
  /** Files that the program appends lines to, shown among its output. The plan's `files` have created them. */
  readonly follow: readonly FollowedFile[];
  /** Logs that would grow for as long as it runs. */
  readonly reopen?: ReopenedLogs;
  /** How its lines of requests look where they are not in the program's usual form. */
  readonly requestFormats: readonly RequestFormat[];
  /** Paths in the shadow tree (left) that messages of the program mention, and the person's own file (right). */
  readonly pathMap: readonly (readonly [string, string])[];
  /**
   * Where a person mends what the program complains about: places of options by their names, of upstream addresses as
   * `127.0.0.1:3030` or `/run/app.sock`, of servers as `server app.localhost`.
   */
  readonly places: Readonly<Record<string, SourcePlace>>;
  /** Patterns of log lines that mean "this start has failed", though the program may run on. */
  readonly failures: readonly FailurePattern[];
}

export interface FollowedFile {
  readonly path: string;
  /** `output`: what the program would print otherwise, its errors among it. `requests`: a log of requests. */
  readonly holds: 'output' | 'requests';
}

export interface EnvironmentChange {
  readonly set: Readonly<Record<string, string>>;
  /** Variables whose name begins so are taken out of the inherited environment, e.g. `UWSGI_`. */
  readonly unsetPrefixes: readonly string[];
}

/** A place in a person's file. Line is 0-based. */
export interface SourcePlace {
  readonly path: string;
  readonly line: number;
}

export type SocketAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

export interface Claim {
  readonly address: SocketAddress;
  readonly transport: 'stream' | 'datagram';
  /** The directive or option that asks for the address. */
  readonly source: SourcePlace;
  /** As written there, e.g. `listen 8080`. */
  readonly label: string;
}

export type Probe =
  /** Something accepts connections at the address. */
  | { readonly kind: 'accepts'; readonly address: SocketAddress }
  /** The FastRouter's stats socket answers. */
  | { readonly kind: 'router-stats'; readonly stats: SocketAddress }
  /** The worker's own stats socket answers, and says that an app is loaded. */
  | { readonly kind: 'app-loaded'; readonly stats: SocketAddress }
  /**
   * The router lists, under `key`, the worker with these stats: by the address that it announces, or else by one of its
   * sockets.
   */
  | {
      readonly kind: 'subscribed';
      readonly routerStats: SocketAddress;
      readonly workerStats: SocketAddress;
      readonly key: string;
      readonly announced: string | undefined;
    }
  /**
   * A GET is answered by an app: the status is none of 502, 503, 504, and where the stats of a router are given, the
   * router's counters for `key` have grown, so that a page of nginx's own can't pass for the app's. Without a key the
   * counters only serve to explain a refusal.
   */
  | {
      readonly kind: 'answers';
      readonly page: StackPage;
      readonly router:
        { readonly stats: SocketAddress; readonly key: string | undefined } | undefined;
    };

export interface StackPage {
  /** What a browser is sent to, e.g. `http://app.localhost:8080/`. */
  readonly url: string;
  /** Where the request really goes, so that no name must be resolved. */
  readonly address: SocketAddress;
  /** Value of the Host header. */
  readonly host: string;
  readonly path: string;
}

export interface StopStage {
  readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGQUIT' | 'SIGKILL';
  /** `process` signals the program alone, `group` everything that it forked. */
  readonly to: 'process' | 'group';
  /** How long to wait for the end before the next stage, in milliseconds. */
  readonly graceMs: number;
}

export interface ReloadSignal {
  readonly signal: 'SIGHUP';
  /** Pattern of the line that says that the new configuration is in force. */
  readonly done: string;
  /** Pattern of a line that says that the old one stays. */
  readonly refused: string;
}

/** uWSGI's way to end after the last request, for one worker while others go on. */
export interface GracefulStop {
  /** uWSGI's `master-fifo`, an absolute path: `S` holds its announcements back, `q` lets requests finish and ends. */
  readonly fifo: string;
  /** The worker's own stats socket. */
  readonly stats: SocketAddress;
  /** The routers that it leaves first, so that nobody stands in its queue when it closes. */
  readonly leaves: readonly RouterSeat[];
  /** How long its requests may take, in milliseconds; then `stop` follows. */
  readonly graceMs: number;
}

/** A program that is sent this signal opens the files of these paths anew, whatever has taken their place. */
export interface ReopenedLogs {
  readonly signal: 'SIGUSR1';
  readonly paths: readonly string[];
}

/** A worker's place in the table of a router. */
export interface RouterSeat {
  /** Where the router takes announcements (UDP). */
  readonly server: { readonly host: string; readonly port: number };
  readonly routerStats: SocketAddress;
  readonly key: string;
  readonly modifier1: number;
  /** The address under which the router knows the worker; undefined where it is one of the worker's sockets. */
  readonly announced: string | undefined;
}

export type RestartPolicy =
  | { readonly kind: 'never' }
  | {
      readonly kind: 'on-failure';
      /** Restarts within `windowMs` after which the step counts as failed. */
      readonly limit: number;
      readonly windowMs: number;
      readonly firstDelayMs: number;
      readonly maxDelayMs: number;
    };

export interface FailurePattern {
  /** Source of a JavaScript regular expression, tried on each line. */
  readonly pattern: string;
  /** An earlier line that says where: its groups are file and line, which go before the cause. The last one counts. */
  readonly place?: string;
  /** One sentence: the cause. `$1` … stand for the groups. */
  readonly cause: string;
  /** One sentence: what to do. */
  readonly remedy: string;
  /** Whether the start is given up at once. */
  readonly fatal: boolean;
}

export interface WorkerTemplate {
  /** Name of the template: the worker file's base name without its ending. Unique in the plan. */
  readonly id: string;
  readonly source: SourcePlace;
  /** How many of it the plan starts. */
  readonly count: number;
  /** Whether several can run side by side (false with a fixed port, say), and why not. */
  readonly scalable: { readonly kind: 'yes' } | { readonly kind: 'no'; readonly reason: string };
}
