import { readLocation } from '../../nginx-conf/location.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const proxyPassVariable: NginxRule = defineRule({
  id: 'nginx/proxy-pass-variable',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `proxy_pass` with a variable in its address and a path without one.',
    why: 'With a variable anywhere nginx takes the path as the whole path of the request: `proxy_pass http://$backend/;` asks for `/` every time, and drops the query.',
    fix: 'Leave the path away, which passes on that of the request, or write `$request_uri` or a group of the location’s expression into it.',
    source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass',
  },
  check({ path, text, conf }, report) {
    for (const { statement, parent } of statementsNamed(conf, 'proxy_pass')) {
      const [word] = statement.args;
      if (!word?.value.includes('$')) continue;
      const end = word.span.end - (word.quote ? 1 : 0);
      const [whole, uri] =
        /^["']?(?:\w+|\$\w+):\/\/[^/]*\$[^/]*(\/[^$]*)$/.exec(text.slice(word.span.start, end)) ??
        [];
      const location = parent?.statement.name.value === 'location' ? parent : parent?.parent;
      if (whole === undefined || uri === undefined || location === undefined) continue;
      // One path that becomes one other path.
      const match = readLocation(location.statement.args);
      if (match?.kind === 'exact' || match?.kind === 'named') continue;
      if (match?.kind === 'regex' && /^\^[\w/.\\-]+\$$/.test(match.name)) continue;
      const start = end - uri.length;
      report({
        span: { start, end },
        message: `every request becomes \`${uri}\`: with a variable in the address this is the whole path`,
        fixes:
          uri === '/'
            ? [
                {
                  title: 'Remove the path',
                  edits: [{ path, span: { start, end }, newText: '' }],
                  preferred: match?.name === '/',
                },
              ]
            : [],
      });
    }
  },
});
