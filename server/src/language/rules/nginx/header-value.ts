import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, replaceSpan } from './word-fixes.ts';

export const headerValue: NginxRule = defineRule({
  id: 'nginx/header-value',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a header whose value goes over several lines, and a `Content-Type` set by `add_header`.',
    why: 'nginx sends line breaks as they are: clients refuse such an answer, or read the next line as another header. `add_header Content-Type` adds a second type to the one that nginx sends by itself.',
    fix: 'Write the value in one line; set the type by `default_type` or `types`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
  },
  check(view, report) {
    for (const node of statementsNamed(
      view.conf,
      'add_header',
      'proxy_set_header',
      'grpc_set_header',
    )) {
      const { name: directive, args } = node.statement;
      const [name, value] = args;
      if (name === undefined || value === undefined) continue;
      if (/[\r\n]/.test(value.value))
        report({
          span: value.span,
          message: `${name.value} is sent with line breaks in it`,
          fixes:
            value.quote === undefined
              ? []
              : [
                  replaceSpan(
                    view,
                    value.span,
                    view.text
                      .slice(value.span.start, value.span.end)
                      .replace(/\s*(?:\r?\n|\\n)\s*/g, ' '),
                    { title: 'Write it in one line' },
                  ),
                ],
        });
      if (directive.value === 'add_header' && name.value.toLowerCase() === 'content-type')
        report({
          span: headSpan(node),
          level: 'information',
          message: 'nginx sends a type of its own as well: `default_type` and `types` set that',
        });
    }
  },
});
