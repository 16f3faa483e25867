import { scopeOf } from '../../nginx-conf/declarations.ts';
import { targetNginx } from '../../nginx-conf/version.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { contains } from '../../text/span.ts';
import type { Hover } from '../feature.ts';
import { codeSpan, paragraphs } from '../markdown.ts';
import { describeDirective, meantEntry } from './describe-directive.ts';
import { describeVariable } from './describe-variable.ts';
import { valueHover } from './hover-value.ts';
import { type WordPlace, wordAt } from './node-at.ts';
import { outerValues } from './outer-values.ts';
import { variablesIn } from './variables-in.ts';

/** What stands under the pointer: a variable before the word that it is in, a name, or a value by its directive. */
export function nginxHover(view: NginxView, offset: number): Hover | undefined {
  const place = wordAt(view, offset);
  if (place === undefined) return undefined;
  const use = variablesIn(view.text, place.word).find(({ span }) => contains(span, offset));
  if (use !== undefined)
    return {
      span: use.span,
      markdown: describeVariable(view, use.name, scopeOf(place.node), targetNginx(view.around)),
    };
  return place.index === -1 && place.node.contexts.length > 0
    ? directiveHover(view, place)
    : valueHover(view, place, offset);
}

function directiveHover(view: NginxView, { node, word }: WordPlace): Hover | undefined {
  const entry = meantEntry(node.known, node.contexts, node.statement.end.kind === 'block');
  if (entry === undefined) return undefined;
  return {
    span: word.span,
    markdown: paragraphs(
      `**${codeSpan(entry.name)}**`,
      describeDirective(entry, targetNginx(view.around)),
      outerValues(view, node),
    ),
  };
}
