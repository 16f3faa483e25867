import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan, replaceSpan } from './word-fixes.ts';

export const weakTlsProtocols: NginxRule = defineRule({
  id: 'nginx/weak-tls-protocols',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports versions of SSL and TLS that are no longer safe.',
    why: 'SSL 2, SSL 3, TLS 1.0 and TLS 1.1 have been withdrawn (RFC 8996); browsers refuse them, and scanners object to a server that offers them.',
    fix: 'Write `ssl_protocols TLSv1.2 TLSv1.3;`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_protocols',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, ...directives)) {
      const { args, name } = node.statement;
      const weak = args.filter(({ value }) => /^(?:SSLv[23]|TLSv1|TLSv1\.1)$/i.test(value));
      if (weak.length === 0) continue;
      const strong = args.filter((word) => !weak.includes(word)).map(({ value }) => value);
      const kept = strong.length > 0 ? strong : ['TLSv1.2', 'TLSv1.3'];
      const names = weak.map(({ value }) => value).join(', ');
      report({
        span: argsSpan(node),
        // Towards an upstream it is a matter of what the other end can.
        level: name.value === 'ssl_protocols' ? 'warning' : 'information',
        message: `${names} ${weak.length === 1 ? 'is' : 'are'} no longer safe`,
        fixes: [replaceSpan(view, argsSpan(node), kept.join(' '))],
      });
    }
  },
});

const directives = [
  'ssl_protocols',
  'proxy_ssl_protocols',
  'uwsgi_ssl_protocols',
  'grpc_ssl_protocols',
];
