import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const gzipTypesHtml: NginxRule = defineRule({
  id: 'nginx/gzip-types-html',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports `text/html` in `gzip_types` and the like, where it always is.',
    why: 'nginx warns `duplicate MIME type "text/html"` at each start and reload.',
    fix: 'Remove the word.',
    source: 'https://nginx.org/en/docs/http/ngx_http_gzip_module.html#gzip_types',
  },
  check({ path, conf }, report) {
    for (const { statement } of statementsNamed(conf, ...directives)) {
      const { args, name } = statement;
      for (const [index, word] of args.entries()) {
        if (word.value.toLowerCase() !== 'text/html') continue;
        const before = args[index - 1] ?? name;
        report({
          span: word.span,
          message: 'nginx warns at each start: text/html is among these types by itself',
          fixes:
            args.length > 1
              ? [
                  {
                    title: 'Remove text/html',
                    edits: [
                      { path, span: { start: before.span.end, end: word.span.end }, newText: '' },
                    ],
                    preferred: true,
                  },
                ]
              : [],
        });
      }
    }
  },
});

/** Lists that begin with text/html, whatever is written. */
const directives = [
  'gzip_types',
  'sub_filter_types',
  'ssi_types',
  'addition_types',
  'charset_types',
];
