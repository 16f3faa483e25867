import { soundNamed } from '../../nginx-conf/sound.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const logTarget: NginxRule = defineRule({
  id: 'nginx/log-target',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports `error_log off`, `access_log stderr` and the like, which name a file.',
    why: '`off` is a word of `access_log` only, and `stderr` one of `error_log` only: elsewhere nginx writes into a file of that name.',
    fix: 'Write `error_log /dev/null crit;`, `access_log /dev/stderr;` or `access_log off;`.',
    source: 'https://nginx.org/en/docs/ngx_core_module.html#error_log',
  },
  check(view, report) {
    for (const { node, entry } of soundNamed(view.conf, 'error_log', 'access_log')) {
      if (entry.name !== 'error_log' && entry.name !== 'access_log') continue;
      const [word] = node.statement.args;
      const mend = word && mends[entry.name][word.value.toLowerCase()];
      if (word === undefined || mend === undefined) continue;
      const extra = entry.name === 'error_log' && node.statement.args.length > 1;
      report({
        span: word.span,
        message: `nginx writes into a file with the name "${word.value}"`,
        fixes: [replaceSpan(view, word.span, extra ? mend.replace(/ .*/, '') : mend)],
      });
    }
  },
});

const mends: Readonly<
  Record<'error_log' | 'access_log', Readonly<Record<string, string | undefined>>>
> = {
  error_log: {
    off: '/dev/null crit',
    none: '/dev/null crit',
    stdout: '/dev/stdout',
    false: '/dev/null crit',
  },
  access_log: { stderr: '/dev/stderr', stdout: '/dev/stdout', none: 'off', false: 'off' },
};
