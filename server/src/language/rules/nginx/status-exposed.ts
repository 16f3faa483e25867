import { listensOf } from '../../nginx-conf/listens.ts';
import { childrenNamed, serverAround, statementsNamed } from '../../nginx-conf/statements.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, insertBehind } from './word-fixes.ts';

export const statusExposed: NginxRule = defineRule({
  id: 'nginx/status-exposed',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `stub_status` that everybody may read.',
    why: 'It tells how many connections and requests there are, which is nobody’s business but the operator’s.',
    fix: 'Write `allow 127.0.0.1; deny all;` beside it, or listen at the loopback only.',
    source: 'https://nginx.org/en/docs/http/ngx_http_stub_status_module.html',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'stub_status')) {
      const server = serverAround(node);
      if (server === undefined || node.parent === undefined) continue;
      const guards = linesInForce(view, node.parent, [
        'allow',
        'deny',
        'auth_basic',
        'auth_request',
      ]);
      if (guards.lines.length > 0 || guards.hidden.length > 0) continue;
      if (childrenNamed(node.parent, 'internal').length > 0) continue;
      const listens = listensOf(view.conf).filter((listen) => listen.node.parent === server);
      const open = listens.filter(
        ({ sockets }) =>
          !sockets.every((socket) =>
            /^(?:tcp|udp) (?:127\.|\[1\]|\[0:0:0:0:0:0:0:1\]|unix:)/.test(socket),
          ),
      );
      if (listens.length > 0 && open.length === 0) continue;
      report({
        span: headSpan(node),
        message: 'everybody may read this status',
        fixes: [insertBehind(view, node.statement, ['allow 127.0.0.1;', 'deny all;'])],
      });
    }
  },
});
