import { readLocation } from '../../nginx-conf/location.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const regexDot: NginxRule = defineRule({
  id: 'nginx/regex-dot',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports an unescaped dot before the extension in a location’s expression, as in `location ~ .php$`.',
    why: 'A dot stands for any character: `/xphp` matches, too, and is handed to PHP, or hidden like a file that begins with a dot.',
    fix: 'Write a backslash before the dot: `\\.php$`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#location',
  },
  check({ path, conf }, report) {
    for (const { statement } of statementsNamed(conf, 'location')) {
      const match = readLocation(statement.args);
      const word = statement.args.at(-1);
      if (match?.kind !== 'regex' || word === undefined || word.value.includes('\\\\')) continue;
      // At the beginning, or behind `/` or `*`: what follows is an extension or the name of a hidden file.
      const dot =
        /(^|\/|\.\*|\.\+|\^)(\.)(?:\(?(?:\?:)?)(?:php\d?|html?|js|css|png|jpe?g|gif|svg|ico|xml|txt|json|py|cgi|pl|asp|ht|git|svn|env|well-known)\b[^/]*\)?\$?$/.exec(
          match.name,
        );
      if (dot === null) continue;
      const at = dot.index + (dot[1]?.length ?? 0);
      const end = word.span.end - (word.quote ? 1 : 0);
      const start = end - match.name.length + at;
      report({
        span: { start, end: start + 1 },
        message: 'this dot matches any character: escape it with a backslash',
        fixes: [
          {
            title: 'Change to "\\."',
            edits: [{ path, span: { start, end: start }, newText: '\\' }],
            preferred: true,
          },
        ],
      });
    }
  },
});
