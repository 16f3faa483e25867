import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const keyWithPort: NginxRule = defineRule({
  id: 'nginx/key-with-port',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a FastRouter key that is the Host header as the client sent it.',
    why: 'The router compares keys byte by byte. `$http_host` has the client’s case and port: a request for `App.local:8080` finds no worker that has subscribed as `app.local`, and ends as 502 without a line in any log.',
    fix: 'Use `$host`, which has no port and is in lower case, or `$server_name`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#var_host',
  },
  check(view, report) {
    for (const { statement } of statementsNamed(view.conf, 'uwsgi_param')) {
      const [name, value] = statement.args;
      if (name?.value !== 'UWSGI_FASTROUTER_KEY' || value === undefined) continue;
      if (!/^\$(?:http_host|\{http_host\})$/i.test(value.value)) continue;
      report({
        span: value.span,
        message: `\`${value.value}\` has the client's case and port: the router compares keys byte by byte`,
        fixes: [replaceSpan(view, value.span, '$host')],
      });
    }
  },
});
