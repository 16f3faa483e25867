import type { ConfNode } from '../../nginx-conf/conf.ts';
import { statementsNamed, valuesOf } from '../../nginx-conf/statements.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { removeStatement } from './remove-statement.ts';
import { headSpan } from './word-fixes.ts';

export const duplicateHeader: NginxRule = defineRule({
  id: 'nginx/duplicate-header',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a header or parameter that a block sets twice.',
    why: 'nginx does not replace the first one: it sends both. Of two headers a client or an application takes either, or joins them; of two parameters most applications take the last.',
    fix: 'Remove the one that is not meant.',
    source: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
  },
  check({ path, text, conf }, report) {
    if (hasTemplateBlocks(text)) return;
    const levels = new Map<ConfNode | undefined, Map<string, ConfNode>>();
    for (const node of statementsNamed(conf, ...directives)) {
      const { name } = node.statement;
      const [key = '', value, option] = valuesOf(node);
      // Two that are never sent both: one of them is empty.
      if (option === 'if_not_empty' || value === '') continue;
      if (name.value === 'add_header' && (lists.test(key) || value?.startsWith('$'))) continue;
      const level = levels.get(node.parent) ?? new Map<string, ConfNode>();
      levels.set(node.parent, level);
      const id = `${name.value} ${name.value.endsWith('_param') ? key : key.toLowerCase()}`;
      const first = level.get(id);
      if (first === undefined) {
        level.set(id, node);
        continue;
      }
      const isParam = name.value.endsWith('_param');
      report({
        span: headSpan(node),
        message: isParam
          ? `${key} is sent twice: the application most likely sees this value only`
          : `${key} is sent twice: this does not replace the first one`,
        related: [{ path, span: first.statement.span, message: 'the first one' }],
        fixes: [
          // Where the last one counts, the first one is the one without effect.
          removeStatement(
            path,
            text,
            isParam ? first.statement : node.statement,
            isParam ? 'Remove the first one' : 'Remove the second one',
          ),
        ],
      });
    }
  },
});

const directives = [
  'add_header',
  'proxy_set_header',
  'grpc_set_header',
  'uwsgi_param',
  'fastcgi_param',
  'scgi_param',
];

/** Headers that may come several times, each with a part of the whole. */
const lists =
  /^(?:set-cookie|link|vary|cache-control|content-security-policy(?:-report-only)?|server-timing|www-authenticate|alt-svc|allow|via|warning|access-control-(?:allow|expose)-.*|permissions-policy|x-robots-tag|report-to|content-language|accept-ch)$/i;
