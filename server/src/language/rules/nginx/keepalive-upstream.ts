import { childrenNamed, statementsNamed } from '../../nginx-conf/statements.ts';
import { compareVersions, targetNginx } from '../../nginx-conf/version.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan } from './word-fixes.ts';

export const keepaliveUpstream: NginxRule = defineRule({
  id: 'nginx/keepalive-upstream',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports a `proxy_pass` to an upstream with `keepalive` that closes its connections all the same.',
    why: 'Before 1.29.7 nginx speaks HTTP/1.0 to proxied servers and sends `Connection: close`, so that no connection is ever kept.',
    fix: 'Write `proxy_http_version 1.1;` and `proxy_set_header Connection "";` beside the pass.',
    source: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#keepalive',
  },
  check(view, report) {
    if (compareVersions(targetNginx(view.around), '1.29.7') >= 0) return;
    const kept = new Map(
      statementsNamed(view.conf, 'upstream').flatMap((node) => {
        const [keepalive] = childrenNamed(node, 'keepalive');
        const name = node.statement.args[0]?.value.toLowerCase();
        return keepalive === undefined || name === undefined ? [] : [[name, keepalive] as const];
      }),
    );
    if (kept.size === 0) return;
    for (const pass of statementsNamed(view.conf, 'proxy_pass')) {
      const [, host = ''] = /^https?:\/\/([^/:]+)/i.exec(pass.statement.args[0]?.value ?? '') ?? [];
      const keepalive = kept.get(host.toLowerCase());
      if (keepalive === undefined) continue;
      const version = linesInForce(view, pass.parent, ['proxy_http_version']);
      const headers = linesInForce(view, pass.parent, ['proxy_set_header']);
      if (version.hidden.length > 0 || headers.hidden.length > 0) continue;
      if (!version.complete || !headers.complete) continue;
      const isNew = version.lines.at(-1)?.node.statement.args[0]?.value === '1.1';
      const keeps = headers.lines.some(
        ({ node }) => node.statement.args[0]?.value.toLowerCase() === 'connection',
      );
      if (isNew && keeps) continue;
      const missing = [
        ...(isNew ? [] : ['`proxy_http_version 1.1`']),
        ...(keeps ? [] : ['`proxy_set_header Connection ""`']),
      ];
      report({
        span: headSpan(pass),
        message: `no connection is kept without ${missing.join(' and ')}`,
        related: [{ path: view.path, span: headSpan(keepalive), message: 'has no effect' }],
      });
    }
  },
});
