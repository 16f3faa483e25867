import { statementsNamed } from '../../nginx-conf/statements.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, replaceSpan } from './word-fixes.ts';

export const sessionTickets: NginxRule = defineRule({
  id: 'nginx/session-tickets',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports `ssl_session_tickets on` with neither a key file nor a shared session cache.',
    why: 'nginx makes one key when it starts and uses it until the next reload: who gets hold of it can read every connection that was resumed meanwhile. Since 1.23.2 a shared session cache lets nginx change the key by itself.',
    fix: 'Write `ssl_session_cache shared:SSL:10m;`, or turn tickets off.',
    source: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_session_ticket_key',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'ssl_session_tickets')) {
      const [value] = node.statement.args;
      if (value?.value.toLowerCase() !== 'on') continue;
      const keys = linesInForce(view, node.parent, ['ssl_session_ticket_key', 'ssl_session_cache']);
      if (keys.lines.length > 0 || keys.hidden.length > 0 || !keys.complete) continue;
      report({
        span: headSpan(node),
        message: 'one key protects all tickets until the next reload',
        fixes: [replaceSpan(view, value.span, 'off')],
      });
    }
  },
});
