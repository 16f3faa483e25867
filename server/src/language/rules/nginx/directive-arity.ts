import { entriesIn } from '../../nginx-conf/candidates.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import { arityAllows, type NginxArity, type NginxDirective } from '../../nginx-conf/directives.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { span, type Span } from '../../text/span.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const directiveArity: NginxRule = defineRule({
  id: 'nginx/directive-arity',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a directive with too many or too few arguments, with a block where it takes none, or without its block.',
    why: 'nginx refuses to start or reload with `invalid number of arguments in "…" directive`, `is not terminated by ";"` or `has no opening "{"`.',
    fix: 'Give the directive what the message asks for; the reference of the directive shows its form.',
    source: 'https://nginx.org/en/docs/dirindex.html',
  },
  check({ text, conf }, report) {
    const blocks = hasTemplateBlocks(text);
    for (const { entry, known, contexts, templated, nodes } of conf.kinds) {
      // Another rule says that the directive stands in the wrong place; nginx would not look at its arguments either.
      const entries = entriesIn(known, contexts);
      if (entry !== undefined || entries.length === 0 || templated) continue;
      for (const node of nodes) {
        const problem = problemOf(node, entries);
        if (problem && !(blocks && problem.span.end - problem.span.start <= 1))
          report({
            ...problem,
            ...(entries.every(({ approximate }) => approximate)
              ? { level: 'warning' as const }
              : {}),
          });
      }
    }
  },
});

interface Problem {
  readonly span: Span;
  readonly message: string;
}

function problemOf(
  { statement }: ConfNode,
  entries: readonly NginxDirective[],
): Problem | undefined {
  const { name, args, end } = statement;
  const isBlock = end.kind === 'block';
  const fitting = entries.filter(({ block }) => block === isBlock);
  if (fitting.length === 0) {
    if (end.kind === 'block') {
      const place = span(end.open, end.open + 1);
      return { span: place, message: `"${name.value}" opens no block: it ends with \`;\`` };
    }
    // A statement without any end is reported as such.
    if (end.kind === 'missing') return undefined;
    const last = args.at(-1) ?? name;
    // Rule 5 of nginx's words: `{` glued to a `$` belongs to the word, which is how a regex loses the block.
    const swallowed = args.find(({ value, quote }) => !quote && /\$\{+$/.test(value));
    return swallowed
      ? {
          span: swallowed.span,
          message: `\`\${\` does not open the block of "${name.value}": put a blank before \`{\``,
        }
      : { span: last.span, message: `"${name.value}" needs a block: \`{\` instead of \`;\`` };
  }
  if (fitting.some((entry) => arityAllows(entry.args, args.length))) return undefined;
  const max = Math.max(...fitting.map((entry) => entry.args.max));
  const surplus = args.slice(max);
  const [first] = surplus;
  const last = surplus.at(-1);
  const place = first && last ? span(first.span.start, last.span.end) : name.span;
  const wanted = [...new Set(fitting.map((entry) => describe(entry.args)))].join(' or ');
  return { span: place, message: `"${name.value}" takes ${wanted}, not ${args.length}` };
}

function describe({ min, max, counts, flag }: NginxArity): string {
  if (flag) return 'one argument, `on` or `off`';
  if (max === 0) return 'no argument';
  const plural = (count: number) => `${count} argument${count === 1 ? '' : 's'}`;
  if (counts) return `${counts.join(' or ')} arguments`;
  if (max === Infinity) return `at least ${plural(min)}`;
  if (min === max) return plural(min);
  return `${min} ${max === min + 1 ? 'or' : 'to'} ${plural(max)}`;
}
