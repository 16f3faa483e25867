import { span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { includesOtherFiles, replace } from './entry-text.ts';

export const routerNeedsMaster = defineRule({
  id: 'uwsgi/router-needs-master',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A FastRouter without the master process.',
    why: 'Only the master starts the router: without it uWSGI ends at once, with exit status 0 and no error.',
    fix: 'Add `master = true`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Fastrouter.html',
  },
  check(file, report) {
    const { entries } = file.config;
    const router = entries.find(({ option }) => option?.name === 'fastrouter');
    if (router === undefined || router.conditional || includesOtherFiles(file.config)) return;
    const masters = entries.filter(({ option }) => option?.name === 'master');
    const last = masters.at(-1);
    if (last !== undefined) {
      // An explicit value is executed after all that imply a master.
      if (!last.known || last.conditional || !/^(?:false|off|no|0)$/i.test(last.value)) return;
      const fixes = [replace(file, last.valueSpan, 'true', 'Change to true')];
      const message = 'The router never starts without the master process';
      report({ span: last.valueSpan, message, fixes });
      return;
    }
    const implied = ['MASTER', 'LOG_MASTER', 'REQ_LOG_MASTER'];
    if (entries.some(({ option }) => option?.flags.some((flag) => implied.includes(flag)))) return;
    const at = router.line.span.start;
    const fixes = [replace(file, span(at, at), 'master = true\n', 'Add master = true')];
    const message = 'A router needs `master = true`: without the master process uWSGI ends at once';
    report({ span: router.keySpan, message, fixes });
  },
});
