import { fromBytes, percent } from './bytes.ts';
import { hostName } from './choose-server.ts';
import type { RequestHandler } from './explanation.ts';
import { type JoinedNode, placeOfNode } from './join-conf.ts';
import { flag, type Run } from './run.ts';

/** How a phase ends: the next one follows, nginx answers with a status, looks the location up again, or is done. */
export type Outcome =
  | { readonly kind: 'on' }
  /** May become an error page. */
  | { readonly kind: 'status'; readonly status: number; readonly node: JoinedNode | undefined }
  | { readonly kind: 'again' }
  /** To another path, through the server's rewriting again. */
  | { readonly kind: 'internal'; readonly uri: string; readonly args: string }
  | { readonly kind: 'named'; readonly name: string; readonly node: JoinedNode }
  | { readonly kind: 'done'; readonly handler: RequestHandler };

export const on: Outcome = { kind: 'on' };

export function answer(
  run: Run,
  status: number,
  node: JoinedNode | undefined,
  { location, body }: { readonly location?: string | undefined; readonly body?: string } = {},
): Outcome {
  const handler: RequestHandler = {
    kind: 'answer',
    status: location === undefined ? (run.status ?? status) : status,
    location: location === undefined ? undefined : absoluteLocation(run, location),
    body,
    place: node && placeOfNode(node),
  };
  return { kind: 'done', handler };
}

/** A path gets scheme, host and port in front, unless `absolute_redirect` is off. */
function absoluteLocation(run: Run, location: string): string {
  if (!location.startsWith('/') || !flag(run, 'absolute_redirect', true))
    return fromBytes(location);
  const { request, chosen } = run;
  const name = flag(run, 'server_name_in_redirect', false)
    ? (chosen.server.names[0]?.text.replace(/^\./, '') ?? '')
    : fromBytes(hostName(request));
  const scheme = chosen.ssl ? 'https' : 'http';
  const port = chosen.listenPort;
  const shown =
    !flag(run, 'port_in_redirect', true) || port === (chosen.ssl ? 443 : 80) || port === 0
      ? ''
      : `:${String(port)}`;
  return `${scheme}://${name}${shown}${fromBytes(location)}`;
}

/** Where nginx goes on with a path, what stands behind its `?` is the query, also when a variable has brought it. */
export function splitArgs(text: string): { readonly uri: string; readonly args: string } {
  const question = text.indexOf('?');
  if (question === -1) return { uri: text, args: '' };
  return { uri: text.slice(0, question), args: text.slice(question + 1) };
}

/** `ngx_escape_uri` for a path. */
export function escapeUri(uri: string): string {
  return uri.replace(/[\0-\x20"#%<>?\\^`{|}\x7f-\xff]/g, percent);
}

/** `ngx_escape_uri` for what becomes part of a query. */
export function escapeArgs(text: string): string {
  return text.replace(/[\0-\x20"#%&+<>?\\^`{|}\x7f-\xff]/g, percent);
}
