import { readCondition } from './condition.ts';
import type { ConfNode, NginxConf } from './conf.ts';
import type { NginxDirective } from './directives.ts';
import { scopeOf } from './declarations.ts';
import { scanVariables, type ScannedVariable } from './scan-variables.ts';
import { scriptWords } from './scripts.ts';
import { soundWhere } from './sound.ts';
import { isTemplated, isTemplatedStatement } from './template.ts';
import type { VariableScope } from './variables.ts';

/** A variable that nginx looks up when it reads the configuration. */
export interface VariableUse extends ScannedVariable {
  readonly node: ConfNode;
  readonly scope: VariableScope;
}

/** Every variable of a file that nginx would refuse to start without, in the order of the directives. */
export function variableUses(conf: NginxConf, text: string): readonly VariableUse[] {
  const known = memo.get(conf);
  if (known !== undefined) return known;
  const uses: VariableUse[] = [];
  for (const { node, entry } of soundWhere(conf, mayHold)) {
    if (isNeverRead(node)) continue;
    const found = usesOf(node, entry.name, text);
    if (found.length === 0) continue;
    const scope = scopeOf(node);
    for (const { kind, name, span } of found) uses.push({ kind, name, span, node, scope });
  }
  memo.set(conf, uses);
  return uses;
}

/** A reading never changes, and several rules ask. */
const memo = new WeakMap<NginxConf, readonly VariableUse[]>();

function mayHold({ name, module }: NginxDirective): boolean {
  if (module.status !== 'core' && module.status !== 'removed') return false;
  return holdsVariables.has(name) || scriptWords(name, []) !== undefined;
}

/** Beside those whose words are looked through. */
const holdsVariables: ReadonlySet<string> = new Set([
  ...['if', 'geo', 'charset', 'source_charset', 'memcached_pass'],
]);

/** These are looked at when nginx joins the settings of `http` with those of a server: never, without any server. */
function isNeverRead({ statement, parent }: ConfNode): boolean {
  return (
    parent?.opens === 'http' &&
    /_(?:param|set_header|set_body)$|^ssl_certificate/.test(statement.name.value) &&
    !parent.children.some(({ opens }) => opens === 'server')
  );
}

function usesOf(node: ConfNode, name: string, text: string): readonly ScannedVariable[] {
  const { statement } = node;
  const args = statement.args;
  if (name === 'if') return isTemplatedStatement(statement) ? [] : usesOfCondition(node, text);
  // These look a variable up by its name, which is all that is left of the word.
  if (name === 'geo' && args.length === 2) return args.slice(0, 1).flatMap(wholeName);
  if (name === 'charset' || name === 'source_charset')
    return args.filter(({ value }) => value.startsWith('$')).flatMap(wholeName);
  if (name === 'memcached_pass')
    return [{ kind: 'name', name: 'memcached_key', span: statement.name.span }];
  const captures = name !== 'log_format';
  const own = (scriptWords(name, args) ?? [])
    .filter((word) => !isTemplated(word) && word.value.includes('$'))
    .flatMap((word) => scanVariables(text, word, { captures }));
  return name === 'map' ? [...own, ...usesInMap(node, text)] : own;
}

function usesInMap({ children }: ConfNode, text: string): readonly ScannedVariable[] {
  return children.flatMap(({ statement: { name, args } }) =>
    args.length !== 1 || name.value === 'include'
      ? []
      : args
          .filter((word) => !isTemplated(word) && word.value.includes('$'))
          .flatMap((word) => scanVariables(text, word)),
  );
}

function usesOfCondition({ statement }: ConfNode, text: string): readonly ScannedVariable[] {
  const condition = readCondition(statement.args);
  if (condition.kind === 'invalid') return [];
  const uses: ScannedVariable[] = [];
  const first = statement.args.find(({ value }) => value !== '(');
  const { variable } = condition;
  if (variable !== undefined && first !== undefined) {
    const start = text.indexOf('$', first.span.start);
    const place = { start, end: start + 1 + variable.length };
    uses.push({ kind: 'name', name: variable, span: place });
  }
  if (condition.kind !== 'equal' && condition.kind !== 'file') return uses;
  const operand = { value: condition.operand, span: condition.span, quote: undefined };
  return [...uses, ...scanVariables(text, operand)];
}

function wholeName({ value, span }: { value: string; span: { start: number; end: number } }) {
  return value.startsWith('$')
    ? [{ kind: value === '$' ? 'no-name' : 'name', name: value.slice(1), span } as const]
    : [];
}
