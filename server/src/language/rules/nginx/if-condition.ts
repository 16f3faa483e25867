import { type ConditionProblem, readCondition } from '../../nginx-conf/condition.ts';
import { soundNamed } from '../../nginx-conf/sound.ts';
import { isTemplatedStatement } from '../../nginx-conf/template.ts';
import type { Word } from '../../nginx/tree.ts';
import { span, textOf, type Span } from '../../text/span.ts';
import { defineRule, type Fix, type NginxRule } from '../rule.ts';

export const ifCondition: NginxRule = defineRule({
  id: 'nginx/if-condition',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a condition of `if` that nginx cannot read.',
    why: 'nginx refuses to start or reload with `invalid condition` or `unexpected "…" in condition`. It knows one comparison per `if`, no `==`, no `&&`, no `||` and no negated variable.',
    fix: 'Write `($variable)`, `($variable = text)`, `!=`, `~`, `~*`, `!~`, `!~*`, or a test such as `(!-f $request_filename)`. A `map` can join several conditions.',
    source: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#if',
  },
  check({ path, text, conf }, report) {
    for (const { node } of soundNamed(conf, 'if')) {
      const { args } = node.statement;
      if (isTemplatedStatement(node.statement)) continue;
      const condition = readCondition(args);
      if (condition.kind !== 'invalid') continue;
      const written = textOf(text, condition.span);
      report({
        span: condition.span,
        message: explain(condition.reason, written, args),
        fixes: fixesOf(path, condition.span, written, condition.reason, args),
      });
    }
  },
});

function explain(reason: ConditionProblem, written: string, args: readonly Word[]): string {
  const joined = args.some(({ value }) => /^(?:&&|\|\||and|or)$/i.test(value));
  if (joined && (reason === 'too-many' || reason === 'operator' || reason === 'no-variable'))
    return 'nginx knows no `&&` and no `||`: an `if` compares once';
  switch (reason) {
    case 'no-opening':
      return 'the condition begins with `(`';
    case 'no-closing':
      return 'the condition ends with `)`';
    case 'no-variable':
      return written.startsWith('!$')
        ? 'nginx cannot negate a variable: compare it, as in `($name = "")`'
        : `a condition begins with a variable or with a test such as \`-f\`, not with "${written}"`;
    case 'operator':
      return `"${written}" compares nothing: there are \`=\`, \`!=\`, \`~\`, \`~*\`, \`!~\` and \`!~*\``;
    case 'too-many':
      return 'the condition is over before this: put a value with blanks in quotes';
    case 'incomplete':
      return 'the condition lacks what it compares with';
    case 'file-test':
      return `there is no test "${written}": there are \`-f\`, \`-d\`, \`-e\` and \`-x\``;
  }
}

function fixesOf(
  path: string,
  place: Span,
  written: string,
  reason: ConditionProblem,
  args: readonly Word[],
): readonly Fix[] {
  const put = (title: string, at: Span, newText: string): Fix => ({
    title,
    edits: [{ path, span: at, newText }],
    preferred: true,
  });
  if (reason === 'operator' && (written === '==' || written === '==='))
    return [put('Change to `=`', place, '=')];
  if (reason === 'operator' && (written === '!==' || written === '<>'))
    return [put('Change to `!=`', place, '!=')];
  const [first] = args;
  const last = args.at(-1);
  if (reason === 'no-opening' && first && last && !last.value.endsWith(')'))
    return [
      {
        title: 'Put the condition in parentheses',
        edits: [
          { path, span: span(first.span.start, first.span.start), newText: '(' },
          { path, span: span(last.span.end, last.span.end), newText: ')' },
        ],
        preferred: true,
      },
    ];
  if (reason === 'no-closing' && last)
    return [put('Insert `)`', span(last.span.end, last.span.end), ')')];
  if (reason === 'no-opening' && first)
    return [put('Insert `(`', span(first.span.start, first.span.start), '(')];
  return [];
}
