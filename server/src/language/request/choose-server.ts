import { placeOfNode } from './join-conf.ts';
import type { AskedRequest, LostCandidate, RequestStep } from './explanation.ts';
import { toBytes } from './bytes.ts';
import type { HttpModel, ListenModel, NameModel, ServerModel } from './http-model.ts';
import { compilePattern, type PatternMatch } from './pattern.ts';

export interface ChosenServer {
  readonly server: ServerModel;
  /** The one whose `merge_slashes` counts, since the request line is read before the Host header. */
  readonly defaultServer: ServerModel;
  readonly ssl: boolean;
  /** Of the regular expression that fitted the name. */
  readonly match: PatternMatch | undefined;
  readonly listenPort: number;
}

export interface ServerChoice {
  readonly steps: readonly RequestStep[];
  readonly chosen: ChosenServer | undefined;
}

/** First the socket that takes the connection, then among its servers the one whose name fits the Host header. */
export function chooseServer(model: HttpModel, request: AskedRequest): ServerChoice {
  const all = model.servers.flatMap((server) =>
    server.listens.map((listen) => ({ server, listen })),
  );
  const socket = chooseSocket(all, request);
  if (socket === undefined) return { steps: [nobody(all, request)], chosen: undefined };
  const members = all.filter(({ listen }) => listen.socket === socket.listen.socket);
  const servers = [...new Set(members.map(({ server }) => server))];
  const defaultServer = (members.find(({ listen }) => listen.isDefault) ?? socket).server;
  const byName = chooseName(servers, defaultServer, request.host);
  return {
    steps: [socket.step, byName.step],
    chosen: {
      server: byName.server,
      defaultServer,
      ssl: members.some(({ listen }) => listen.ssl),
      match: byName.match,
      listenPort: socket.port,
    },
  };
}

interface Member {
  readonly server: ServerModel;
  readonly listen: ListenModel;
}

function chooseSocket(all: readonly Member[], request: AskedRequest) {
  const to = addressOf(request);
  // Start Stack moves ports that only root may take: the address of such a page still finds its server.
  for (const port of request.port >= 8000 ? [request.port, request.port - 8000] : [request.port]) {
    const fitting = all.filter(({ listen }) => takes(listen, to, port));
    const own = fitting.filter(({ listen }) => !isWildcard(listen.host));
    const wildcards = fitting.filter(({ listen }) => isWildcard(listen.host));
    const named =
      to === undefined ? fitting.find(({ server }) => hasName(server, request)) : own[0];
    const winner = named ?? wildcards[0] ?? own[0];
    if (winner === undefined) continue;
    const { socket } = winner.listen;
    const others = oneEach(fitting.filter(({ listen }) => listen.socket !== socket));
    const moved =
      port === request.port
        ? ''
        : ` Port ${String(request.port)} stands for ${String(port)}, as Start Stack moves it.`;
    const differ = others.filter(({ listen }) => !hasSameServers(all, listen, winner.listen));
    const sure = to !== undefined || differ.length === 0;
    const why =
      others.length === 0
        ? `it is the only address here that port ${String(port)} leads to`
        : differ.length === 0 && to === undefined
          ? `so could ${others.map(({ listen }) => listen.socket).join(', ')}, where the same servers listen`
          : to === undefined
            ? `which address ${request.host} leads to is not in the files`
            : isWildcard(winner.listen.host)
              ? `no \`listen\` names ${to} itself`
              : `it names the address itself, which goes before a wildcard`;
    const step: RequestStep = {
      kind: 'listen',
      text: `${socket} takes the connection: ${why}.${moved}`,
      place: placeOfNode(winner.listen.node),
      sure,
      lost: lostSockets(all, winner.listen, request.port),
    };
    return { ...winner, step, port };
  }
  return undefined;
}

/** Whether it makes no difference which of two sockets takes the connection, as of `*:80` and `[::]:80` mostly. */
function hasSameServers(all: readonly Member[], one: ListenModel, other: ListenModel): boolean {
  const at = ({ socket }: ListenModel) => all.filter(({ listen }) => listen.socket === socket);
  const [here, there] = [at(one), at(other)];
  const first = (members: readonly Member[]) =>
    (members.find(({ listen }) => listen.isDefault) ?? members[0])?.server;
  return (
    here.length === there.length &&
    here.every(({ server }, index) => server === there[index]?.server) &&
    first(here) === first(there)
  );
}

/** An IP address, or undefined for a name that only the DNS knows. */
function addressOf({ address, host }: AskedRequest): string | undefined {
  if (address !== undefined) return address.replace(/^\[|\]$/g, '');
  const name = host.toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost')) return '127.0.0.1';
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return name;
  return /^\[.*\]$/.test(name) ? name.slice(1, -1) : undefined;
}

/** One of each socket. */
function oneEach(members: readonly Member[]): readonly Member[] {
  return [...new Map(members.map((member) => [member.listen.socket, member])).values()];
}

function takes(listen: ListenModel, to: string | undefined, port: number): boolean {
  const { host, ports, both } = listen;
  if (host.startsWith('unix:') || to?.startsWith('unix:') === true) return host === to;
  if (port < ports[0] || port > ports[1]) return false;
  if (to === undefined) return true;
  if (host === '*') return !to.includes(':');
  if (host === '::') return to.includes(':') || both;
  return host === to;
}

function isWildcard(host: string): boolean {
  return host === '*' || host === '::';
}

function lostSockets(
  all: readonly Member[],
  winner: ListenModel,
  port: number,
): readonly LostCandidate[] {
  const seen = new Set([winner.socket]);
  const lost = all.flatMap(({ listen }) => {
    if (seen.has(listen.socket)) return [];
    seen.add(listen.socket);
    const reason =
      port < listen.ports[0] || port > listen.ports[1] ? 'another port' : 'another address';
    return [{ title: `listen ${listen.socket}`, reason, place: placeOfNode(listen.node) }];
  });
  return lost.slice(0, lostLimit);
}

function nobody(all: readonly Member[], { host, port }: AskedRequest): RequestStep {
  const sockets = [...new Set(all.map(({ listen }) => listen.socket))];
  const instead =
    sockets.length === 0
      ? 'There is no server here'
      : `The servers listen on ${sockets.join(', ')}`;
  return {
    kind: 'listen',
    text: `Nobody listens on ${host}:${String(port)}: the connection is refused. ${instead}.`,
    place: undefined,
    lost: [],
    sure: true,
  };
}

interface NameChoice {
  readonly server: ServerModel;
  readonly step: RequestStep;
  readonly match: PatternMatch | undefined;
}

/** The Host header as nginx compares it: lower case, without a dot at the end. */
export function hostName({ host }: Pick<AskedRequest, 'host'>): string {
  return toBytes(host.toLowerCase()).replace(/\.$/, '');
}

function hasName({ names }: ServerModel, request: AskedRequest): boolean {
  const host = hostName(request);
  return names.some(({ text }) => text !== '' && fits(text, host) !== undefined);
}

type Fit =
  | { readonly rank: 0 | 1 | 2; readonly length: number }
  | { readonly rank: 3; readonly match: PatternMatch | undefined };

/** How a name fits a host: exact, by its end, by its beginning, by a regular expression. */
function fits(name: string, host: string): Fit | undefined {
  if (name.startsWith('~')) {
    const pattern = compilePattern(toBytes(name.slice(1)), true);
    const match = pattern?.match(host);
    return match === undefined || match === 'unknown' ? undefined : { rank: 3, match };
  }
  const bytes = toBytes(name);
  if (bytes === host) return { rank: 0, length: bytes.length };
  if (bytes.startsWith('.') && bytes.slice(1) === host) return { rank: 0, length: bytes.length };
  const tail = bytes.startsWith('*.') ? bytes.slice(1) : bytes.startsWith('.') ? bytes : undefined;
  if (tail !== undefined && host.endsWith(tail) && host.length > tail.length)
    return { rank: 1, length: tail.length };
  if (!bytes.endsWith('.*')) return undefined;
  const head = bytes.slice(0, -1);
  return host.startsWith(head) && host.length > head.length
    ? { rank: 2, length: head.length }
    : undefined;
}

/** A list of thousands helps nobody. */
const lostLimit = 60;

const forms = [
  'is exactly the name that is asked for',
  'fits its end, and no exact name does',
  'fits its beginning, and no exact name or leading wildcard does',
  'is the first regular expression that fits, and no other name does',
] as const;

function chooseName(
  servers: readonly ServerModel[],
  defaultServer: ServerModel,
  asked: string,
): NameChoice {
  const host = hostName({ host: asked });
  const counting = countingNames(servers);
  let best: { server: ServerModel; name: NameModel; fit: Fit } | undefined;
  for (const { server, name } of counting) {
    const fit = fits(name.text, host);
    if (fit !== undefined && (best === undefined || isBetter(fit, best.fit)))
      best = { server, name, fit };
  }
  const winner = best?.server ?? defaultServer;
  const lost = servers
    .filter((server) => server !== winner)
    .slice(0, lostLimit)
    .map((server): LostCandidate => {
      const names = server.names.map(({ text }) => text).filter((text) => text !== '');
      const fitting = server.names.filter(({ text }) => text !== '' && fits(text, host));
      const ignored = fitting.filter((name) => !counting.some((one) => one.name === name));
      const place = placeOfNode(server.names[0]?.node ?? server.node);
      return {
        title: names.length === 0 ? 'server without server_name' : `server_name ${names.join(' ')}`,
        reason:
          fitting.length > ignored.length
            ? 'fits, too, but the other fits better or comes first'
            : ignored.length > 0
              ? 'ignored, since another server_name above covers the same names'
              : server === defaultServer
                ? 'the default server, which is asked only when no name fits'
                : `does not fit ${asked}`,
        place,
      };
    });
  const step = (text: string, place: NameModel['node']): RequestStep => ({
    kind: 'server',
    text,
    place: placeOfNode(place),
    lost,
    sure: true,
  });
  if (best === undefined) {
    const flag = winner.listens.find(({ isDefault }) => isDefault);
    const why =
      servers.length === 1
        ? 'it is the only one there'
        : flag === undefined
          ? 'it is the first one there'
          : 'it is marked default_server';
    const names = servers.length === 1 ? '' : `No server_name fits ${asked}. `;
    return {
      server: winner,
      match: undefined,
      step: step(`${names}The default server answers: ${why}.`, flag?.node ?? winner.node),
    };
  }
  const { name, fit } = best;
  return {
    server: winner,
    match: fit.rank === 3 ? fit.match : undefined,
    step: step(`server_name ${name.text} wins: it ${forms[fit.rank]}.`, name.node),
  };
}

interface CountingName {
  readonly server: ServerModel;
  readonly name: NameModel;
}

/** nginx ignores a name that is in conflict with one above: `.x` with `*.x` as a whole, and with a plain `x`. */
function countingNames(servers: readonly ServerModel[]): readonly CountingName[] {
  const taken = new Set<string>();
  const take = (key: string) => taken.size < taken.add(key).size;
  return servers.flatMap((server) =>
    server.names.flatMap((name): readonly CountingName[] => {
      const { text } = name;
      const counts = text.startsWith('~')
        ? true
        : text.startsWith('*.')
          ? take(`head ${text.slice(2)}`)
          : text.startsWith('.')
            ? take(`plain ${text.slice(1)}`) && take(`head ${text.slice(1)}`)
            : take(`plain ${text}`);
      return text !== '' && counts ? [{ server, name }] : [];
    }),
  );
}

/** The first of equals stays. */
function isBetter(one: Fit, other: Fit): boolean {
  if (one.rank !== other.rank) return one.rank < other.rank;
  return one.rank !== 3 && other.rank !== 3 && one.length > other.length;
}
