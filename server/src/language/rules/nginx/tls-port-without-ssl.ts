import { childrenNamed } from '../../nginx-conf/statements.ts';
import { listensOf } from '../../nginx-conf/listens.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { insertBehindWord } from './word-fixes.ts';

export const tlsPortWithoutSsl: NginxRule = defineRule({
  id: 'nginx/tls-port-without-ssl',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a server with a certificate that listens at port 443 without `ssl`.',
    why: 'nginx then speaks plain HTTP at that port, whatever certificate there is: browsers end with an error of the protocol.',
    fix: 'Write `listen 443 ssl;`.',
    source: 'https://nginx.org/en/docs/http/configuring_https_servers.html',
  },
  check(view, report) {
    // One `listen … ssl` makes the socket speak TLS for all servers at it.
    const secured = new Set(
      listensOf(view.conf)
        .filter(({ ssl }) => ssl)
        .flatMap(({ sockets }) => sockets),
    );
    for (const { node, word, scope, sockets, ssl } of listensOf(view.conf)) {
      if (ssl || scope !== 'http' || node.parent === undefined) continue;
      if (!sockets.some((socket) => /:(?:8)?443$/.test(socket))) continue;
      if (sockets.some((socket) => secured.has(socket))) continue;
      if (childrenNamed(node.parent, 'ssl').length > 0) continue;
      const { lines, level } = linesInForce(view, node.parent, ['ssl_certificate']);
      if (lines.length === 0 || level?.block !== node.parent) continue;
      report({
        span: word.span,
        message: 'without `ssl` this port speaks plain HTTP, and the certificate is never shown',
        fixes: [insertBehindWord(view, word, ' ssl')],
      });
    }
  },
});
