import { statementsNamed } from '../../nginx-conf/statements.ts';
import { readRegex } from '../../nginx-conf/regex/read-regex.ts';
import { scanVariables } from '../../nginx-conf/scan-variables.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const captureMissing: NginxRule = defineRule({
  id: 'nginx/capture-missing',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `$1` to `$9` in a `rewrite` whose expression has no such group.',
    why: 'nginx does not compare them: the variable is empty, and the path lacks a part.',
    fix: 'Put the part into parentheses, or use the number of a group that there is.',
    source: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#rewrite',
  },
  check({ text, conf }, report) {
    for (const { statement } of statementsNamed(conf, 'rewrite')) {
      const [expression, replacement] = statement.args;
      if (expression === undefined || replacement === undefined) continue;
      const { groups, problem } = readRegex(expression.value);
      if (problem !== undefined || /\(\?[|J(]/.test(expression.value)) continue;
      for (const { kind, name, span } of scanVariables(text, replacement)) {
        if (kind !== 'capture' || Number(name) <= groups) continue;
        const has =
          groups === 0 ? 'no group' : groups === 1 ? 'one group only' : `${groups} groups only`;
        report({ span, message: `\`$${name}\` is empty: the expression has ${has}` });
      }
    }
  },
});
