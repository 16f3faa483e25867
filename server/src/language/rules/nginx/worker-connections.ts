import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const workerConnections: NginxRule = defineRule({
  id: 'nginx/worker-connections',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports more `worker_connections` than files that a worker may open.',
    why: 'Each connection is an open file, and a request that is passed on takes two: nginx starts with a warning at best, and answers with `Too many open files` under load.',
    fix: 'Raise `worker_rlimit_nofile` to twice the connections.',
    source: 'https://nginx.org/en/docs/ngx_core_module.html#worker_rlimit_nofile',
  },
  check(view, report) {
    const [limit] = statementsNamed(view.conf, 'worker_rlimit_nofile');
    const [connections] = statementsNamed(view.conf, 'worker_connections');
    const [files, wanted] = [limit, connections].map((node) => node?.statement.args[0]);
    if (files === undefined || wanted === undefined) return;
    if (!/^\d+$/.test(files.value) || !/^\d+$/.test(wanted.value)) return;
    if (Number(files.value) >= Number(wanted.value)) return;
    report({
      span: wanted.span,
      message: `a worker may open ${files.value} files only, which is less than its connections`,
      related: [{ path: view.path, span: files.span, message: 'the limit' }],
      fixes: [replaceSpan(view, files.span, String(2 * Number(wanted.value)))],
    });
  },
});
