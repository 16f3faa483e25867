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
  return ownWays.has(name) || scriptWords(name, []) !== undefined;
}

/** These are looked at when nginx joins the settings of `http` with those of a server: never, without any server. */
function isNeverRead({ statement, parent }: ConfNode): boolean {
  return (
    parent?.opens === 'http' &&
    /_(?:param|set_header|set_body)$|^ssl_certificate/.test(statement.name.value) &&
    !parent.children.some(({ opens }) => opens === 'server')
  );
}

type Way = (node: ConfNode, text: string) => readonly ScannedVariable[];

/** How nginx looks through the words of a directive. */
function usesOf(node: ConfNode, name: string, text: string): readonly ScannedVariable[] {
  return (ownWays.get(name) ?? usesInScripts(name))(node, text);
}

const usesInScripts =
  (name: string): Way =>
  ({ statement }, text) =>
    (scriptWords(name, statement.args) ?? [])
      .filter((word) => !isTemplated(word) && word.value.includes('$'))
      .flatMap((word) => scanVariables(text, word, { captures: name !== 'log_format' }));

/** These look a variable up by its name, which is all that is left of the word. */
const usesByName: Way = ({ statement }) =>
  statement.args.filter(({ value }) => value.startsWith('$')).flatMap(wholeName);

const ownWays: ReadonlyMap<string, Way> = new Map<string, Way>([
  ['if', (node, text) => (isTemplatedStatement(node.statement) ? [] : usesOfCondition(node, text))],
  [
    'geo',
    ({ statement: { args } }) => (args.length === 2 ? args.slice(0, 1).flatMap(wholeName) : []),
  ],
  ['charset', usesByName],
  ['source_charset', usesByName],
  [
    'memcached_pass',
    ({ statement }) => [{ kind: 'name', name: 'memcached_key', span: statement.name.span }],
  ],
  ['map', (node, text) => [...usesInScripts('map')(node, text), ...usesInMap(node, text)]],
]);

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
