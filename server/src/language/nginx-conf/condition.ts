import type { Word } from '../nginx/tree.ts';
import { span, type Span } from '../text/span.ts';

/** What stands between the parentheses of `if`, as `ngx_http_rewrite_if_condition` takes it apart. */
export type Condition =
  | {
      readonly kind: 'variable' | 'equal' | 'regex' | 'file';
      /** Without `$`; undefined for a test of a file. */
      readonly variable: string | undefined;
      /** `=`, `!=`, `~`, `!~*`, `-f`, … */
      readonly operator: string;
      /** What the variable is compared with, or the path of a file; '' for a lone variable. */
      readonly operand: string;
      /** Where the operand stands, without the closing parenthesis. */
      readonly span: Span;
    }
  | { readonly kind: 'invalid'; readonly span: Span; readonly reason: ConditionProblem };

export type ConditionProblem =
  | 'no-opening'
  | 'no-closing'
  | 'no-variable'
  | 'operator'
  | 'too-many'
  | 'incomplete'
  | 'file-test';

export function readCondition(args: readonly Word[]): Condition {
  const [first] = args;
  const last = args.at(-1);
  if (first === undefined || last === undefined) return invalid(span(0, 0), 'no-opening');
  if (!first.value.startsWith('(')) return invalid(first.span, 'no-opening');
  // The closing parenthesis may be a word of its own, or the last character of the only word.
  if (!last.value.endsWith(')')) return invalid(last.span, 'no-closing');
  const parts = args
    .map(({ value, span: place }, index) => {
      const start = index === 0 ? 1 : 0;
      const end = index === args.length - 1 ? 1 : 0;
      return {
        text: value.slice(start, value.length - end),
        span: span(place.start + start, Math.max(place.start + start, place.end - end)),
        lone: value === (index === 0 ? '(' : ')') && start + end > 0,
      };
    })
    .filter(({ lone }) => !lone);
  const [subject, operator, operand] = parts;
  if (subject === undefined) return invalid(first.span, 'incomplete');
  if (subject.text.length > 1 && subject.text.startsWith('$')) {
    const variable = subject.text.slice(1);
    if (operator === undefined)
      return { kind: 'variable', variable, operator: '', operand: '', span: subject.span };
    if (parts.length > 3)
      return invalid(span(parts[3]?.span.start ?? 0, last.span.end), 'too-many');
    if (operand === undefined)
      return invalid(
        operator.span,
        /^(?:!?[=~]|!?~\*)$/.test(operator.text) ? 'incomplete' : 'operator',
      );
    if (!/^(?:!?=|!?~\*?)$/.test(operator.text)) return invalid(operator.span, 'operator');
    const kind = operator.text.endsWith('=') ? 'equal' : 'regex';
    return { kind, variable, operator: operator.text, operand: operand.text, span: operand.span };
  }
  if (!/^!?-.$/.test(subject.text)) return invalid(subject.span, 'no-variable');
  if (operator === undefined) return invalid(subject.span, 'incomplete');
  if (operand !== undefined) return invalid(span(operand.span.start, last.span.end), 'too-many');
  if (!/^!?-[fdex]$/.test(subject.text)) return invalid(subject.span, 'file-test');
  return {
    kind: 'file',
    variable: undefined,
    operator: subject.text,
    operand: operator.text,
    span: operator.span,
  };
}

function invalid(place: Span, reason: ConditionProblem): Condition {
  return { kind: 'invalid', span: place, reason };
}
