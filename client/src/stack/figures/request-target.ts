import type { LaunchPlan, SocketAddress } from '../../../../shared/launch-plan.ts';

/** Where a request for a URL has to go so that the nginx of the run gets it. */
export interface RequestTarget {
  readonly address: SocketAddress;
  readonly tls: boolean;
  /** Value of the Host header. */
  readonly host: string;
  /** With its query. */
  readonly path: string;
  /** The URL as the configuration has it: the port that is written there, which the run may have moved. */
  readonly written: string;
}

export type TargetResult =
  | { readonly kind: 'target'; readonly target: RequestTarget }
  | { readonly kind: 'problem'; readonly message: string };

/**
 * Only the run's own nginx is ever asked: the port of the URL must be one that it listens on, as written in the
 * configuration or as moved for the run (8080 instead of 80).
 */
export function requestTarget(plan: LaunchPlan, text: string): TargetResult {
  const url = readUrl(text, plan);
  if (url === undefined)
    return {
      kind: 'problem',
      message: 'This is no address: write http://host:port/path, or a path.',
    };
  const tls = url.protocol === 'https:';
  const port = Number(url.port || (tls ? 443 : 80));
  const claims = plan.steps
    .filter(({ roles }) => roles.includes('nginx'))
    .flatMap((step) => step.claims)
    .flatMap(({ address, label }) =>
      address.kind === 'tcp'
        ? [{ address, written: Number(/(\d+)$/.exec(label)?.[1] ?? address.port) }]
        : [],
    );
  const claim =
    claims.find(({ address }) => address.port === port) ??
    claims.find(({ written }) => written === port);
  if (claim === undefined) {
    const ports = claims.map(({ address }) => address.port).join(', ');
    return {
      kind: 'problem',
      message:
        claims.length === 0
          ? 'This stack has no nginx that could be asked.'
          : `nginx does not listen on port ${port} here; it does on ${ports}.`,
    };
  }
  const usual = tls ? 443 : 80;
  const written = claim.written === usual ? '' : `:${claim.written}`;
  return {
    kind: 'target',
    target: {
      address: claim.address,
      tls,
      host: url.host,
      path: `${url.pathname}${url.search}`,
      written: `${url.protocol}//${url.hostname}${written}${url.pathname}${url.search}`,
    },
  };
}

/** A path alone is one of the first page. */
function readUrl(text: string, plan: LaunchPlan): URL | undefined {
  const base = plan.pages[0]?.url ?? 'http://localhost/';
  const trimmed = text.trim();
  const whole = trimmed.startsWith('/')
    ? `${new URL(base).origin}${trimmed}`
    : /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
      ? trimmed
      : `http://${trimmed}`;
  const url = URL.parse(whole);
  return url !== null && /^https?:$/.test(url.protocol) ? url : undefined;
}
