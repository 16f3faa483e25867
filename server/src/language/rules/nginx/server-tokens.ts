import { linesInForce } from '../../stack/lines-in-force.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const serverTokens: NginxRule = defineRule({
  id: 'nginx/server-tokens',
  scope: 'nginx',
  reach: 'file',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports servers whose answers tell the version of nginx.',
    why: 'Without `server_tokens off` nginx sends `Server: nginx/1.22.1`, and writes it on its error pages. That spares an attacker a guess, no more.',
    fix: 'Write `server_tokens off;` into `http`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#server_tokens',
  },
  check(view, report) {
    for (const { statement } of statementsNamed(view.conf, 'server_tokens')) {
      const [value] = statement.args;
      if (value?.value.toLowerCase() !== 'on') continue;
      report({
        span: value.span,
        message: 'every answer tells the version of nginx',
        fixes: [
          {
            title: 'Change to "off"',
            edits: [{ path: view.path, span: value.span, newText: 'off' }],
            preferred: true,
          },
        ],
      });
    }
    for (const { statement, children } of statementsNamed(view.conf, 'http')) {
      if (statement.end.kind !== 'block' || children.length === 0) continue;
      const servers = children.filter((child) => child.statement.name.value === 'server');
      const open = servers.find((server) => {
        const { lines, hidden } = linesInForce(view, server, ['server_tokens']);
        return lines.length === 0 && hidden.length === 0;
      });
      if (open === undefined) continue;
      const at = statement.end.open + 1;
      report({
        span: statement.name.span,
        message: 'answers tell the version of nginx: `server_tokens` is on unless it is set',
        fixes: [
          {
            title: 'Insert `server_tokens off;`',
            edits: [
              {
                path: view.path,
                span: { start: at, end: at },
                newText: '\n    server_tokens off;',
              },
            ],
            preferred: true,
          },
        ],
      });
    }
  },
});
