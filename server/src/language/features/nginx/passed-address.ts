import type { ConfNode } from '../../nginx-conf/conf.ts';
import { isTemplated } from '../../nginx-conf/template.ts';
import { parseUrl } from '../../nginx-conf/values/url.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import type { Span } from '../../text/span.ts';

/** The part of a `*_pass` that an upstream can take the place of. */
export interface PassedAddress {
  /** `127.0.0.1:3031`, `unix:/run/a.sock`, or the name of an upstream. */
  readonly text: string;
  readonly span: Span;
  /** Port that counts where none is written; undefined where one must be. */
  readonly defaultPort: number | undefined;
}

/** undefined for addresses with variables, and where nobody can say what they mean. */
export function passedAddress(node: ConfNode): PassedAddress | undefined {
  const { name, args } = node.statement;
  const [word] = args;
  if (!/^(?:uwsgi|proxy|fastcgi|scgi|grpc)_pass$/.test(name.value) || word === undefined)
    return undefined;
  if (word.value.includes('$') || word.value.includes('\\') || isTemplated(word)) return undefined;
  if (!node.contexts.some((context) => /^(?:location|if in location)$/.test(context)))
    return undefined;
  const [, scheme = '', rest = ''] = /^((?:\w+:\/\/)?)(.*)$/.exec(word.value) ?? [];
  // With a path behind it the colon of a unix socket counts.
  const address = /^unix:/i.test(rest)
    ? /^unix:[^:]*/i.exec(rest)?.[0]
    : /^[^/?#]*/.exec(rest)?.[0];
  if (address === undefined || address === '') return undefined;
  const start = word.span.start + (word.quote ? 1 : 0) + scheme.length;
  return {
    text: address,
    span: { start, end: start + address.length },
    defaultPort: /^https:|^grpcs:/i.test(scheme)
      ? 443
      : /^http:|^grpc:/i.test(scheme)
        ? 80
        : undefined,
  };
}

/** Whether the address is one of a machine, and not the name of an upstream. */
export function isLiteral({ text, defaultPort }: PassedAddress): boolean {
  const url = parseUrl(text);
  if (typeof url === 'string') return false;
  return url.kind === 'unix' || url.port !== undefined || defaultPort !== undefined;
}

/**
 * Whether the application can tell one address from another: without a `Host` of the configuration's own, `proxy_pass`
 * sends the address itself.
 */
export function showsAddress(view: NginxView, node: ConfNode): boolean {
  const name = node.statement.name.value;
  if (name !== 'proxy_pass' && name !== 'grpc_pass') return false;
  const directive = name === 'proxy_pass' ? 'proxy_set_header' : 'grpc_set_header';
  const { lines, hidden } = linesInForce(view, node.parent, [directive]);
  const host = lines.find((line) => line.node.statement.args[0]?.value.toLowerCase() === 'host');
  const value = host?.node.statement.args[1]?.value;
  return value === undefined || /\$\{?proxy_(?:host|port)/.test(value) || hidden.length > 0;
}
