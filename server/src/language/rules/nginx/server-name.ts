import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const serverName: NginxRule = defineRule({
  id: 'nginx/server-name',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a server name with a port, a scheme or a path, and an expression without `~`.',
    why: 'nginx compares names with the host alone, and takes any text: such a name never matches, and another server answers.',
    fix: 'Write the host name only; an expression begins with `~`.',
    source: 'https://nginx.org/en/docs/http/server_names.html',
  },
  check(view, report) {
    for (const { statement } of statementsNamed(view.conf, 'server_name'))
      for (const word of statement.args) {
        const { value } = word;
        if (value === '' || /^[~$_]/.test(value) || /[{<%]/.test(value)) continue;
        const host = value.replace(/^\w+:\/\//, '').replace(/\/.*$/, '');
        const plain = host.replace(/:\d+$/, '');
        const isIpv6 = /^\[[\da-f:.]+\]$/i.test(plain);
        if (plain !== value && plain !== '' && /^[\w.*-]+$/.test(plain))
          report({
            span: word.span,
            message: `never matches: a host has no ${host !== plain && host === value ? 'port' : 'scheme and no path'}`,
            fixes: [replaceSpan(view, word.span, plain)],
          });
        else if (/[\\^$|()+?]/.test(value) && !isIpv6)
          report({
            span: word.span,
            message: 'never matches: an expression begins with `~`',
            fixes: word.quote ? [] : [replaceSpan(view, word.span, `~${value}`)],
          });
        else if (value.includes(','))
          report({
            span: word.span,
            message: 'never matches: names are divided by blanks, not by commas',
            fixes: [replaceSpan(view, word.span, value.replaceAll(',', ' ').trim())],
          });
      }
  },
});
