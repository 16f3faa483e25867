import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan } from './word-fixes.ts';

export const ifFileExists: NginxRule = defineRule({
  id: 'nginx/if-file-exists',
  scope: 'nginx',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports an `if` that asks whether the file of the request is there.',
    why: '`try_files` asks the same and goes on by itself; an `if` in a location brings its own settings along, and loses others.',
    fix: 'Write `try_files $uri $uri/ @app;` with a named location for the rest.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#try_files',
  },
  check({ conf }, report) {
    for (const node of statementsNamed(conf, 'if')) {
      const [test, file] = node.statement.args;
      if (test === undefined || !/^\(?!?-[efd]$/.test(test.value)) continue;
      if (!/^"?\$\{?(?:request_filename|document_root)/.test(file?.value ?? '')) continue;
      report({ span: argsSpan(node), message: '`try_files` asks for the file without an `if`' });
    }
  },
});
