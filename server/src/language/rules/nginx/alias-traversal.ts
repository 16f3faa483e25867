import { readLocation } from '../../nginx-conf/location.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan } from './word-fixes.ts';

export const aliasTraversal: NginxRule = defineRule({
  id: 'nginx/alias-traversal',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a location without a slash at its end whose `alias` has one, so that anybody can read files outside of the folder.',
    why: 'nginx puts the rest of the path behind the alias: with `location /files { alias /srv/files/; }` a request for `/files../secret` reads `/srv/files/../secret`.',
    fix: 'End the location with a slash.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#alias',
  },
  check({ path, conf }, report) {
    for (const node of statementsNamed(conf, 'location')) {
      const match = readLocation(node.statement.args);
      if (match?.kind !== 'prefix' || match.name.endsWith('/') || !match.name.startsWith('/'))
        continue;
      const alias = node.children.find(({ statement }) => statement.name.value === 'alias');
      const folder = alias?.statement.args[0];
      if (!folder?.value.endsWith('/')) continue;
      const word = node.statement.args.at(-1);
      const end = word === undefined ? 0 : word.span.end - (word.quote ? 1 : 0);
      report({
        span: argsSpan(node),
        message: `anybody can read files outside of ${folder.value}: \`${match.name}../\` leads to the folder above it`,
        related: [{ path, span: folder.span, message: 'the rest of the path is put behind this' }],
        fixes: [
          {
            title: `Change to "${match.name}/"`,
            edits: [{ path, span: { start: end, end }, newText: '/' }],
            preferred: true,
          },
        ],
      });
    }
  },
});
