import type { Word } from '../nginx/tree.ts';
import type { Span } from '../text/span.ts';
import type { ConfNode, NginxConf, StatementKind } from './conf.ts';
import type { VariableScope } from './variables.ts';
import { inOrder } from './walk.ts';

/** A name that an nginx file gives to something, so that other lines can refer to it. */
export interface Declaration {
  readonly kind:
    | 'upstream'
    /** Shared memory of `limit_req_zone`. */
    | 'request zone'
    | 'connection zone'
    | 'cache zone'
    /** Of TLS sessions: every `ssl_session_cache` that names it declares it. */
    | 'session cache'
    | 'log format'
    | 'named location'
    | 'variable'
    | 'thread pool';
  /** As a reference writes it, but without `$` and with the `@` of a location. */
  readonly name: string;
  readonly span: Span;
  /** The statement that declares it. */
  readonly node: ConfNode;
  /** Names of `http` and of `stream` live apart. */
  readonly scope: VariableScope;
}

/** Every declaration of a file, in its order. Variables may be declared many times. */
export function declarationsOf(conf: NginxConf): readonly Declaration[] {
  const known = memo.get(conf);
  if (known !== undefined) return known;
  const found: Declaration[] = [];
  for (const node of inOrder(conf.kinds.filter(mayDeclare)))
    for (const one of declarationsIn(node)) found.push(one);
  memo.set(conf, found);
  return found;
}

function mayDeclare({ name, contexts }: StatementKind): boolean {
  return contexts.length === 0 || name === undefined || declarerNamed(name) !== undefined;
}

/** A reading of a file never changes, so its names are looked for once. */
const memo = new WeakMap<NginxConf, readonly Declaration[]>();

export function scopeOf(node: ConfNode | undefined): VariableScope {
  if (node === undefined) return 'http';
  const { contexts, inStream } = node;
  const isStream = contexts.length > 0 && contexts.every((context) => context.startsWith('stream'));
  return isStream || inStream ? 'stream' : 'http';
}

function declarationsIn(node: ConfNode): readonly Declaration[] {
  const { statement, contexts, parent } = node;
  if (parent?.opens === 'raw:geoip2' && statement.name.value.startsWith('$'))
    return variable(node, statement.name);
  if (contexts.length === 0)
    return parent === undefined || parent.statement.name.value === 'map' ? capturesIn(node) : [];
  return declarerNamed(statement.name.value)?.(node) ?? [];
}

type Declarer = (node: ConfNode) => readonly Declaration[];

const first = ({ statement: { args } }: ConfNode) => args[0];
const second = ({ statement: { args } }: ConfNode) => args[1];
const naming =
  (kind: Declaration['kind']): Declarer =>
  (node) =>
    at(node, kind, first(node));
const zone =
  (kind: Declaration['kind'], key: string): Declarer =>
  (node) => {
    const word = node.statement.args.find(({ value }) => value.startsWith(key));
    return at(node, kind, word, word?.value.slice(key.length).split(':')[0]);
  };
const firstVariable: Declarer = (node) => variable(node, first(node));
const secondVariable: Declarer = (node) => variable(node, second(node));
const cacheZone = zone('cache zone', 'keys_zone=');

const declarers: ReadonlyMap<string, Declarer> = new Map<string, Declarer>([
  ['upstream', naming('upstream')],
  ['limit_req_zone', zone('request zone', 'zone=')],
  ['limit_conn_zone', zone('connection zone', 'zone=')],
  ['proxy_cache_path', cacheZone],
  ['uwsgi_cache_path', cacheZone],
  ['fastcgi_cache_path', cacheZone],
  ['scgi_cache_path', cacheZone],
  ['ssl_session_cache', zone('session cache', 'shared:')],
  ['log_format', naming('log format')],
  ['thread_pool', naming('thread pool')],
  ['location', (node) => [...namedLocation(node), ...capturesIn(node)]],
  ['map', secondVariable],
  ['num_map', secondVariable],
  ['split_clients', secondVariable],
  ['geo', (node) => variable(node, second(node) ?? first(node))],
  ['set', firstVariable],
  ['auth_request_set', firstVariable],
  ['perl_set', firstVariable],
  ['js_set', firstVariable],
  ['js_var', firstVariable],
  ['server_name', capturesIn],
  ['if', capturesIn],
  ['rewrite', capturesIn],
  ['proxy_redirect', capturesIn],
  ['proxy_cookie_domain', capturesIn],
  ['proxy_cookie_path', capturesIn],
  ['proxy_cookie_flags', capturesIn],
]);

/** `set_…` are the directives of a module that makes variables in many ways. */
function declarerNamed(name: string): Declarer | undefined {
  return declarers.get(name) ?? (name.startsWith('set_') ? firstVariable : undefined);
}

function namedLocation(node: ConfNode): readonly Declaration[] {
  const { args } = node.statement;
  return args.length === 1 && args[0]?.value.startsWith('@') === true
    ? at(node, 'named location', args[0])
    : [];
}

function variable(node: ConfNode, word: Word | undefined): readonly Declaration[] {
  const name = word && /^\$(\w+)$/.exec(word.value)?.[1];
  return name === undefined ? [] : at(node, 'variable', word, name);
}

function at(
  node: ConfNode,
  kind: Declaration['kind'],
  word: Word | undefined,
  name = word?.value,
): readonly Declaration[] {
  return word === undefined || name === undefined || name === ''
    ? []
    : [{ kind, name, span: word.span, node, scope: scopeOf(node) }];
}

/** `(?<name>…)`, `(?'name'…)` and `(?P<name>…)` of regular expressions make variables. */
function capturesIn(node: ConfNode): readonly Declaration[] {
  const { name, args } = node.statement;
  return [name, ...args].filter(holdsGroup).flatMap((word) =>
    [...word.value.matchAll(/\(\?P?[<'](\w+)[>']/g)].map(([, capture = '']) => ({
      kind: 'variable' as const,
      name: capture,
      span: word.span,
      node,
      scope: scopeOf(node),
    })),
  );
}

function holdsGroup({ value }: Word): boolean {
  return value.includes('(?');
}
