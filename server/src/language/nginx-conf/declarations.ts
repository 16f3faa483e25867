import type { Word } from '../nginx/tree.ts';
import type { Span } from '../text/span.ts';
import type { ConfNode, NginxConf, StatementKind } from './conf.ts';
import { mayOpen } from './may-open.ts';
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
  return (
    contexts.length === 0 || name === undefined || declarers.has(name) || name.startsWith('set_')
  );
}

/** What `declarationsIn` knows. */
const declarers: ReadonlySet<string> = new Set([
  ...['upstream', 'limit_req_zone', 'limit_conn_zone', 'proxy_cache_path', 'uwsgi_cache_path'],
  ...['fastcgi_cache_path', 'scgi_cache_path', 'ssl_session_cache', 'log_format', 'thread_pool'],
  ...['location', 'map', 'num_map', 'split_clients', 'geo', 'set', 'auth_request_set', 'perl_set'],
  ...['js_set', 'js_var', 'server_name', 'if', 'rewrite', 'proxy_redirect', 'proxy_cookie_domain'],
  ...['proxy_cookie_path', 'proxy_cookie_flags'],
]);

/** A reading of a file never changes, so its names are looked for once. */
const memo = new WeakMap<NginxConf, readonly Declaration[]>();

export function scopeOf(node: ConfNode | undefined): VariableScope {
  if (node === undefined) return 'http';
  const isStream =
    node.contexts.length > 0 && node.contexts.every((context) => context.startsWith('stream'));
  return isStream ? 'stream' : scopeInside(node.parent);
}

/** Scope of what stands in a block. */
function scopeInside(block: ConfNode | undefined): VariableScope {
  let one = block;
  // Files are seldom nested deeper.
  for (let depth = 0; depth < 8; depth++) {
    if (one === undefined) return 'http';
    if (mayOpen(one, 'stream')) return 'stream';
    one = one.parent;
  }
  return scopeDeepInside(one);
}

/** Remembered for each block, so that deep nesting is climbed once. */
function scopeDeepInside(block: ConfNode | undefined): VariableScope {
  const climbed: ConfNode[] = [];
  let scope: VariableScope = 'http';
  for (let one = block; one !== undefined; one = one.parent) {
    const known = scopes.get(one);
    if (known !== undefined) {
      scope = known;
      break;
    }
    climbed.push(one);
    if (mayOpen(one, 'stream')) {
      scope = 'stream';
      break;
    }
  }
  for (const one of climbed) scopes.set(one, scope);
  return scope;
}

const scopes = new WeakMap<ConfNode, VariableScope>();

function declarationsIn(node: ConfNode): readonly Declaration[] {
  const { statement, contexts, parent } = node;
  const { args, name: own } = statement;
  const isLookup = parent?.opens === 'raw:geoip2' && own.value.startsWith('$');
  if (contexts.length === 0 && !isLookup)
    return capturesIn(node, parent === undefined || parent.statement.name.value === 'map');
  const [first, second] = args;
  const at = (kind: Declaration['kind'], word: Word | undefined, name = word?.value) =>
    word === undefined || name === undefined || name === ''
      ? []
      : [{ kind, name, span: word.span, node, scope: scopeOf(node) }];
  const variable = (word: Word | undefined) => {
    const name = word && /^\$(\w+)$/.exec(word.value)?.[1];
    return name === undefined ? [] : at('variable', word, name);
  };
  const zone = (kind: Declaration['kind'], key: string) => {
    const word = args.find(({ value }) => value.startsWith(key));
    return at(kind, word, word?.value.slice(key.length).split(':')[0]);
  };
  if (isLookup) return variable(own);
  switch (own.value) {
    case 'upstream':
      return at('upstream', first);
    case 'limit_req_zone':
      return zone('request zone', 'zone=');
    case 'limit_conn_zone':
      return zone('connection zone', 'zone=');
    case 'proxy_cache_path':
    case 'uwsgi_cache_path':
    case 'fastcgi_cache_path':
    case 'scgi_cache_path':
      return zone('cache zone', 'keys_zone=');
    case 'ssl_session_cache':
      return zone('session cache', 'shared:');
    case 'log_format':
      return at('log format', first);
    case 'thread_pool':
      return at('thread pool', first);
    case 'location':
      return [
        ...(args.length === 1 && first?.value.startsWith('@') === true
          ? at('named location', first)
          : []),
        ...capturesIn(node, true),
      ];
    case 'map':
    case 'num_map':
    case 'split_clients':
      return variable(second);
    case 'geo':
      return variable(second ?? first);
    case 'set':
    case 'auth_request_set':
    case 'perl_set':
    case 'js_set':
    case 'js_var':
      return variable(first);
    case 'server_name':
    case 'if':
    case 'rewrite':
    case 'proxy_redirect':
    case 'proxy_cookie_domain':
    case 'proxy_cookie_path':
    case 'proxy_cookie_flags':
      return capturesIn(node, true);
    default:
      return own.value.startsWith('set_') ? variable(first) : [];
  }
}

/** `(?<name>…)`, `(?'name'…)` and `(?P<name>…)` of regular expressions make variables. */
function capturesIn(node: ConfNode, asked: boolean): readonly Declaration[] {
  if (!asked) return [];
  const { name, args } = node.statement;
  // Nearly no statement holds any.
  if (!holdsGroup(name) && !args.some(holdsGroup)) return [];
  return [name, ...args].flatMap((word) =>
    word.value.includes('(?')
      ? [...word.value.matchAll(/\(\?P?[<'](\w+)[>']/g)].map(([, capture = '']) => ({
          kind: 'variable' as const,
          name: capture,
          span: word.span,
          node,
          scope: scopeOf(node),
        }))
      : [],
  );
}

function holdsGroup({ value }: Word): boolean {
  return value.includes('(?');
}
