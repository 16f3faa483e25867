import { readCondition } from '../../nginx-conf/condition.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const originRegex: NginxRule = defineRule({
  id: 'nginx/origin-regex',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports an expression for `$http_origin` or `$http_referer` that foreign sites match, too.',
    why: 'Without `^` and `$` an expression matches anywhere: `example\\.com` is in `https://example.com.evil.test`, and in `https://evil.test/?example.com`. An unescaped dot matches any character.',
    fix: 'Anchor the expression at both ends and escape the dots: `^https://(www\\.)?example\\.com$`.',
    source: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Origin',
  },
  check({ conf }, report) {
    for (const { variable, pattern, span } of patternsOf(conf)) {
      const problem = problemOf(variable, pattern);
      if (problem !== undefined) report({ span, message: problem });
    }
  },
});

interface OriginPattern {
  readonly variable: string;
  readonly pattern: string;
  readonly span: Span;
}

function* patternsOf(conf: Parameters<typeof statementsNamed>[0]): Generator<OriginPattern> {
  for (const { statement } of statementsNamed(conf, 'if')) {
    const condition = readCondition(statement.args);
    // A denied origin may be described as loosely as one likes.
    if (condition.kind !== 'regex' || !isOrigin(condition.variable)) continue;
    yield { variable: condition.variable, pattern: condition.operand, span: condition.span };
  }
  for (const map of statementsNamed(conf, 'map')) {
    const source = map.statement.args[0]?.value.slice(1);
    if (isOrigin(source)) yield* patternsOfMap(map, source);
  }
}

function* patternsOfMap({ children }: ConfNode, variable: string): Generator<OriginPattern> {
  for (const { statement } of children) {
    const { name, args } = statement;
    // What leads to nothing allows nothing.
    if (!name.value.startsWith('~') || /^(?:|0|off|no|false)$/.test(args[0]?.value ?? '')) continue;
    yield { variable, pattern: name.value.replace(/^~\*?/, ''), span: name.span };
  }
}

function isOrigin(name: string | undefined): name is string {
  return name !== undefined && /^http_(?:origin|referer)$/i.test(name);
}

function problemOf(variable: string, pattern: string): string | undefined {
  // Only what looks like the name of a site.
  if (!/[a-z0-9](?:\\?\.)[a-z]{2,}/i.test(pattern)) return undefined;
  if (!/^(?:\(\?i\))?\^/.test(pattern))
    return `a site whose address only contains this matches, too: begin it with \`^\``;
  const ends = /(?:\$|\$\)|\(\/\|\$\)|\/|\(\?::\\d\+\)\?\$)\)*$/.test(pattern);
  const bounded = /https?\??:\/\/[^/]*\//.test(pattern);
  if (!ends && !bounded && variable.toLowerCase() === 'http_origin')
    return 'a site whose name only begins with this matches, too: end it with `$`';
  const dot =
    /[a-z0-9](\.)(?:com|org|net|io|de|dev|test|local|localhost|ru|cn|co|uk|fr|eu|app)\b/i.exec(
      pattern,
    );
  if (dot && !/[[\\]$/.test(pattern.slice(0, dot.index + 1)))
    return 'this dot matches any character: escape it with a backslash';
  return undefined;
}
