import { readLocation } from '../../nginx-conf/location.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const proxyPassSlash: NginxRule = defineRule({
  id: 'nginx/proxy-pass-slash',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `proxy_pass` with a path where of path and location only one ends with a slash.',
    why: 'nginx puts the path in the place of the location’s: with `location /c { proxy_pass http://b/; }` a request for `/c/z` becomes `//z`, and one for `/cat` becomes `/at`; with `location /d/ { proxy_pass http://b/x; }` `/d/z` becomes `/xz`.',
    fix: 'Let both end with a slash, or neither.',
    source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass',
  },
  check({ path, conf }, report) {
    for (const { statement, parent } of statementsNamed(conf, 'proxy_pass')) {
      const [word] = statement.args;
      const match = parent && readLocation(parent.statement.args);
      if (word === undefined || match?.kind !== 'prefix' || parent === undefined) continue;
      if (parent.statement.name.value !== 'location' || word.value.includes('$')) continue;
      const [, uri] = /^\w+:\/\/(?:unix:[^:]*:|(?!unix:)[^/]*)(\/[^?#]*)$/.exec(word.value) ?? [];
      if (uri === undefined || !match.name.startsWith('/')) continue;
      const end = word.span.end - (word.quote ? 1 : 0);
      const fix = (at: number) => [
        {
          title: 'Insert the slash',
          edits: [{ path, span: { start: at, end: at }, newText: '/' }],
          preferred: true,
        },
      ];
      if (match.name.endsWith('/') && !uri.endsWith('/'))
        report({
          span: word.span,
          message: `\`${match.name}a\` becomes \`${uri}a\`: the slash at the end is missing`,
          fixes: fix(end),
        });
      else if (!match.name.endsWith('/') && uri.endsWith('/')) {
        const location = parent.statement.args.at(-1);
        const at = (location?.span.end ?? 0) - (location?.quote ? 1 : 0);
        report({
          span: word.span,
          message: `\`${match.name}/a\` becomes \`${uri}/a\`, and \`${match.name}x\` becomes \`${uri}x\`: the location lacks the slash that the path has`,
          related: location ? [{ path, span: location.span, message: 'ends without a slash' }] : [],
          fixes: fix(at),
        });
      }
    }
  },
});
