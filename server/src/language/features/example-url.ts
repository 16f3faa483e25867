import type { ConfNode } from '../nginx-conf/conf.ts';
import { parseListen } from '../nginx-conf/listen.ts';
import { readLocation } from '../nginx-conf/location.ts';
import type { NginxFile } from '../rules/inputs.ts';
import { contains } from '../text/span.ts';

/**
 * A URL that the server and the location around an offset of a file answer, as far as their names tell; without an
 * offset that of the first server. In a file without servers, the first server of the others lends its name.
 */
export function exampleUrl(
  files: ReadonlyMap<string, NginxFile>,
  file: NginxFile,
  offset: number | undefined,
): string {
  const around = (node: ConfNode) => offset !== undefined && contains(node.statement.span, offset);
  const nodes = file.conf.all;
  const server =
    nodes.filter(isServer).find(around) ??
    nodes.find(isServer) ??
    [...files.values()].flatMap(({ conf }) => conf.all.filter(isServer))[0];
  const location = nodes.filter(isLocation).findLast(around);
  return `${server === undefined ? 'http://localhost' : originOf(server)}${pathOf(location)}`;
}

function isServer({ statement, children }: ConfNode): boolean {
  return (
    statement.name.value === 'server' &&
    statement.end.kind === 'block' &&
    // Not one of stream or mail.
    children.every(
      (child) => !['proxy_timeout', 'ssl_preread'].includes(child.statement.name.value),
    )
  );
}

function isLocation({ statement }: ConfNode): boolean {
  return statement.name.value === 'location' && statement.end.kind === 'block';
}

function originOf({ children }: ConfNode): string {
  const named = (name: string) =>
    children
      .filter(({ statement }) => statement.name.value === name)
      .map(({ statement }) => statement.args.map(({ value }) => value));
  const names = named('server_name')
    .flat()
    .map((name) => name.replace(/^\*?\./, '').replace(/\.\*$/, '.example'))
    .filter((name) => /^[\w-]+(?:\.[\w-]+)*$/.test(name) && name !== '_');
  const listens = named('listen').flatMap((args) => {
    const parsed = parseListen(args[0] ?? '');
    return parsed.kind === 'tcp' ? [{ ...parsed, ssl: args.includes('ssl') }] : [];
  });
  const listen = listens.find(({ ssl }) => !ssl) ?? listens[0];
  const host = names[0] ?? hostOf(listen?.host ?? '*');
  const scheme = listen?.ssl === true ? 'https' : 'http';
  const port = listen?.port ?? 80;
  const shown = port === (scheme === 'https' ? 443 : 80) ? '' : `:${String(port)}`;
  return `${scheme}://${host}${shown}`;
}

function hostOf(host: string): string {
  if (host === '*' || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** A prefix is a path already; of a regular expression its plain beginning at least. */
function pathOf(location: ConfNode | undefined): string {
  const match = location && readLocation(location.statement.args);
  if (match === undefined || match.kind === 'named') return '/';
  if (match.kind !== 'regex') return match.name.startsWith('/') ? match.name : '/';
  return /^\^(\/[\w/-]*)/.exec(match.name)?.[1] ?? '/';
}
