import { statementsNamed } from '../../nginx-conf/statements.ts';
import { walkNodes } from '../../nginx-conf/walk.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, insertBehind } from './word-fixes.ts';

export const cacheKeyMissing: NginxRule = defineRule({
  id: 'nginx/cache-key-missing',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `uwsgi_cache`, `fastcgi_cache` or `scgi_cache` without a cache key.',
    why: 'Unlike `proxy_cache_key` these have no default: nginx warns that there is no key, starts, and answers every request with the one response that it has stored.',
    fix: 'Say what makes requests different, e.g. `uwsgi_cache_key $scheme$request_method$host$request_uri;`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_uwsgi_module.html#uwsgi_cache_key',
  },
  check(view, report) {
    for (const protocol of ['uwsgi', 'fastcgi', 'scgi'])
      for (const cache of statementsNamed(view.conf, `${protocol}_cache`)) {
        if (cache.statement.args[0]?.value === 'off') continue;
        const name = `${protocol}_cache_key`;
        const { lines, hidden, complete } = linesInForce(view, cache.parent, [name]);
        if (lines.length > 0 || hidden.some(({ node }) => !isParams(node)) || !complete) continue;
        const inside = [...walkNodes(cache.parent?.children ?? [])];
        if (inside.some(({ statement }) => statement.name.value === name)) continue;
        report({
          span: headSpan(cache),
          message: `without \`${name}\` every request is answered with the same stored response`,
          fixes: [
            insertBehind(view, cache.statement, [
              `${name} $scheme$request_method$host$request_uri;`,
            ]),
          ],
        });
      }
  },
});

function isParams({ statement }: { statement: { args: readonly { value: string }[] } }): boolean {
  return /(?:^|\/)(?:mime\.types|(?:uwsgi|fastcgi|scgi|proxy)_params|fastcgi\.conf)$/.test(
    statement.args[0]?.value ?? '',
  );
}
