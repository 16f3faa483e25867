import { statementsNamed } from '../../nginx-conf/statements.ts';
import type { Statement } from '../../nginx/tree.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, replaceSpan } from './word-fixes.ts';

export const rewriteToReturn: NginxRule = defineRule({
  id: 'nginx/rewrite-to-return',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports a `rewrite` that sends every request to another host or scheme.',
    why: 'A `return` does the same without an expression, and passes the path on as the client has written it: `rewrite` decodes it and encodes it anew.',
    fix: 'Write `return 301 https://$host$request_uri;`.',
    source: 'https://nginx.org/en/docs/http/converting_rewrite_rules.html',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'rewrite')) {
      const newText = asReturn(node.statement);
      if (newText === undefined) continue;
      report({
        span: headSpan(node),
        message: `a \`return\` does the same without an expression: \`${newText};\``,
        fixes: [replaceSpan(view, headSpan(node), newText, { title: `Change to \`${newText};\`` })],
      });
    }
  },
});

/** The `return` that means the same, where the path is passed on whole and behind the host. */
export function asReturn({ args }: Pick<Statement, 'args'>): string | undefined {
  const [expression, replacement, flag] = args;
  if (expression === undefined || replacement === undefined) return undefined;
  const [, host = '', path = ''] =
    /^((?:https?:\/\/|\$scheme:\/\/)[^/\s"';{}?]+?)(\/\$1|\$1|\$request_uri\??|\/?)$/.exec(
      replacement.value,
    ) ?? [];
  if (host === '' || /\$(?:[1-9]|uri|document_uri)/.test(host)) return undefined;
  // `(.*)` brings the slash with it, `/(.*)` does not; a `?` at the end would drop the query.
  const form = expression.value;
  const fits =
    (path === '/$1' && /^\^?\/\(\.\*\)\$?$/.test(form)) ||
    (path === '$1' && /^\^?\(\.\*\)\$?$/.test(form)) ||
    (path === '$request_uri?' &&
      /^(?:\^|\.\*|\^\.\*\$?|\^?\(\.\*\)\$?|\^\/.{0,4}\$?|\/)$/.test(form));
  if (!fits) return undefined;
  const code = flag?.value === 'permanent' ? 301 : 302;
  if (flag !== undefined && !/^(?:permanent|redirect)$/.test(flag.value)) return undefined;
  return `return ${code} ${host}$request_uri`;
}
