import type { ConfNode } from '../../nginx-conf/conf.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { removeStatement } from './remove-statement.ts';
import { headSpan } from './word-fixes.ts';

export const twoHandlers: NginxRule = defineRule({
  id: 'nginx/two-handlers',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a location with two directives that each answer the request, such as `uwsgi_pass` and `proxy_pass`.',
    why: 'nginx accepts both, and the one that stands last answers every request.',
    fix: 'Remove the one that is not meant, or give each a location of its own.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#location',
  },
  check({ path, text, conf }, report) {
    if (hasTemplateBlocks(text)) return;
    const last = new Map<ConfNode | undefined, ConfNode>();
    for (const node of statementsNamed(conf, ...handlers)) {
      const before = last.get(node.parent);
      last.set(node.parent, node);
      // Twice the same is an error of its own.
      if (before === undefined || before.statement.name.value === node.statement.name.value)
        continue;
      report({
        span: headSpan(before),
        message: `\`${before.statement.name.value}\` never answers: \`${node.statement.name.value}\` stands behind it`,
        related: [{ path, span: headSpan(node), message: 'answers all requests' }],
        fixes: [removeStatement(path, text, before.statement, 'Remove it')],
        tag: 'unnecessary',
      });
    }
  },
});

const handlers = [
  ...['uwsgi_pass', 'proxy_pass', 'fastcgi_pass', 'scgi_pass', 'grpc_pass', 'memcached_pass'],
  ...['tunnel_pass', 'empty_gif', 'stub_status', 'flv', 'mp4', 'perl'],
];
