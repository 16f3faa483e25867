import type { Word } from '../nginx/tree.ts';
import type { ConfNode, NginxConf } from './conf.ts';
import { scopeOf } from './declarations.ts';
import { soundNamed } from './sound.ts';
import { isTemplated } from './template.ts';
import { isIpv4 } from './values/address.ts';
import { parseUrl } from './values/url.ts';
import type { VariableScope } from './variables.ts';

/** One `listen`, in a server of http or stream. */
export interface Listen {
  readonly node: ConfNode;
  /** The address as written. */
  readonly word: Word;
  readonly scope: VariableScope;
  /** What is bound, in one form for all ways of writing it; one for each port of a range. */
  readonly sockets: readonly string[];
  readonly isDefault: boolean;
  /** Has parameters of the socket itself, such as `backlog=`. */
  readonly hasOptions: boolean;
  readonly ssl: boolean;
}

export function listensOf(conf: NginxConf): readonly Listen[] {
  const known = memo.get(conf);
  if (known !== undefined) return known;
  const found = soundNamed(conf, 'listen').flatMap(({ node, entry }) =>
    entry.contexts.some((context) => /^(?:stream )?server$/.test(context)) ? listenIn(node) : [],
  );
  memo.set(conf, found);
  return found;
}

const memo = new WeakMap<NginxConf, readonly Listen[]>();

function listenIn(node: ConfNode): readonly Listen[] {
  const [word, ...parameters] = node.statement.args;
  if (word === undefined || isTemplated(word)) return [];
  const has = (pattern: RegExp) => parameters.some(({ value }) => pattern.test(value));
  const type = has(/^(?:udp|quic)$/) ? 'udp' : 'tcp';
  const sockets = socketsOf(word.value).map((socket) => `${type} ${socket}`);
  return [
    {
      node,
      word,
      scope: scopeOf(node),
      sockets,
      isDefault: has(/^default(?:_server)?$/),
      hasOptions: has(
        /^(?:bind|deferred|reuseport|multipath|(?:setfib|fastopen|backlog|rcvbuf|sndbuf|accept_filter|ipv6only|so_keepalive)=.*)$/,
      ),
      ssl: has(/^(?:ssl|quic)$/),
    },
  ];
}

/** None where the address is wrong, or only a resolver knows it. */
function socketsOf(value: string): readonly string[] {
  const url = parseUrl(value, { listen: true });
  if (typeof url === 'string') return [];
  if (url.kind === 'unix') return [`unix:${url.host}`];
  const host =
    url.kind === 'inet6'
      ? `[${plainIpv6(url.host)}]`
      : url.host === '*'
        ? '0.0.0.0'
        : isIpv4(url.host)
          ? url.host.split('.').map(Number).join('.')
          : undefined;
  if (host === undefined) return [];
  const { port = 80, lastPort = port } = url;
  const count = Math.min(lastPort - port + 1, longestRange);
  return Array.from({ length: count }, (_, index) => `${host}:${port + index}`);
}

/** A range of more ports is compared by its first ones only. */
const longestRange = 100;

function plainIpv6(text: string): string {
  const [head = '', tail] = text.toLowerCase().split('::');
  const groups = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=[\da-f])/, ''));
  if (tail === undefined) return groups(head).join(':');
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].join(':');
}
