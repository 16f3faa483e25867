import { statementsNamed } from '../../nginx-conf/statements.ts';
import { passAddress } from '../../nginx-conf/values/pass-shape.ts';
import { isIpv4 } from '../../nginx-conf/values/address.ts';
import { parseUrl } from '../../nginx-conf/values/url.ts';
import { declared } from '../../stack/nginx-configuration.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const staleName: NginxRule = defineRule({
  id: 'nginx/stale-name',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports a host name that nginx looks up only when it starts.',
    why: 'The addresses are kept until the next reload, whatever the name means by then; and where the name is unknown at the start, nginx does not start.',
    fix: 'Give the server of an upstream `resolve` (nginx 1.27.3, with `zone` and `resolver`), or write an address.',
    source: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#resolve',
  },
  check(view, report) {
    const upstreams = new Set(
      declared(view, 'upstream', undefined).map(({ name }) => name.toLowerCase()),
    );
    for (const { statement, parent } of statementsNamed(view.conf, 'server', ...passes)) {
      const [word, ...more] = statement.args;
      if (word === undefined || word.value.includes('$')) continue;
      const isServer = statement.name.value === 'server';
      if (
        isServer &&
        (parent?.statement.name.value !== 'upstream' || statement.end.kind === 'block')
      )
        continue;
      if (more.some(({ value }) => value === 'resolve' || value.startsWith('service='))) continue;
      const pass = isServer ? undefined : passAddress(statement.name.value, false, word);
      const url = isServer ? parseUrl(word.value) : pass?.kind === 'url' ? pass.url : undefined;
      if (url === undefined || typeof url === 'string' || url.kind !== 'inet') continue;
      const host = url.host.toLowerCase();
      if (isIpv4(host) || host.includes(':') || /^(?:.*\.)?localhost$/.test(host)) continue;
      if (!isServer && upstreams.has(host)) continue;
      report({
        span: word.span,
        message: `nginx looks "${url.host}" up when it starts, and keeps to what it was then`,
      });
    }
  },
});

const passes = ['uwsgi_pass', 'proxy_pass', 'fastcgi_pass', 'scgi_pass', 'grpc_pass'];
