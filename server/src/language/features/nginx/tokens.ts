import type { ConfNode } from '../../nginx-conf/conf.ts';
import { isTemplated } from '../../nginx-conf/template.ts';
import { builtInVariable, isCapture } from '../../nginx-conf/variables.ts';
import { mayHoldVariables } from '../../nginx-conf/variable-words.ts';
import { targetNginx } from '../../nginx-conf/version.ts';
import type { Word } from '../../nginx/tree.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { span } from '../../text/span.ts';
import type { SemanticToken } from '../feature.ts';
import { onOneLine, without } from '../token-pieces.ts';
import { configurationOf } from '../../stack/nginx-configuration.ts';
import { meantEntry, reservation } from './describe-directive.ts';
import { keyOf, type NamePlace, namesIn } from './names.ts';
import { rawNameTokens } from './raw-tokens.ts';
import { variablesIn } from './variables-in.ts';
import { valueTokens } from './value-tokens.ts';

/**
 * What the tables know more than the grammar: directives apart from mistakes, what each argument is, and what a name in it
 * means. Comments, Lua and the work of a template engine are left to the grammar.
 */
export function nginxTokens(view: NginxView): readonly SemanticToken[] {
  const { text, conf } = view;
  const tokens: SemanticToken[] = [];
  const declared = declaredNames(view);
  const names = namesIn(view);
  const target = targetNginx(view.around);
  let nameAt = 0;
  for (const node of conf.all) {
    const { name, args } = node.statement;
    for (const [at, word] of [name, ...args].entries()) {
      const over: SemanticToken[] = [];
      while ((names[nameAt]?.span.start ?? Infinity) < word.span.start) nameAt += 1;
      for (let next = names[nameAt]; next && next.span.end <= word.span.end; next = names[++nameAt])
        over.push(...nameToken(text, next, declared));
      if (isTemplated(word)) continue;
      if (mayHoldVariables(node, at - 1)) over.push(...captures(text, word));
      const under = at === 0 ? ownName(view, node, target) : valueTokens(text, node, word, at - 1);
      const all = over.length === 0 ? under : layered(under, over);
      const { start, end } = word.span;
      const flat = text.slice(start, end).includes('\n') ? onOneLine(text, all) : all;
      for (const token of flat) if (token.span.start < token.span.end) tokens.push(token);
    }
  }
  return tokens;
}

/** The upper tokens, and what is left of the others beside them. */
function layered(
  under: readonly SemanticToken[],
  over: readonly SemanticToken[],
): readonly SemanticToken[] {
  const upper = over.toSorted((a, b) => a.span.start - b.span.start);
  const left = without(
    under,
    upper.map(({ span: place }) => place),
  );
  return [...left, ...upper].sort((a, b) => a.span.start - b.span.start);
}

/** Kinds and keys of the names that some file of the configuration declares. */
function declaredNames(view: NginxView): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of configurationOf(view))
    for (const { kind, key, declares } of namesIn(file)) if (declares) found.add(`${kind} ${key}`);
  return found;
}

function nameToken(
  text: string,
  place: NamePlace,
  declared: ReadonlySet<string>,
): readonly SemanticToken[] {
  const { kind, key, name, declares, scope } = place;
  const isDeclared = declared.has(`${kind} ${keyOf(kind, key)}`);
  const modifiers = declares ? (['declaration'] as const) : undefined;
  if (kind === 'variable') {
    const { start, end } = place.span;
    const braced = text.slice(start - 2, start) === '${';
    const whole = braced
      ? span(start - 2, end + 1)
      : span(text[start - 1] === '$' ? start - 1 : start, end);
    const own = !isDeclared && builtInVariable(name, scope) !== undefined ? builtIn : modifiers;
    return [{ span: whole, type: 'variable', ...(own && { modifiers: own }) }];
  }
  // A host without a port looks like the name of an upstream, and a value like any name.
  if (!isDeclared || place.through !== undefined) return [];
  const type = kind === 'named location' ? 'function' : 'namespace';
  return [{ span: place.span, type, ...(modifiers && { modifiers }) }];
}

const builtIn = ['readonly', 'defaultLibrary'] as const;

function captures(text: string, word: Word): readonly SemanticToken[] {
  return variablesIn(text, word)
    .filter(({ name }) => isCapture(name))
    .map((use) => ({ span: use.span, type: 'variable', modifiers: builtIn }));
}

function ownName(view: NginxView, node: ConfNode, target: string): readonly SemanticToken[] {
  const { known, contexts, statement, parent } = node;
  const { span: place, value } = statement.name;
  if (contexts.length === 0)
    return rawNameTokens(statement, parent === undefined ? view.conf.rawBody : parent.opens);
  const entry = meantEntry(known, contexts, statement.end.kind === 'block');
  // A mistake has the colour of plain text among the directives.
  if (entry === undefined) return [{ span: place, type: 'string' }];
  const isKeyword = entry.block || control.has(value);
  const gone = entry.module.status !== 'third-party' && isGone(reservation(entry, target));
  return [
    {
      span: place,
      type: isKeyword ? 'keyword' : 'property',
      ...(gone && { modifiers: ['deprecated'] }),
    },
  ];
}

function isGone(reserved: string | undefined): boolean {
  return reserved !== undefined && /^(?:Removed|Deprecated)/.test(reserved);
}

/** Directives that steer rather than set. */
const control: ReadonlySet<string> = new Set(['return', 'rewrite', 'break', 'include']);
