import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const resolverPublic: NginxRule = defineRule({
  id: 'nginx/resolver-public',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports a `resolver` that is a public name server.',
    why: 'nginx asks it by plain UDP for each name: whoever is on the way can answer in its place, and names of the own network are unknown there.',
    fix: 'Name the resolver of the own network, or one on this machine.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#resolver',
  },
  check({ conf }, report) {
    for (const { statement } of statementsNamed(conf, 'resolver')) {
      for (const { value, span } of statement.args)
        if (publicServers.has(value.replace(/:53$/, '')))
          report({ span, message: 'anybody on the way can answer for this public name server' });
    }
  },
});

const publicServers = new Set([
  ...['8.8.8.8', '8.8.4.4', '1.1.1.1', '1.0.0.1', '9.9.9.9', '149.112.112.112'],
  ...['208.67.222.222', '208.67.220.220', '[2001:4860:4860::8888]', '[2606:4700:4700::1111]'],
]);
