import { readRegex } from '../../nginx-conf/regex/read-regex.ts';
import { regexesOf } from '../../nginx-conf/regexes.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const regex: NginxRule = defineRule({
  id: 'nginx/regex',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a regular expression that does not compile.',
    why: 'nginx compiles them when it starts and refuses to start or reload with `pcre2_compile() failed`.',
    fix: 'Close what is open, and put a backslash before a sign that is meant as itself.',
    source: 'https://www.pcre.org/current/doc/html/pcre2syntax.html',
  },
  check({ conf }, report) {
    for (const { pattern, span, node } of regexesOf(conf)) {
      const { problem, groups } = readRegex(pattern);
      if (problem !== undefined)
        report({ span, message: `this regular expression does not compile: ${problem}` });
      else if (node.statement.name.value === 'fastcgi_split_path_info' && groups !== 2)
        report({
          span,
          message: `"fastcgi_split_path_info" needs two groups, for the script and for the rest, not ${groups}`,
        });
    }
  },
});
