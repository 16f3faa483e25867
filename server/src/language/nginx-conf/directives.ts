import { nginxDirectiveTable } from '../data/nginx-directives.data.ts';

/** All entries of the table with this name, of every module: `server` has four. Names are case-sensitive, as in nginx. */
export function directivesNamed(name: string): readonly NginxDirective[] {
  return table().get(name) ?? none;
}

const none: readonly NginxDirective[] = [];

export function allDirectiveNames(): Iterable<string> {
  return table().keys();
}

/** Blocks that directives may stand in, plus `any`, which only `include` is allowed in. */
export const nginxContexts = [
  'main',
  'events',
  'http',
  'server',
  'location',
  'if in server',
  'if in location',
  'limit_except',
  'upstream',
  'stream',
  'stream server',
  'stream upstream',
  'mail',
  'mail server',
  'rtmp',
  'rtmp server',
  'rtmp application',
  'rtmp recorder',
  'mgmt',
  'oidc_provider',
  'acme_issuer',
  'any',
] as const;

export type NginxContext = (typeof nginxContexts)[number];

export function isNginxContext(name: string): name is NginxContext {
  return (nginxContexts as readonly string[]).includes(name);
}

/** One definition of a directive by one module. What is unknown is undefined. */
export interface NginxDirective {
  readonly name: string;
  readonly module: NginxModule;
  readonly contexts: readonly NginxContext[];
  readonly args: NginxArity;
  readonly block: boolean;
  /** Context of the block; `raw:…` when its body holds no directives; two contexts divided by `|` for `if`. */
  readonly opens: string | undefined;
  /** `flag`, `size`, `time-ms`, `enum`, …: what kind of value the directive takes. */
  readonly valueType: string | undefined;
  /** The legal words of an `enum`, `enum-set` or `flag`. */
  readonly values: readonly string[];
  /** Words that have a meaning beside free values. */
  readonly keywords: readonly string[];
  readonly bounds: { readonly min: number; readonly max: number } | undefined;
  readonly default: string | undefined;
  /** Forms of the arguments, as the reference writes them: `<name>` is a placeholder. */
  readonly syntax: readonly string[];
  /** First release with the directive; undefined for a core directive that is older than 0.5.0. */
  readonly firstRelease: string | undefined;
  /** Release that the reference names, where it differs. */
  readonly since: string | undefined;
  readonly removedIn: string | undefined;
  readonly lastRelease: string | undefined;
  readonly deprecated: { readonly since: string | undefined } | undefined;
  /** What takes the place of a removed or deprecated directive. */
  readonly replacement: string | undefined;
  readonly platform: string | undefined;
  /** What a second one in the same block does: `error`, `allowed`, `warn`, or what must differ (`zone`, `name`, …). */
  readonly duplicates: string | undefined;
  readonly in1221: boolean;
  readonly arities1221: readonly number[];
  readonly documented: boolean;
  /** Not compared with a program: placement and number of arguments may be wrong. */
  readonly approximate: boolean;
}

export interface NginxModule {
  readonly name: string;
  readonly status: 'core' | 'removed' | 'separate-module' | 'commercial' | 'third-party';
  readonly repo: string | undefined;
  readonly debianPackage: string | undefined;
  /** Option of nginx's configure script that builds it in. */
  readonly build: string | undefined;
}

export interface NginxArity {
  readonly min: number;
  /** Infinity when there is no upper bound. */
  readonly max: number;
  /** All legal numbers, when they are not simply min to max. */
  readonly counts: readonly number[] | undefined;
  /** One argument, `on` or `off`. */
  readonly flag: boolean;
}

export function arityAllows({ min, max, counts }: NginxArity, count: number): boolean {
  return counts ? counts.includes(count) : min <= count && count <= max;
}

const contextLetters: Readonly<Record<string, NginxContext>> = {
  '*': 'any',
  m: 'main',
  e: 'events',
  h: 'http',
  s: 'server',
  l: 'location',
  S: 'if in server',
  L: 'if in location',
  x: 'limit_except',
  u: 'upstream',
  t: 'stream',
  T: 'stream server',
  U: 'stream upstream',
  a: 'mail',
  A: 'mail server',
  r: 'rtmp',
  R: 'rtmp server',
  p: 'rtmp application',
  c: 'rtmp recorder',
  g: 'mgmt',
  o: 'oidc_provider',
  i: 'acme_issuer',
};

let decoded: Map<string, NginxDirective[]> | undefined;

/** Decoded at the first use: a session without nginx files doesn't pay for it. */
function table(): Map<string, NginxDirective[]> {
  if (decoded) return decoded;
  decoded = new Map();
  let module: NginxModule | undefined;
  for (const line of nginxDirectiveTable.split('\n')) {
    if (line.startsWith('@')) module = decodeModule(line);
    else if (line !== '' && module) {
      const directive = decodeDirective(line, module);
      const known = decoded.get(directive.name);
      if (known) known.push(directive);
      else decoded.set(directive.name, [directive]);
    }
  }
  return decoded;
}

function decodeModule(line: string): NginxModule {
  const [name = '', status = '', ...rest] = line.split('\t');
  const { one } = readColumns(rest);
  return {
    name: name.slice(1),
    status: status as NginxModule['status'],
    repo: one('repo'),
    debianPackage: one('debian'),
    build: one('build'),
  };
}

function decodeDirective(line: string, module: NginxModule): NginxDirective {
  const [name = '', letters = '', arity = '', ...rest] = line.split('\t');
  const { one, all, has } = readColumns(rest);
  const args = decodeArity(arity.replace('{', ''));
  const words = (key: string) => one(key)?.split(' ') ?? [];
  const [min, max] = one('bounds')?.split('-') ?? [];
  const deprecatedSince = one('deprecated');
  return {
    name,
    module,
    contexts: letters.split('').flatMap((letter) => contextLetters[letter] ?? []),
    args,
    block: arity.endsWith('{'),
    opens: one('opens'),
    valueType: args.flag ? 'flag' : one('type'),
    values: args.flag && !has('values') ? ['on', 'off'] : words('values'),
    keywords: words('keywords'),
    bounds: min === undefined ? undefined : { min: Number(min), max: max ? Number(max) : Infinity },
    default: one('default'),
    syntax: all('syntax').map((form) => (form === '(none)' ? '' : form)),
    firstRelease: one('first'),
    since: one('since'),
    removedIn: one('removed'),
    lastRelease: one('last'),
    deprecated: deprecatedSince === undefined ? undefined : { since: deprecatedSince || undefined },
    replacement: one('use'),
    platform: one('platform'),
    duplicates: has('once') ? 'error' : one('repeat'),
    in1221: module.status === 'core' ? !has('not1221') : has('in1221'),
    arities1221: one('arities1221')?.split(',').map(Number) ?? [],
    documented: !has('undocumented'),
    approximate: has('approximate'),
  };
}

function decodeArity(text: string): NginxArity {
  if (text === 'flag') return { min: 1, max: 1, counts: undefined, flag: true };
  if (text.endsWith('+'))
    return { min: Number(text.slice(0, -1)), max: Infinity, counts: undefined, flag: false };
  const counts = text.split(/[-,]/).map(Number);
  const min = counts[0] ?? 0;
  const max = counts.at(-1) ?? min;
  return { min, max, counts: text.includes(',') ? counts : undefined, flag: false };
}

function readColumns(columns: readonly string[]) {
  const all = (key: string) =>
    columns
      .filter((column) => column.startsWith(`${key}=`))
      .map((column) => column.slice(key.length + 1));
  return {
    all,
    one: (key: string): string | undefined => all(key)[0],
    has: (key: string) => columns.some((column) => column === key || column.startsWith(`${key}=`)),
  };
}
