import { nginxVariableTable } from '../data/nginx-variables.data.ts';
import type { NginxModule } from './directives.ts';

/** Variables of `http` and of `stream` live apart: the same name may exist in one only. */
export type VariableScope = 'http' | 'stream';

/** A variable that nginx or a module brings, or a family of them. */
export interface NginxVariable {
  /** Without `$`. Of a family the constant part, with its underscore: `arg_`. */
  readonly name: string;
  /** Any name that begins so exists: `$arg_…`, `$http_…`. */
  readonly family: boolean;
  readonly scope: VariableScope;
  readonly module: string;
  readonly status: NginxModule['status'];
  /** undefined for a core variable that is older than 0.5.0. */
  readonly firstRelease: string | undefined;
  /** Release that the reference names, where it differs. */
  readonly since: string | undefined;
  /** Whether `set`, `map` and the like may define it anew; nginx refuses all others as duplicates. */
  readonly settable: boolean;
  readonly in1221: boolean;
  /** Made for nginx's own default headers; the reference doesn't name it. */
  readonly internal: boolean;
}

/** The variable, or the family, that a name without `$` belongs to. Case counts for nothing, as in nginx. */
export function builtInVariable(name: string, scope: VariableScope): NginxVariable | undefined {
  const { byName, families } = table()[scope];
  const lower = name.toLowerCase();
  return (
    byName.get(lower) ??
    // The bare prefix is a member, too: nginx takes `$arg_`. The longest prefix is the family.
    families.find((family) => lower.startsWith(family.name))
  );
}

/** `$1` to `$9`: the groups of the last regular expression that matched. nginx never checks that there is one. */
export function isCapture(name: string): boolean {
  return /^[1-9]$/.test(name);
}

export function allVariables(scope: VariableScope): readonly NginxVariable[] {
  return table()[scope].all;
}

interface ScopeTable {
  readonly all: NginxVariable[];
  readonly byName: Map<string, NginxVariable>;
  readonly families: NginxVariable[];
}

let decoded: Readonly<Record<VariableScope, ScopeTable>> | undefined;

function table(): Readonly<Record<VariableScope, ScopeTable>> {
  if (decoded) return decoded;
  const empty = (): ScopeTable => ({ all: [], byName: new Map(), families: [] });
  const tables = { http: empty(), stream: empty() };
  let module = {
    name: '',
    status: 'core' as NginxModule['status'],
    scope: 'http' as VariableScope,
  };
  for (const line of nginxVariableTable.split('\n')) {
    if (line === '') continue;
    const [first = '', ...rest] = line.split('\t');
    if (first.startsWith('@')) {
      const [status, scope] = rest;
      module = {
        name: first.slice(1),
        status: status as NginxModule['status'],
        scope: scope as VariableScope,
      };
      continue;
    }
    const variable = decode(first, rest, module);
    const { all, byName, families } = tables[module.scope];
    all.push(variable);
    if (variable.family) families.push(variable);
    // The first one counts: a commercial or third-party namesake comes later in the table.
    else if (!byName.has(variable.name)) byName.set(variable.name, variable);
  }
  for (const { families } of Object.values(tables))
    families.sort((a, b) => b.name.length - a.name.length);
  decoded = tables;
  return decoded;
}

function decode(
  name: string,
  columns: readonly string[],
  module: { name: string; status: NginxModule['status']; scope: VariableScope },
): NginxVariable {
  const one = (key: string) =>
    columns.find((column) => column.startsWith(`${key}=`))?.slice(key.length + 1);
  const family = name.endsWith('*');
  return {
    name: family ? name.slice(0, -1) : name,
    family,
    scope: module.scope,
    module: module.name,
    status: module.status,
    firstRelease: one('first'),
    since: one('since'),
    settable: columns.includes('settable'),
    in1221: module.status === 'core' && !columns.includes('not1221'),
    internal: columns.includes('internal'),
  };
}
