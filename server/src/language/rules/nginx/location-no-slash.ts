import { readLocation } from '../../nginx-conf/location.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan, replaceSpan } from './word-fixes.ts';

export const locationNoSlash: NginxRule = defineRule({
  id: 'nginx/location-no-slash',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a location whose path does not begin with a slash.',
    why: 'Every path of a request begins with one, so that the location never answers. Where a regular expression was meant, the `~` before it is missing.',
    fix: 'Begin the path with a slash, or write `~` before an expression.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#location',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'location')) {
      const match = readLocation(node.statement.args);
      const word = node.statement.args.at(-1);
      if (match === undefined || word === undefined) continue;
      if (match.kind !== 'prefix' && match.kind !== 'exact') continue;
      // Server variables are no part of a location, but template engines are.
      if (match.name === '' || /^[/@$*{<]/.test(match.name)) continue;
      if (node.parent?.statement.name.value === 'location') continue;
      const looksLikeRegex = match.modifier === '' && /[\\^$()|*+?[]/.test(match.name);
      const newText = looksLikeRegex ? `~ ${match.name}` : `/${match.name}`;
      const start = word.span.end - match.name.length - (word.quote ? 1 : 0);
      const end = word.span.end - (word.quote ? 1 : 0);
      const fixes =
        word.quote !== undefined && looksLikeRegex
          ? []
          : [replaceSpan(view, { start, end }, newText)];
      report({
        span: argsSpan(node),
        message: looksLikeRegex
          ? 'never answers: without `~` this is no expression, but a path that begins so'
          : 'never answers: every path begins with a slash',
        fixes,
      });
    }
  },
});
