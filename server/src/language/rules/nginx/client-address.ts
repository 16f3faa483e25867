import { scanVariables } from '../../nginx-conf/scan-variables.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const clientAddress: NginxRule = defineRule({
  id: 'nginx/client-address',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports an address of the client that is passed on from a header of the client, and `set_real_ip_from` for everybody.',
    why: 'Anybody can write `X-Real-IP` or `X-Forwarded-For`: the application then logs, limits and lets in whom the client says it is.',
    fix: 'Pass on `$remote_addr`. Behind a proxy let `set_real_ip_from` name that proxy, and `real_ip_header` its header.',
    source: 'https://nginx.org/en/docs/http/ngx_http_realip_module.html',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, ...directives)) {
      const [name, value] = node.statement.args;
      if (name === undefined || value === undefined) continue;
      const wanted = node.statement.name.value.endsWith('_param')
        ? /^(?:REMOTE_ADDR|HTTP_X_REAL_IP)$/
        : /^x-real-ip$/i;
      if (!wanted.test(name.value)) continue;
      for (const { name: variable, span } of scanVariables(view.text, value)) {
        if (
          !/^http_(?:x_real_ip|x_forwarded_for|x_client_ip|client_ip|true_client_ip)$/i.test(
            variable,
          )
        )
          continue;
        report({
          span,
          message: `anybody can write this header: the application takes \`$${variable}\` for the client's address`,
          fixes: [replaceSpan(view, span, '$remote_addr')],
        });
      }
    }
    for (const { statement, parent } of statementsNamed(view.conf, 'set_real_ip_from')) {
      const [from] = statement.args;
      if (from === undefined || !/^(?:0\.0\.0\.0\/0|::\/0)$/.test(from.value)) continue;
      // The PROXY protocol is not the client's to write.
      const header = linesInForce(view, parent, ['real_ip_header']).lines.at(-1);
      if (header?.node.statement.args[0]?.value.toLowerCase() === 'proxy_protocol') continue;
      report({
        span: from.span,
        message: 'every client may say which address it has: name the proxies that are trusted',
      });
    }
  },
});

const directives = [
  'proxy_set_header',
  'grpc_set_header',
  'uwsgi_param',
  'fastcgi_param',
  'scgi_param',
];
