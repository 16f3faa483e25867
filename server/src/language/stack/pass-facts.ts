import type { ConfNode } from '../nginx-conf/conf.ts';
import { portNumber, splitHostPort } from '../nginx-conf/host-port.ts';
import { readLocation } from '../nginx-conf/location.ts';
import { parseUwsgiPass } from '../nginx-conf/pass.ts';
import { basename } from '../text/path.ts';
import type { LevelFacts, NamedSpan, PassFacts } from './facts.ts';

/** What a `uwsgi_pass` or a `proxy_pass` says. */
export function passFacts(
  node: ConfNode,
  server: number | undefined,
  level: LevelFacts,
): readonly PassFacts[] {
  const [word] = node.statement.args;
  if (word === undefined) return [];
  let block = node.parent;
  while (block !== undefined && block.kind.name !== 'location') block = block.parent;
  const match = block && readLocation(block.statement.args);
  const proxy = node.statement.name.value === 'proxy_pass';
  return [
    {
      span: word.span,
      text: word.value,
      ssl: /^(?:suwsgi|https):\/\//i.test(word.value),
      statement: node.statement.span,
      level,
      target: proxy ? proxyTarget(word.value) : passTarget(word.value),
      server,
      location: match && { modifier: match.modifier, path: match.name },
      key: keyParameter(level),
    },
  ];
}

export function passTarget(value: string): PassFacts['target'] {
  const parsed = parseUwsgiPass(value);
  switch (parsed.kind) {
    case 'tcp':
      return { kind: 'endpoint', endpoint: { kind: 'tcp', host: parsed.host, port: parsed.port } };
    case 'unix':
      return { kind: 'endpoint', endpoint: { kind: 'unix', path: parsed.path } };
    case 'upstream':
      return { kind: 'upstream', name: parsed.name };
    case 'variable':
      return { kind: /\$\w|\$\{[a-z_]/.test(value) ? 'variables' : 'unknown' };
    case 'invalid':
      return { kind: 'unknown' };
  }
}

/** `http[s]://host[:port][/uri]` or `http[s]://unix:path[:/uri]`. */
export function proxyTarget(value: string): PassFacts['target'] {
  if (/\$\w|\$\{[a-z_]/.test(value)) return { kind: 'variables' };
  const [, secure = '', rest = ''] = /^http(s?):\/\/(.*)$/is.exec(value) ?? [];
  if (/^unix:/i.test(rest)) {
    const path = /^unix:([^:]*)/i.exec(rest)?.[1] ?? '';
    return path === ''
      ? { kind: 'unknown' }
      : { kind: 'endpoint', endpoint: { kind: 'unix', path: path.replace(/^\/{2,}/, '/') } };
  }
  const address = splitHostPort(rest.split('/')[0] ?? '');
  if (address.kind === 'invalid' || address.host === '') return { kind: 'unknown' };
  const { host } = address;
  if (address.port === undefined && !host.includes('.') && secure === '')
    return { kind: 'upstream', name: host };
  const port = portNumber(address.port ?? (secure === '' ? '80' : '443'));
  return port === undefined
    ? { kind: 'unknown' }
    : { kind: 'endpoint', endpoint: { kind: 'tcp', host, port } };
}

/**
 * The FastRouter's key: the last UWSGI_FASTROUTER_KEY of the innermost level that sets any `uwsgi_param` at all,
 * since one parameter at a level discards all inherited ones.
 */
function keyParameter(inner: LevelFacts): NamedSpan | undefined {
  for (let level: LevelFacts | undefined = inner; level !== undefined; level = level.up) {
    const parameters = level.settings.filter(({ name }) => name === 'uwsgi_param');
    const included = level.includes.some(({ pattern }) => basename(pattern) === 'uwsgi_params');
    if (parameters.length === 0 && !included) continue;
    return parameters.findLast(({ args }) => args[0]?.text === 'UWSGI_FASTROUTER_KEY')?.args[1];
  }
  return undefined;
}
