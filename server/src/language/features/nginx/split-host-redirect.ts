import { readCondition } from '../../nginx-conf/condition.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import { mayOpen } from '../../nginx-conf/may-open.ts';
import { childrenNamed, valuesOf } from '../../nginx-conf/statements.ts';
import { ancestors } from '../../nginx-conf/walk.ts';
import { isTemplatedStatement } from '../../nginx-conf/template.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { removeStatement } from '../../rules/nginx/remove-statement.ts';
import type { Action } from '../feature.ts';

/** Makes a server of its own of `if ($host = name) { return 301 …; }`: nginx then compares no host at each request. */
export function splitHostRedirect(view: NginxView, node: ConfNode): Action | undefined {
  const test = [node, ...ancestors(node)].find(({ statement }) => statement.name.value === 'if');
  const server = test?.parent;
  if (test === undefined || server === undefined || !mayOpen(server, 'server')) return undefined;
  const name = comparedHost(test);
  const [answer, ...more] = test.children;
  if (name === undefined || answer === undefined || more.length > 0) return undefined;
  const [code = '', target] = valuesOf(answer);
  if (answer.statement.name.value !== 'return' || target === undefined || !/^30[12378]$/.test(code))
    return undefined;
  const names = childrenNamed(server, 'server_name').flatMap(({ statement }) => statement.args);
  const word = names.find(({ value }) => value === name);
  // The first name is `$server_name`, which the rest of the server may use.
  if (word === undefined || names[0] === word || names.length < 2) return undefined;
  if (
    !isFirst(server, test) ||
    server.children.some(({ statement }) => isTemplatedStatement(statement))
  )
    return undefined;
  const own = server.children.filter(
    ({ statement }) => !/^(?:server_name|if|location)$/.test(statement.name.value),
  );
  if (own.some(({ statement }) => !understood.test(statement.name.value))) return undefined;
  const copied = own
    .filter(({ statement }) => kept.test(statement.name.value))
    .map((one) => textOf(view, one));
  const { start, end } = server.statement.span;
  const lineStart = view.text.lastIndexOf('\n', start - 1) + 1;
  const indent = view.text.slice(lineStart, start);
  if (indent.trim() !== '') return undefined;
  const unit = indent.includes('\t') ? '\t' : indent.length === 2 ? '  ' : '    ';
  const lines = [...copied, `server_name ${name};`, textOf(view, answer)];
  const block = `server {\n${lines.map((line) => `${indent}${unit}${line}\n`).join('')}${indent}}`;
  const before = view.text.slice(0, word.span.start).trimEnd().length;
  return {
    title: `Give ${name} a server of its own`,
    kind: 'refactor.rewrite',
    edits: [
      { path: view.path, span: { start: before, end: word.span.end }, newText: '' },
      ...removeStatement(view.path, view.text, test.statement, '').edits,
      { path: view.path, span: { start: end, end }, newText: `\n${indent}${block}` },
    ],
  };
}

/** What a redirect depends on. */
const kept =
  /^(?:listen|ssl_.+|http2|http3|add_header|access_log|error_log|server_tokens|keepalive_timeout)$/;

/** Anything else might act on a redirect in a way that is not known here. */
const understood =
  /^(?:listen|ssl_.+|http2|http3|add_header|access_log|error_log|server_tokens|keepalive_timeout|root|index|client_max_body_size|charset|try_files|gzip.*|expires|uwsgi_.+|proxy_.+|fastcgi_.+|return|autoindex|sendfile|etag)$/;

function comparedHost({ statement }: ConfNode): string | undefined {
  const condition = readCondition(statement.args);
  if (condition.kind !== 'equal' || condition.operator !== '=' || condition.variable !== 'host')
    return undefined;
  // nginx gives the host in lower case.
  return /^[a-z\d.-]+$/.test(condition.operand) ? condition.operand : undefined;
}

/** What stands before it may have changed or answered the request. */
function isFirst({ children }: ConfNode, test: ConfNode): boolean {
  const first = children.find(({ statement }) =>
    /^(?:if|set|return|rewrite|break|include)$/.test(statement.name.value),
  );
  return first === test;
}

/** Options of the socket may be written once only, and the default server stays the one that it is. */
function textOf(view: NginxView, { statement }: ConfNode): string {
  const { span, name, args } = statement;
  if (name.value !== 'listen') return view.text.slice(span.start, span.end);
  const words = args.filter(
    ({ value }, index) => index === 0 || /^(?:ssl|http2|quic|proxy_protocol)$/.test(value),
  );
  return `listen ${words.map((word) => view.text.slice(word.span.start, word.span.end)).join(' ')};`;
}
