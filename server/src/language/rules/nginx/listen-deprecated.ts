import { childrenNamed, statementsNamed } from '../../nginx-conf/statements.ts';
import { compareVersions, targetNginx } from '../../nginx-conf/version.ts';
import { defineRule, type Fix, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const listenDeprecated: NginxRule = defineRule({
  id: 'nginx/listen-deprecated',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports `listen … http2`, which nginx 1.25.1 has replaced by a directive, and `listen … default`.',
    why: 'Since 1.25.1 nginx warns at each `http2` parameter; before, the directive is unknown. `default` is the name that `default_server` had before 0.8.21.',
    fix: 'Write `http2 on;` into the server, and `default_server`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_v2_module.html#http2',
  },
  check(view, report) {
    const hasDirective = compareVersions(targetNginx(view.around), '1.25.1') >= 0;
    for (const { statement, parent } of statementsNamed(view.conf, 'listen')) {
      const [, ...parameters] = statement.args;
      for (const word of parameters) {
        const before = statement.args[statement.args.indexOf(word) - 1];
        if (word.value === 'default')
          report({
            span: word.span,
            message: '`default` is the old name of `default_server`',
            fixes: [replaceSpan(view, word.span, 'default_server')],
            tag: 'deprecated',
          });
        if (word.value !== 'http2' || !hasDirective || before === undefined) continue;
        const edits = [
          {
            path: view.path,
            span: { start: before.span.end, end: word.span.end },
            newText: '',
          },
        ];
        if (parent === undefined || childrenNamed(parent, 'http2').length === 0) {
          const { end } = statement.span;
          const lineStart = view.text.lastIndexOf('\n', statement.span.start - 1) + 1;
          const lead = view.text.slice(lineStart, statement.span.start);
          const glue = lead.trim() === '' ? `\n${lead}` : ' ';
          edits.push({ path: view.path, span: { start: end, end }, newText: `${glue}http2 on;` });
        }
        const fix: Fix = { title: 'Change to `http2 on;`', edits, preferred: true };
        report({
          span: word.span,
          message: 'nginx 1.25.1 and later warn at this: `http2 on;` takes its place',
          fixes: [fix],
          tag: 'deprecated',
        });
      }
    }
  },
});
