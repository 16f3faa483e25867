import { childrenNamed, statementsNamed } from '../../nginx-conf/statements.ts';
import { compareVersions, targetNginx } from '../../nginx-conf/version.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, insertBefore } from './word-fixes.ts';

export const websocketHeaders: NginxRule = defineRule({
  id: 'nginx/websocket-headers',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports an `Upgrade` header that is passed on without what a WebSocket needs besides it.',
    why: 'The other end changes the protocol only when `Connection: upgrade` comes along, in HTTP/1.1. nginx sends `Connection: close` by itself, and before 1.29.7 speaks HTTP/1.0 to proxied servers.',
    fix: 'Write `proxy_http_version 1.1;` and `proxy_set_header Connection "upgrade";` (or `$connection_upgrade` of a `map`).',
    source: 'https://nginx.org/en/docs/http/websocket.html',
  },
  check(view, report) {
    const needsVersion = compareVersions(targetNginx(view.around), '1.29.7') < 0;
    for (const node of statementsNamed(view.conf, 'proxy_set_header')) {
      const [name, value] = node.statement.args;
      if (name?.value.toLowerCase() !== 'upgrade' || value?.value === '') continue;
      const block = node.parent;
      if (block === undefined) continue;
      const missing: string[] = [];
      const headers = linesInForce(view, block, ['proxy_set_header']);
      const hasConnection = headers.lines.some(
        (line) => line.node.statement.args[0]?.value.toLowerCase() === 'connection',
      );
      if (headers.hidden.length > 0) continue;
      if (!hasConnection) missing.push('proxy_set_header Connection "upgrade";');
      const version = linesInForce(view, block, ['proxy_http_version']);
      const set = version.lines.at(-1)?.node.statement.args[0]?.value;
      const http10 = set === '1.0' || (set === undefined && needsVersion && version.complete);
      const inside = childrenNamed(block, 'location').length > 0;
      if (http10 && !inside && version.hidden.length === 0 && set === undefined)
        missing.push('proxy_http_version 1.1;');
      if (missing.length === 0) continue;
      report({
        span: headSpan(node),
        message: `a WebSocket needs \`${missing.join('` and `')}\` as well`,
        fixes: [insertBefore(view, node.statement, missing)],
      });
    }
  },
});
