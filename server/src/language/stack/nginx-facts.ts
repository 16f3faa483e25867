import type { ConfNode, StatementKind } from '../nginx-conf/conf.ts';
import { includePatterns } from '../nginx-conf/includes.ts';
import { parseListen } from '../nginx-conf/listen.ts';
import { readLocation } from '../nginx-conf/location.ts';
import { mayOpen } from '../nginx-conf/may-open.ts';
import { nodesNamed } from '../nginx-conf/walk.ts';
import type { NginxFile } from '../rules/inputs.ts';
import type { Endpoint } from './endpoint.ts';
import type {
  FolderFacts,
  LevelFacts,
  ListenFacts,
  NginxFacts,
  ServerFacts,
  UpstreamFacts,
} from './facts.ts';
import { levelFacts } from './level-facts.ts';
import { passFacts, passTarget } from './pass-facts.ts';
import { variableFacts } from './variable-facts.ts';

export function nginxFacts({ conf }: NginxFile): NginxFacts {
  const servers = nodesNamed(conf, 'server').filter((node) => mayOpen(node, 'server'));
  const indices = new Map(servers.map((server, index) => [server, index]));
  const serverOf = (node: ConfNode): number | undefined => {
    for (let block = node.parent; block !== undefined; block = block.parent) {
      const index = indices.get(block);
      if (index !== undefined) return index;
    }
    return undefined;
  };
  const handles = new Set(conf.kinds.filter(({ name = '' }) => handling.test(name)));
  const levelOf = levelFacts(conf, serverOf);
  const passes = (directive: string) =>
    nodesNamed(conf, directive).flatMap((node) =>
      passFacts(node, serverOf(node), levelOf(node.parent)),
    );
  return {
    kind: conf.kind,
    servers: servers.map(serverFacts),
    passes: passes('uwsgi_pass'),
    proxies: passes('proxy_pass'),
    upstreams: nodesNamed(conf, 'upstream')
      .filter((node) => mayOpen(node, 'upstream'))
      .flatMap(upstreamFacts),
    folders: nodesNamed(conf, 'alias', 'root').flatMap((node) =>
      folderFacts(
        node,
        handles,
        () => serverOf(node),
        () => levelOf(node.parent),
      ),
    ),
    variables: variableFacts(conf),
    includes: includePatterns(conf).map(({ node, text, span }) => ({
      pattern: text,
      span,
      statement: node.statement.span,
      server: serverOf(node),
      level: levelOf(node.parent),
    })),
    top: levelOf(undefined),
  };
}

function serverFacts(node: ConfNode): ServerFacts {
  const children = (name: string) => node.children.filter(({ kind }) => kind.name === name);
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
  const has = (wanted: string) => parameters.some(({ value }) => value === wanted);
  const ipv6 = endpoint?.kind === 'tcp' && endpoint.host.includes(':');
  return [
    {
      ...{ span: address.span, endpoint, ssl: has('ssl') },
      ipv4: !ipv6 || (endpoint.host === '::' && has('ipv6only=off')),
    },
  ];
}

/** Directives that answer a request in another way than from a folder. */
const handling = /_pass$|^(?:return|try_files|rewrite)$/;

function folderFacts(
  { statement, parent }: ConfNode,
  handles: ReadonlySet<StatementKind>,
  server: () => number | undefined,
  level: () => LevelFacts,
): readonly FolderFacts[] {
  const { name, args } = statement;
  const [folder] = args;
  if ((name.value !== 'alias' && name.value !== 'root') || folder === undefined) return [];
  if (parent?.statement.name.value !== 'location') return [];
  const match = readLocation(parent.statement.args);
  if (match?.kind !== 'prefix' || parent.children.some(({ kind }) => handles.has(kind))) return [];
  const directive = name.value;
  const named = { text: folder.value, span: folder.span };
  return [{ location: match.name, directive, folder: named, server: server(), level: level() }];
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
