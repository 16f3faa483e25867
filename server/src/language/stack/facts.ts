import type { Span } from '../text/span.ts';
import type { AskedSection } from './asked-sections.ts';
import type { Endpoint } from './endpoint.ts';

/**
 * What code across files may know of one file. Facts are all that the graph is built of, so that the graph is built
 * anew only when facts have changed.
 */
export interface FileFacts {
  readonly path: string;
  readonly nginx: NginxFacts | undefined;
  readonly uwsgi: UwsgiFacts | undefined;
}

export interface NginxFacts {
  readonly kind: 'main' | 'fragment';
  readonly servers: readonly ServerFacts[];
  /** Every `uwsgi_pass`. */
  readonly passes: readonly PassFacts[];
  /** Every `proxy_pass`: plain HTTP, which a uwsgi socket does not speak. */
  readonly proxies: readonly PassFacts[];
  readonly upstreams: readonly UpstreamFacts[];
  readonly folders: readonly FolderFacts[];
  readonly variables: readonly VariableFacts[];
  readonly includes: readonly IncludeFacts[];
  /** What stands outside of all blocks. */
  readonly top: LevelFacts;
}

/** One block of an nginx file, as far as it counts for requests that are passed on. */
export interface LevelFacts {
  /** In the order of the file; a directive inside of an `if` has that as its level. */
  readonly settings: readonly SettingFacts[];
  readonly includes: readonly IncludeFacts[];
  /** The block around this one; undefined at the top of the file. */
  readonly up: LevelFacts | undefined;
}

export interface SettingFacts {
  readonly name: string;
  /** The whole statement. */
  readonly span: Span;
  readonly args: readonly NamedSpan[];
}

export interface ServerFacts {
  /** The word `server`. */
  readonly span: Span;
  readonly listens: readonly ListenFacts[];
  readonly names: readonly NamedSpan[];
}

export interface ListenFacts {
  readonly span: Span;
  readonly endpoint: Endpoint | undefined;
  readonly ssl: boolean;
  /** nginx's `[::]` leaves IPv4 to others, unless told `ipv6only=off`. */
  readonly ipv4: boolean;
}

export interface NamedSpan {
  readonly text: string;
  readonly span: Span;
}

export interface PassFacts {
  /** The argument of the directive. */
  readonly span: Span;
  readonly text: string;
  /** `suwsgi://` or `https://`. */
  readonly ssl: boolean;
  /** The whole statement. */
  readonly statement: Span;
  /** The block that it stands in. */
  readonly level: LevelFacts;
  readonly target:
    | { readonly kind: 'endpoint'; readonly endpoint: Endpoint }
    | { readonly kind: 'upstream'; readonly name: string }
    /** Text with variables in it, which may be constants somewhere else. */
    | { readonly kind: 'variables' }
    /** Something that nginx refuses, or that a template fills in: no wire can be followed. */
    | { readonly kind: 'unknown' };
  /** Index into `servers`; undefined in a fragment that is included into a server. */
  readonly server: number | undefined;
  /** The location it stands in: modifier and path; undefined in a fragment that is included into one. */
  readonly location: { readonly modifier: string; readonly path: string } | undefined;
  /** Value of the `uwsgi_param` that decides the router's key, as far as this file sets it. */
  readonly key: NamedSpan | undefined;
}

export interface UpstreamFacts {
  readonly name: string;
  readonly span: Span;
  readonly servers: readonly { readonly span: Span; readonly endpoint: Endpoint | undefined }[];
}

/** A prefix location whose files nginx serves itself. */
export interface FolderFacts {
  /** Path of the location, e.g. `/static/`. */
  readonly location: string;
  readonly directive: 'alias' | 'root';
  /** The argument of it. */
  readonly folder: NamedSpan;
  readonly server: number | undefined;
  readonly level: LevelFacts;
}

/** A variable that `set`, `map`, `geo` or `split_clients` gives a value. */
export interface VariableFacts {
  /** Without `$`, in lower case: nginx does not tell case apart. */
  readonly name: string;
  readonly values: readonly NamedSpan[];
  /** Other values are possible, which the file does not name. */
  readonly open: boolean;
}

export interface IncludeFacts {
  /** The argument. */
  readonly span: Span;
  /** The whole statement. */
  readonly statement: Span;
  readonly pattern: string;
  /** Index into `servers` when it stands in one. */
  readonly server: number | undefined;
  /** The block that it stands in. */
  readonly level: LevelFacts;
}

/** What uWSGI runs with when it is started with the file: the file and all that it brings in. */
export interface UwsgiFacts {
  /** The section header, or the file's start. */
  readonly span: Span;
  /** The other files that it brings in, directly or not, as far as they are known. */
  readonly includes: readonly string[];
  /** Sections of other files that it asks for by their names. */
  readonly asked: readonly AskedSection[];
  readonly router: boolean;
  readonly worker: boolean;
  /** Where the FastRouter takes requests. */
  readonly fronts: readonly SocketFacts[];
  /** Where the router takes announcements (datagrams). */
  readonly subscriptionServers: readonly SocketFacts[];
  /** Sockets of the workers themselves. */
  readonly sockets: readonly SocketFacts[];
  readonly subscriptions: readonly SubscriptionFacts[];
  /** Fronts and subscription servers of other routers than the FastRouter: http, rawrouter, … */
  readonly otherRouters: readonly SocketFacts[];
  readonly stats: SocketFacts | undefined;
  readonly routerStats: SocketFacts | undefined;
  /** Directory that uWSGI changes into, resolved against the file's folder. */
  readonly directory: string;
  /** The option that sends uWSGI into the background, where there is one. */
  readonly daemonize: PlacedSpan | undefined;
  /** Patterns and folders of files that this uWSGI starts, absolute. */
  readonly emperor: readonly PlacedSpan[];
  readonly masterOff: PlacedSpan | undefined;
  /** The value of `log-format`, as far as it is known. */
  readonly logFormat: string | undefined;
  /** The first line of each option and variable, by its name: what the running program complains about stands there. */
  readonly optionLines: ReadonlyMap<string, PlacedSpan>;
  /** The router finds workers in other ways than by what they announce, too. */
  readonly otherMapper: boolean;
}

/** In a uWSGI configuration, which may be spread over several files. */
export interface PlacedSpan extends NamedSpan {
  /** File that the span belongs to. */
  readonly path: string;
}

export interface SocketFacts {
  /** `fastrouter`, `socket`, `http-socket`, … */
  readonly option: string;
  /** The address where it is really written, file and span: for `=0` that of the `shared-socket`. */
  readonly path: string;
  readonly span: Span;
  readonly text: string;
  /** undefined when the address is known only at run time. */
  readonly endpoint: Endpoint | undefined;
  /** The kernel chooses the port, so that several workers can share the file. */
  readonly auto: boolean;
  readonly protocol: 'uwsgi' | 'http' | 'other';
}

/** The address that a worker tells the router. */
export type Announced =
  /** `addr=` of subscribe2, or what stands before `=` in subscribe-to: told as it is written. */
  | {
      readonly kind: 'address';
      readonly address: NamedSpan;
      readonly endpoint: Endpoint | undefined;
    }
  | { readonly kind: 'socket'; readonly socket: SocketFacts };

export interface SubscriptionFacts {
  readonly option: string;
  /** File that the spans belong to. */
  readonly path: string;
  /** The whole value. */
  readonly span: Span;
  readonly server: (NamedSpan & { readonly endpoint: Endpoint | undefined }) | undefined;
  readonly key: NamedSpan | undefined;
  /** undefined when the worker has no socket to announce, so that nothing is sent. */
  readonly announced: Announced | undefined;
  readonly modifier1: number;
  /** `DIGEST:FILE` to sign with. */
  readonly sign: NamedSpan | undefined;
}
