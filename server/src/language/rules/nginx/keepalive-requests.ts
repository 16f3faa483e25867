import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const keepaliveRequests: NginxRule = defineRule({
  id: 'nginx/keepalive-requests',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports a `keepalive_requests` below 1000, which is the default since nginx 1.19.10.',
    why: 'The connection is closed after so many requests and opened anew, with TLS each time; HTTP/2 clients that send many requests at once see some of them fail.',
    fix: 'Leave it out, or raise it.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#keepalive_requests',
  },
  check({ conf }, report) {
    for (const { statement, parent } of statementsNamed(conf, 'keepalive_requests')) {
      const [value] = statement.args;
      if (value === undefined || !/^\d+$/.test(value.value) || Number(value.value) >= 1000)
        continue;
      // 0 turns the reuse off, and an upstream has connections of its own.
      if (Number(value.value) === 0 || parent?.statement.name.value === 'upstream') continue;
      report({
        span: value.span,
        message: `connections are closed after ${value.value} requests: the default is 1000`,
      });
    }
  },
});
