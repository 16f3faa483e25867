import type { Around } from '../../rules/inputs.ts';
import type { FileEdit } from '../../rules/rule.ts';
import { formatEndpoint, isWildcardHost } from '../../stack/endpoint.ts';
import { indexLines, lineAt } from '../../text/line-index.ts';
import { basename, dirname, isAbsolute, resolvePath } from '../../text/path.ts';
import { contains } from '../../text/span.ts';
import type { Place, Renameable, RenameOutcome } from '../feature.ts';
import { sameWire, type WireEnd, wireEndAt, wireEnds } from './wire-ends.ts';
import { type WrittenAddress, writtenAddress, type WrittenPart } from './written-address.ts';

/**
 * The address at a place, to be renamed at every end of its wire: the port alone where the cursor is in it, else the
 * whole. undefined where no address stands.
 */
export function renameableAddress(
  around: Around,
  path: string,
  offset: number,
): Renameable | { readonly problem: string } | undefined {
  const target = targetAt(around, path, offset);
  if (target === undefined) return undefined;
  if ('problem' in target) return target;
  const part = target.port ? target.address.port : target.part;
  return part && { span: part.span, name: part.text };
}

export function renameAddress(
  around: Around,
  path: string,
  offset: number,
  newName: string,
): RenameOutcome | undefined {
  const target = targetAt(around, path, offset);
  if (target === undefined || 'problem' in target) return target;
  const wanted = wantedAddress(target, newName.trim());
  if ('problem' in wanted) return wanted;
  const taken = takenBy(around, target.end, wanted);
  if (taken !== undefined) return { problem: taken };
  const edits = new Map<string, FileEdit>();
  for (const end of sameWire(around.graph, target.end)) {
    const outcome = editsOf(around, end, target.address, wanted);
    if ('problem' in outcome) return outcome;
    for (const edit of outcome.edits) edits.set(`${edit.path}\0${String(edit.span.start)}`, edit);
  }
  return { edits: [...edits.values()] };
}

interface Target {
  readonly end: WireEnd;
  readonly address: WrittenAddress;
  /** Whether only the port is meant. */
  readonly port: boolean;
  readonly part: WrittenPart | undefined;
}

function targetAt(
  around: Around,
  path: string,
  offset: number,
): Target | { readonly problem: string } | undefined {
  const end = wireEndAt(around.graph, path, offset);
  if (end === undefined) return undefined;
  const address = writtenAddress(around, end);
  if (address === undefined) return undefined;
  const here = (part: WrittenPart | undefined) =>
    part?.path === path && contains(part.span, offset);
  if (here(address.port)) return { end, address, port: true, part: address.port };
  const part = address.kind === 'unix' ? address.socketPath : address.whole;
  if (here(part)) return { end, address, port: false, part };
  // The cursor is in a placeholder: what it stands for is written elsewhere.
  const elsewhere = address.port ?? address.socketPath;
  return elsewhere === undefined
    ? undefined
    : { problem: `The address comes from ${whereIs(around, elsewhere)}: rename it there.` };
}

type Wanted =
  | { readonly kind: 'tcp'; readonly host: string | undefined; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

function wantedAddress({ end, address, port }: Target, text: string): Wanted | { problem: string } {
  if (port || /^\d+$/.test(text)) {
    const number = portOf(text);
    return number === undefined
      ? { problem: `"${text}" is no port: a number from 1 to 65535 is needed.` }
      : { kind: 'tcp', host: undefined, port: number };
  }
  const path = text.replace(/^unix:/, '');
  if (isAbsolute(path) || (address.kind === 'unix' && !/:\d+$/.test(text)))
    return wantedPath(isAbsolute(path) ? path : resolvePath(baseOf(end, address), path));
  const [, host, digits = ''] = /^([^:]*|\[[^\]]*\]):(\d+)$/.exec(text) ?? [];
  const number = portOf(digits);
  if (host === undefined || number === undefined)
    return {
      problem: `"${text}" is no address: write one such as 127.0.0.1:3030 or /run/app.sock.`,
    };
  const same = address.host?.text === host;
  if (!same && !isIpv4(host))
    return {
      problem: `uWSGI does not look up "${host}": write an IPv4 address such as 127.0.0.1.`,
    };
  return { kind: 'tcp', host: same ? undefined : host, port: number };
}

/** A unix socket's name has 107 bytes at most, of which uWSGI uses 102. */
const longestPath = 102;

function wantedPath(path: string): Wanted | { problem: string } {
  if (/[\s;,{}"'$%:]/.test(path))
    return {
      problem: 'A path with blanks, quotes or one of , ; : $ % { } is not read alike at all ends.',
    };
  if (path.length > longestPath)
    return { problem: `The path of a unix socket has ${String(longestPath)} bytes at most.` };
  return { kind: 'unix', path };
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function isIpv4(host: string): boolean {
  return (
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) && host.split('.').every((part) => Number(part) < 256)
  );
}

/** Another socket that has the new address already. */
function takenBy(around: Around, end: WireEnd, wanted: Wanted): string | undefined {
  const own = new Set(sameWire(around.graph, end));
  const hostOf = end.endpoint?.kind === 'tcp' ? end.endpoint.host : '127.0.0.1';
  const address =
    wanted.kind === 'tcp'
      ? formatEndpoint({ kind: 'tcp', host: wanted.host ?? hostOf, port: wanted.port })
      : wanted.path;
  const other = wireEnds(around.graph).find(
    (one) =>
      one.role === 'socket' &&
      one.transport === end.transport &&
      !own.has(one) &&
      one.endpoint !== undefined &&
      formatEndpoint(one.endpoint) === address,
  );
  return other && `${address} is taken by ${whereIs(around, other)}. Choose another address.`;
}

/** Each end keeps its form: `localhost` stays, `unix:` and the scheme stay, a wildcard stays. */
function editsOf(
  around: Around,
  end: WireEnd,
  from: WrittenAddress,
  wanted: Wanted,
): { readonly edits: readonly FileEdit[] } | { readonly problem: string } {
  const address = end.whole ? writtenAddress(around, end) : undefined;
  const put = (part: WrittenPart, newText: string): FileEdit => ({
    path: part.path,
    span: part.span,
    newText,
  });
  if (address !== undefined && wanted.kind === 'tcp' && address.kind === 'tcp') {
    const { host, port } = address;
    const keepsHost =
      wanted.host === undefined || (host !== undefined && isOtherForm(host.text, from.host?.text));
    if (port !== undefined && keepsHost) return { edits: [put(port, String(wanted.port))] };
    if (port !== undefined && host !== undefined)
      return { edits: [put(host, wanted.host ?? host.text), put(port, String(wanted.port))] };
  }
  if (address !== undefined && wanted.kind === 'unix' && address.socketPath !== undefined) {
    const base = baseOf(end, address);
    const relative = !isAbsolute(address.socketPath.text) && wanted.path.startsWith(`${base}/`);
    const text = relative ? wanted.path.slice(base.length + 1) : wanted.path;
    return { edits: [put(address.socketPath, text)] };
  }
  if (address?.whole !== undefined && wanted.kind !== address.kind) {
    const text =
      wanted.kind === 'tcp'
        ? `${wanted.host ?? '127.0.0.1'}:${String(wanted.port)}`
        : address.language === 'nginx'
          ? `unix:${wanted.path}`
          : wanted.path;
    return { edits: [put(address.whole, text)] };
  }
  return {
    problem: `The address in ${whereIs(around, end)} is put together from several places. Change it there by hand first.`,
  };
}

/** The folder that a relative path of this end counts from. */
function baseOf({ endpoint, path }: WireEnd, { socketPath }: WrittenAddress): string {
  const written = socketPath?.text ?? '';
  const full = endpoint?.kind === 'unix' ? endpoint.path : '';
  return full.endsWith(`/${written}`) ? full.slice(0, -written.length - 1) : dirname(path);
}

/** A socket on all addresses, and a name for the loopback, need not follow when the host changes. */
function isOtherForm(host: string, from: string | undefined): boolean {
  return host !== from && (isWildcardHost(host) || host === 'localhost');
}

/** `router.ini:4` */
function whereIs({ uwsgiFile, nginxFile }: Around, { path, span }: Place): string {
  const text = (nginxFile(path) ?? uwsgiFile(path))?.text ?? '';
  return `${basename(path)}:${String(lineAt(indexLines(text), span.start) + 1)}`;
}
