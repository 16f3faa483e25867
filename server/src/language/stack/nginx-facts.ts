import type { ConfNode } from '../nginx-conf/conf.ts';
import { includePatterns } from '../nginx-conf/includes.ts';
import { parseListen } from '../nginx-conf/listen.ts';
import { parseUwsgiPass } from '../nginx-conf/pass.ts';
import { mayOpen } from '../nginx-conf/may-open.ts';
import { ancestors, walkNodes } from '../nginx-conf/walk.ts';
import type { NginxFile } from '../rules/inputs.ts';
import type { Endpoint } from './endpoint.ts';
import type {
  ListenFacts,
  NamedSpan,
  NginxFacts,
  PassFacts,
  ServerFacts,
  UpstreamFacts,
} from './facts.ts';

export function nginxFacts({ conf }: NginxFile): NginxFacts {
  const nodes = [...walkNodes(conf.nodes)];
  const servers = nodes.filter((node) => mayOpen(node, 'server'));
  return {
    kind: conf.kind,
    servers: servers.map(serverFacts),
    passes: nodes
      .filter(({ statement }) => statement.name.value === 'uwsgi_pass')
      .flatMap((node) => passFacts(node, servers)),
    upstreams: nodes.filter((node) => mayOpen(node, 'upstream')).flatMap(upstreamFacts),
    includes: includePatterns(conf).map(({ text, span }) => ({ pattern: text, span })),
  };
}

function serverFacts(node: ConfNode): ServerFacts {
  const children = (name: string) =>
    node.children.filter(({ statement }) => statement.name.value === name);
  return {
    span: node.statement.name.span,
    listens: children('listen').flatMap(listenFacts),
    names: children('server_name').flatMap(({ statement }) =>
      statement.args.map(({ value, span }) => ({ text: value, span })),
    ),
  };
}

function listenFacts({ statement }: ConfNode): readonly ListenFacts[] {
  const [address, ...parameters] = statement.args;
  if (address === undefined) return [];
  const parsed = parseListen(address.value);
  const endpoint: Endpoint | undefined =
    parsed.kind === 'tcp'
      ? { kind: 'tcp', host: parsed.host, port: parsed.port }
      : parsed.kind === 'unix'
        ? { kind: 'unix', path: parsed.path }
        : undefined;
  return [{ span: address.span, endpoint, ssl: parameters.some(({ value }) => value === 'ssl') }];
}

function passFacts(node: ConfNode, servers: readonly ConfNode[]): readonly PassFacts[] {
  const [word] = node.statement.args;
  if (word === undefined) return [];
  const above = [...ancestors(node)];
  const server = above.findIndex((block) => mayOpen(block, 'server'));
  const location = above.find(({ statement }) => statement.name.value === 'location');
  return [
    {
      span: word.span,
      text: word.value,
      target: passTarget(word.value),
      server: server === -1 ? undefined : servers.indexOf(above[server] ?? node),
      location: location && locationOf(location),
      key: keyParameter(above),
    },
  ];
}

function passTarget(value: string): PassFacts['target'] {
  const parsed = parseUwsgiPass(value);
  switch (parsed.kind) {
    case 'tcp':
      return { kind: 'endpoint', endpoint: { kind: 'tcp', host: parsed.host, port: parsed.port } };
    case 'unix':
      return { kind: 'endpoint', endpoint: { kind: 'unix', path: parsed.path } };
    case 'upstream':
      return { kind: 'upstream', name: parsed.name };
    case 'variable':
    case 'invalid':
      return { kind: 'unknown' };
  }
}

/** Modifiers may be glued to the path: `location ~*\.php$`. */
function locationOf({ statement }: ConfNode): { modifier: string; path: string } {
  const values = statement.args.map(({ value }) => value);
  const [first = '', second] = values;
  if (second !== undefined) return { modifier: first, path: second };
  const glued = /^(=|~\*|~|\^~)(.*)$/.exec(first);
  return glued === null
    ? { modifier: '', path: first }
    : { modifier: glued[1] ?? '', path: glued[2] ?? '' };
}

/**
 * The FastRouter's key: the last UWSGI_FASTROUTER_KEY of the innermost level that sets any `uwsgi_param` at all,
 * since one parameter at a level discards all inherited ones.
 */
function keyParameter(above: readonly ConfNode[]): NamedSpan | undefined {
  for (const { children: level } of above) {
    const parameters = level.filter(({ statement }) => statement.name.value === 'uwsgi_param');
    if (parameters.length === 0) continue;
    const value = parameters.findLast(
      ({ statement }) => statement.args[0]?.value === 'UWSGI_FASTROUTER_KEY',
    )?.statement.args[1];
    return value && { text: value.value, span: value.span };
  }
  return undefined;
}

function upstreamFacts({ statement, children }: ConfNode): readonly UpstreamFacts[] {
  const [name] = statement.args;
  if (name === undefined) return [];
  const servers = children
    .filter((child) => child.statement.name.value === 'server')
    .flatMap((child) => {
      const [word] = child.statement.args;
      if (word === undefined) return [];
      const target = passTarget(word.value);
      return [
        { span: word.span, endpoint: target.kind === 'endpoint' ? target.endpoint : undefined },
      ];
    });
  return [{ name: name.value, span: name.span, servers }];
}
