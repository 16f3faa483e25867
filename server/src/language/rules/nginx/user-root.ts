import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan } from './word-fixes.ts';

export const userRoot: NginxRule = defineRule({
  id: 'nginx/user-root',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports `user root;`.',
    why: 'The workers then serve requests with all rights: a mistake in the configuration or in nginx opens the whole machine, not only what the web server may read.',
    fix: 'Name a user without rights, such as `www-data` or `nginx`.',
    source: 'https://nginx.org/en/docs/ngx_core_module.html#user',
  },
  check({ conf }, report) {
    for (const node of statementsNamed(conf, 'user'))
      if (node.statement.args[0]?.value === 'root')
        report({ span: argsSpan(node), message: 'the workers serve requests with all rights' });
  },
});
