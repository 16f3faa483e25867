import type { ConfNode } from '../../nginx-conf/conf.ts';
import { readLocation } from '../../nginx-conf/location.ts';
import { capturingGroups } from '../../nginx-conf/regex-groups.ts';
import { scanVariables } from '../../nginx-conf/scan-variables.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import type { Word } from '../../nginx/tree.ts';
import type { Span } from '../../text/span.ts';
import type { NginxView } from '../inputs.ts';
import { defineRule, type Fix, type NginxRule } from '../rule.ts';

export const responseSplitting: NginxRule = defineRule({
  id: 'nginx/response-splitting',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports `$uri`, `$document_uri` and groups such as `([^/]*)` of a location’s expression in a redirect or a header.',
    why: 'They hold the decoded path, line breaks too: with `return 301 https://$host$uri;` a request for `/%0d%0aSet-Cookie:%20a=b` is answered with a header that the client has written.',
    fix: 'Use `$request_uri`, which stays encoded and brings the query along; in a group exclude line breaks: `([^/\\s]*)`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#var_uri',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, ...directives)) {
      const word = headerWord(node);
      if (word === undefined) continue;
      for (const { name, span } of scanVariables(view.text, word)) {
        if (/^(?:document_)?uri$/i.test(name))
          report({
            span,
            message: `\`$${name}\` may hold line breaks of the client, which make new headers here`,
            fixes: node.statement.name.value === 'return' ? [useRequestUri(view, word, span)] : [],
          });
        else if (node.statement.name.value === 'return' && takesLineBreaks(node, name))
          report({
            span,
            message: `\`$${name}\` may hold line breaks of the client, which make new headers here: its group matches them`,
          });
      }
    }
  },
});

const directives = ['return', 'rewrite', 'add_header', 'proxy_set_header', 'grpc_set_header'];

/** The word that ends up in a header, if one does. */
function headerWord({ statement: { name, args } }: ConfNode): Word | undefined {
  const [first, second, third] = args;
  if (name.value === 'return') {
    if (second === undefined) return first;
    // Other codes send the text as the body.
    return /^30[12378]$/.test(first?.value ?? '') ? second : undefined;
  }
  if (name.value !== 'rewrite') return second;
  const redirects =
    /^(?:redirect|permanent)$/.test(third?.value ?? '') ||
    /^(?:https?:\/\/|\$scheme)/.test(second?.value ?? '');
  return redirects ? second : undefined;
}

/** Whether a name is a group of the location's own expression that matches line breaks. `.` does not; `[^/]` does. */
function takesLineBreaks({ parent }: ConfNode, name: string): boolean {
  if (parent?.statement.name.value !== 'location') return false;
  const match = readLocation(parent.statement.args);
  if (match?.kind !== 'regex') return false;
  const groups = capturingGroups(match.name);
  const group = /^[1-9]$/.test(name)
    ? groups[Number(name) - 1]
    : groups.find((one) => one.name && match.name.slice(one.name.start, one.name.end) === name);
  if (group === undefined) return false;
  const inside = match.name.slice(group.span.start, group.span.end);
  const negated = inside.match(/\[\^(?:\\.|[^\]\\])+\]/g) ?? [];
  return negated.some((one) => !/\\[srnvR]|\\x0[aAdD]/.test(one));
}

/** `$request_uri` has the query already. */
function useRequestUri({ path, text }: NginxView, word: Word, { start, end }: Span): Fix {
  const behind = text.slice(end, word.span.end);
  const query = /^(?:(?:\$is_args|\?)\$(?:args|query_string))/.exec(behind)?.[0] ?? '';
  return {
    title: 'Change to "$request_uri"',
    edits: [{ path, span: { start, end: end + query.length }, newText: '$request_uri' }],
    preferred: true,
  };
}
