import type { Span } from '../text/span.ts';

/** A request as a client would send it. */
export interface AskedRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** As typed, without the port; an IPv6 address keeps its brackets. */
  readonly host: string;
  readonly port: number;
  /** What stands behind host and port: path and query, before any decoding. */
  readonly target: string;
  /** Address that the client connects to, when it is known: an IP address, or `unix:/path`. */
  readonly address?: string;
  /** Further headers by lower-case name, e.g. `cookie`. What is not listed is not known. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A place in one of the files that explains a step. */
export interface RequestPlace {
  readonly path: string;
  readonly span: Span;
}

/** One thing that nginx does with the request, in the order in which it does it. */
export interface RequestStep {
  readonly kind:
    'listen' | 'server' | 'uri' | 'location' | 'rewrite' | 'access' | 'files' | 'error' | 'handler';
  /** A sentence for a person. */
  readonly text: string;
  readonly place: RequestPlace | undefined;
  /** What could have been chosen instead, and why it was not. */
  readonly lost: readonly LostCandidate[];
  /** False when the files alone do not decide it: the text then says on what it depends. */
  readonly sure: boolean;
}

export interface LostCandidate {
  /** As the file writes it, e.g. `location /api/`. */
  readonly title: string;
  readonly reason: string;
  readonly place: RequestPlace | undefined;
}

/** What answers in the end. */
export type RequestHandler =
  /** `return`, a redirect, or an answer that nginx makes itself: an error, 403, 404. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Target of a redirect, as the client gets it; undefined where there is none or it is not known. */
      readonly location: string | undefined;
      readonly body: string | undefined;
      readonly place: RequestPlace | undefined;
    }
  | {
      readonly kind: 'file';
      /** 200 unless an `error_page` has chosen another. */
      readonly status: number;
      readonly path: string;
      /** undefined while nobody knows. */
      readonly exists: boolean | undefined;
      readonly place: RequestPlace | undefined;
    }
  | {
      readonly kind: 'uwsgi';
      /** Status that an `error_page` puts in place of the answer's own. */
      readonly status: number | undefined;
      /** The address as it is written in `uwsgi_pass`. */
      readonly address: string;
      /** Name under which the router looks for a worker; undefined where it is not known, or no router is involved. */
      readonly key: string | undefined;
      readonly routers: readonly RequestPlace[];
      readonly workers: readonly RequestPlace[];
      /** A router finds workers in other ways than by what they announce, too. */
      readonly elsewhere: boolean;
      readonly place: RequestPlace;
    }
  | {
      readonly kind: 'pass';
      /** As of `uwsgi`. */
      readonly status: number | undefined;
      readonly directive: string;
      /** Of `proxy_pass` the address that is asked for; of others what is written. */
      readonly address: string;
      readonly place: RequestPlace;
    }
  /** A module that makes the content itself: `stub_status`, `autoindex`, … */
  | {
      readonly kind: 'module';
      /** As of `uwsgi`. */
      readonly status: number | undefined;
      readonly directive: string;
      readonly place: RequestPlace;
    }
  /** The connection is closed, or there is none. */
  | { readonly kind: 'nothing'; readonly place: RequestPlace | undefined };

export interface Explanation {
  readonly request: AskedRequest;
  /** The main configuration that was followed; of a fragment itself. */
  readonly main: string;
  readonly steps: readonly RequestStep[];
  /** Block of the server that wins; undefined when no server is asked. */
  readonly server: RequestPlace | undefined;
  /** The location that the request ends in; undefined outside of every location. */
  readonly location: RequestPlace | undefined;
  /** The path after all rewriting, decoded. */
  readonly uri: string;
  readonly handler: RequestHandler;
  /** Whether every step was decided by the files. */
  readonly sure: boolean;
}
