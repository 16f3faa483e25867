import type { ConfNode, NginxConf } from '../../nginx-conf/conf.ts';
import { type Declaration, declarationsOf, scopeOf } from '../../nginx-conf/declarations.ts';
import { isCapture } from '../../nginx-conf/variables.ts';
import { mayHoldVariables } from '../../nginx-conf/variable-words.ts';
import type { Word } from '../../nginx/tree.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { contains, type Span, span, textOf } from '../../text/span.ts';
import { passes, referenceIn } from './references-in.ts';
import { variablesIn } from './variables-in.ts';

/** A place where a name stands that a person has chosen: where it is declared, or where it is used. */
export interface NamePlace {
  readonly kind: Declaration['kind'];
  /** As written, without `$` and with the `@` of a location. */
  readonly name: string;
  /** What names that mean the same have in common: nginx takes variables and upstreams in any case. */
  readonly key: string;
  /** The name alone, without `$`, braces and what else the word has. */
  readonly span: Span;
  readonly declares: boolean;
  readonly scope: Declaration['scope'];
  readonly node: ConfNode;
  /** Set for a value that means an upstream only when something is passed to this variable. */
  readonly through?: string;
}

/** All names of a file in order of position; built-in variables are among them, numbered captures are not. */
export function namesIn(file: NginxFile): readonly NamePlace[] {
  const known = memo.get(file.conf);
  if (known !== undefined) return known;
  const names = [...declarations(file), ...uses(file)];
  names.sort((a, b) => a.span.start - b.span.start || Number(b.declares) - Number(a.declares));
  // A zone that is declared where it is used would stand here twice.
  const found = names.filter((place, at) => names[at - 1]?.span.start !== place.span.start);
  memo.set(file.conf, found);
  return found;
}

/** A reading of a file never changes, so its names are looked for once. */
const memo = new WeakMap<NginxConf, readonly NamePlace[]>();

export function nameAt(file: NginxFile, offset: number): NamePlace | undefined {
  const names = namesIn(file);
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const place = names[low - 1];
  return place !== undefined && contains(place.span, offset) ? place : undefined;
}

export function keyOf(kind: Declaration['kind'], name: string): string {
  return kind === 'variable' || kind === 'upstream' ? name.toLowerCase() : name;
}

function declarations({ text, conf }: NginxFile): NamePlace[] {
  /** Where the search for the next name of a word begins: one expression may name a group twice. */
  const searched = new Map<number, number>();
  return declarationsOf(conf).flatMap(({ kind, name, span: word, node, scope }) => {
    const from = searched.get(word.start) ?? word.start;
    const place = exactSpan(text, span(from, word.end), name, kind);
    if (place === undefined) return [];
    searched.set(word.start, place.end);
    return [{ kind, name, key: keyOf(kind, name), span: place, declares: true, scope, node }];
  });
}

/** The name within its word; undefined where a backslash hides it. */
function exactSpan(
  text: string,
  word: Span,
  name: string,
  kind: Declaration['kind'],
): Span | undefined {
  const raw = textOf(text, word);
  const prefix = prefixes[kind]?.exec(raw) ?? undefined;
  const from = prefix === undefined ? 0 : prefix.index + prefix[0].length;
  const at = raw.indexOf(name, from);
  return at === -1 ? undefined : span(word.start + at, word.start + at + name.length);
}

/** What stands before the name in its word. */
const prefixes: Readonly<Partial<Record<Declaration['kind'], RegExp>>> = {
  variable: /^["']?\$|\(\?P?[<']/,
  upstream: /:\/\//,
  'request zone': /zone=/,
  'connection zone': /zone=/,
  'cache zone': /keys_zone=/,
  'session cache': /shared:/,
  'thread pool': /threads=/,
};

function uses(file: NginxFile): NamePlace[] {
  const { text, conf } = file;
  const places: NamePlace[] = [];
  for (const node of conf.all) {
    const { name, args, end } = node.statement;
    const use = (kind: Declaration['kind'], written: string, place: Span, through?: string) => {
      const scope = scopeOf(node);
      const key = keyOf(kind, written);
      const more = through === undefined ? {} : { through };
      places.push({ kind, name: written, key, span: place, declares: false, scope, node, ...more });
    };
    for (const [index, word] of [name, ...args].entries()) {
      const reference = referenceIn(node, word, index - 1);
      const [kind] = reference?.kinds ?? [];
      const place = reference && kind && exactSpan(text, word.span, reference.name, kind);
      if (place !== undefined && kind !== undefined) use(kind, reference?.name ?? '', place);
      if (!mayHoldVariables(node, index - 1)) continue;
      for (const variable of variablesIn(text, word))
        if (!isCapture(variable.name)) use('variable', variable.name, innerOf(text, variable.span));
    }
    const value = upstreamValue(text, node);
    if (value !== undefined) use('upstream', value.name, value.span, value.through);
    const lua =
      end.kind === 'block'
        ? end.raw
        : name.value.endsWith('_by_lua')
          ? span(name.span.end, node.statement.span.end)
          : undefined;
    if (lua !== undefined)
      for (const { kind, name: written, span: place } of namesInLua(text, lua))
        use(kind, written, place);
  }
  return places;
}

/** Without the `$` and the braces. */
function innerOf(text: string, { start, end }: Span): Span {
  return text[start + 1] === '{' ? span(start + 2, end - 1) : span(start + 1, end);
}

/** The value that `set`, a line of `map` or the like gives to a variable, where it could be an upstream. */
function upstreamValue(
  text: string,
  { statement, contexts, parent }: ConfNode,
): { readonly name: string; readonly span: Span; readonly through: string } | undefined {
  const { name, args } = statement;
  const isSet = contexts.length > 0 && name.value === 'set';
  const block = contexts.length > 0 ? undefined : parent?.statement;
  const isLine = block !== undefined && /^(?:map|geo|split_clients)$/.test(block.name.value);
  const value: Word | undefined = isSet ? args[1] : isLine ? args[0] : undefined;
  const variable = isSet ? args[0] : block?.args.at(-1);
  if (value === undefined || !variable?.value.startsWith('$')) return undefined;
  const upstream = /^(?:[a-z]+:\/\/)?([\w.-]+)$/i.exec(value.value)?.[1];
  if (upstream === undefined || !/[a-z]/i.test(upstream)) return undefined;
  const place = exactSpan(text, value.span, upstream, 'upstream');
  if (place === undefined) return undefined;
  return { name: upstream, span: place, through: variable.value.slice(1).toLowerCase() };
}

/** Variables that hold the name of what is passed to: `uwsgi_pass $backend`, `proxy_pass http://$backend`. */
export function passVariables({ conf }: NginxFile): ReadonlySet<string> {
  const known = passMemo.get(conf);
  if (known !== undefined) return known;
  const variables = new Set<string>();
  for (const { statement } of conf.all) {
    if (!passes.test(statement.name.value)) continue;
    const name = /^(?:[a-z]+:\/\/)?\$\{?(\w+)/i.exec(statement.args[0]?.value ?? '')?.[1];
    if (name !== undefined) variables.add(name.toLowerCase());
  }
  passMemo.set(conf, variables);
  return variables;
}

const passMemo = new WeakMap<NginxConf, ReadonlySet<string>>();

/** `ngx.var.name`, `ngx.var["name"]` and `ngx.exec("@name")`. */
function namesInLua(text: string, raw: Span): readonly Pick<NamePlace, 'kind' | 'name' | 'span'>[] {
  const found: Pick<NamePlace, 'kind' | 'name' | 'span'>[] = [];
  const pattern = /\bngx\.var(?:\.|\[["'])([A-Za-z_]\w*)|\bngx\.exec\(\s*["'](@[^"'\s]+)/g;
  for (const match of textOf(text, raw).matchAll(pattern)) {
    const name = match[1] ?? match[2] ?? '';
    const start = raw.start + match.index + match[0].length - name.length;
    const kind = match[1] === undefined ? 'named location' : 'variable';
    found.push({ kind, name, span: span(start, start + name.length) });
  }
  return found;
}
