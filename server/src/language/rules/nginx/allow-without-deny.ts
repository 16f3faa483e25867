import type { ConfNode } from '../../nginx-conf/conf.ts';
import { childrenNamed, statementsNamed, valuesOf } from '../../nginx-conf/statements.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, insertBehind } from './word-fixes.ts';

export const allowWithoutDeny: NginxRule = defineRule({
  id: 'nginx/allow-without-deny',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a list of `allow` lines that nothing denies behind.',
    why: 'nginx lets in everybody whom no line names: `allow 10.0.0.0/8;` alone keeps nobody out.',
    fix: 'End the list with `deny all;`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_access_module.html',
  },
  check(view, report) {
    if (hasTemplateBlocks(view.text)) return;
    const seen = new Set<ConfNode | undefined>();
    for (const { parent } of statementsNamed(view.conf, 'allow')) {
      if (seen.has(parent) || parent === undefined) continue;
      seen.add(parent);
      // What else counts may stand in a file.
      if (childrenNamed(parent, 'include').length > 0) continue;
      const list = childrenNamed(parent, 'allow', 'deny');
      const last = list.at(-1);
      if (last === undefined || list.some(({ statement }) => statement.name.value === 'deny'))
        continue;
      if (list.some((node) => valuesOf(node)[0] === 'all')) continue;
      report({
        span: headSpan(last),
        message: 'nobody is kept out: without `deny all` behind it `allow` has no effect',
        fixes: [insertBehind(view, last.statement, ['deny all;'])],
      });
    }
  },
});
