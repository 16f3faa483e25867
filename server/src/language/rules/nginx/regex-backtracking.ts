import { regexesOf } from '../../nginx-conf/regexes.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const regexBacktracking: NginxRule = defineRule({
  id: 'nginx/regex-backtracking',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a repeated group that holds nothing but a repetition, such as `(a+)+`.',
    why: 'A text that nearly fits can be divided between the two in more ways than can be tried: each sign more doubles the time. A client that sends such a path keeps a worker of nginx busy, until PCRE gives up and the request ends as 500.',
    fix: 'Repeat once: `(a+)+` means `a+`.',
    source: 'https://www.pcre.org/current/doc/html/pcre2perform.html',
  },
  check({ conf }, report) {
    for (const { pattern, span } of regexesOf(conf)) {
      const [found] = twice.exec(pattern) ?? [];
      if (found !== undefined)
        report({
          span,
          message: `\`${found}\` repeats a repetition: a request that nearly fits keeps nginx busy`,
        });
    }
  },
});

const atom = String.raw`(?:\[\^?\]?(?:\\.|[^\\\]])*\]|\\[A-Za-z]|\.|[^\\()[\]|*+?{}^$])`;
const often = String.raw`(?:[*+]|\{\d+,\})`;
const twice = new RegExp(String.raw`(?<!\\)\((?:\?:|\?<\w+>)?${atom}${often}\)${often}(?!\+)`);
