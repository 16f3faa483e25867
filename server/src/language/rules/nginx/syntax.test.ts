import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { syntax } from './syntax.ts';

function mended(text: string): string {
  const [finding] = checkNginxRule(syntax, text);
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  return applyFix(text, fix);
}

test('a missing `;` is marked where it belongs, before `}`, before a directive and at the end', () => {
  assert.equal(
    mended('server {\n  listen 80\n  #      ^^ error: missing `;`\n}'),
    'server {\n  listen 80;\n  #      ^^ error: missing `;`\n}',
  );
  checkNginxRule(
    syntax,
    `
http {
  server_tokens off
  #             ^^^ error: missing \`;\`
  server {
    listen 80
    #      ^^ error: missing \`;\`
    server_name example.org;
    root /srv
    #    ^^^^ error: missing \`;\`
    location / { }
  }
}
user www
#    ^^^ error: missing \`;\`
`,
  );
});

test('the mark of a missing `;` reaches up to where nginx notices', () => {
  const marked = (text: string) => {
    const [finding] = runRule(syntax, readNginxFile(text));
    return finding && text.slice(finding.span.start, finding.span.end);
  };
  assert.equal(marked('server {\n  listen 80\n}'), '80\n}');
  assert.equal(marked('server {\n  listen 80\n  root /srv;\n}'), '80\n  root');
  assert.equal(marked('user www\n'), 'www\n');
  assert.equal(marked('server { listen 80 }'), '80');
});

test('where comments lie between, the line that nginx names is told beside', () => {
  const text = 'server {\n  listen 80\n  # more\n  root /srv;\n}\n';
  const [finding] = runRule(syntax, readNginxFile(text));
  assert.deepEqual(
    finding?.related.map(({ span, noticed }) => [text.slice(span.start, span.start + 4), noticed]),
    [['root', true]],
  );
});

test('what nginx notices far below is told as a place beside', () => {
  const text = 'http {\n  server {\n}\n';
  const [finding] = runRule(syntax, readNginxFile(text));
  assert.deepEqual(
    finding?.related.map(({ span }) => span),
    [{ start: text.length, end: text.length }],
  );
});

test('arguments over several lines are no missing `;`', () => {
  checkNginxRule(
    syntax,
    `
server {
  server_name a.example
              root.example
              alias;
  log_format main '$remote_addr '
    root '"$request"';
  uwsgi_param
    HTTPS
    on;
}
`,
  );
});

test('braces', () => {
  assert.equal(
    mended('http {\n#    ^ error: the block of "http" is never closed: missing `}`\n'),
    'http {\n#    ^ error: the block of "http" is never closed: missing `}`\n}\n',
  );
  assert.equal(
    mended('events { }\n }\n#^ error: `}` closes nothing: no block is open here\n'),
    'events { }\n \n#^ error: `}` closes nothing: no block is open here\n',
  );
  checkNginxRule(
    syntax,
    'server { };\n#         ^ error: `;` ends nothing: no directive stands before it',
  );
});

test('quotes', () => {
  const text = 'return 200 "hello;\n#          ^^^^^^ error: missing closing `"`\nroot /x;';
  assert.equal(mended(text), text.replace('hello', 'hello"'));
  checkNginxRule(
    syntax,
    'add_header A "b;\n#            ^^ error: missing closing `"`\nadd_header C "d";\n',
  );
  checkNginxRule(
    syntax,
    'add_header A "b"c;\n#              ^^ error: a blank is missing between the closing quote and "c"',
  );
  const regex =
    'location ~ ^/a{2} {\n#          ^^^^^^ error: `{` would open a block here: put the regular expression in quotes\n}';
  assert.equal(mended(regex), regex.replace('^/a{2}', '"^/a{2}"'));
});

test('a block in a body of data', () => {
  checkNginxRule(
    syntax,
    'map $a $b {\n  x {\n  # ^ error: no block may stand in the body of "map"\n  }\n}\nserver { location / { } }',
  );
});

test('templates, Lua and odd but legal words stay silent', () => {
  checkNginxRule(
    syntax,
    `
{% if tls %}
server {
{% else %}
server {
{% endif %}
  listen {{ port }};
}
`,
  );
  checkNginxRule(
    syntax,
    `
server {
  listen {{ port }} ssl;
  listen \${PORT};
  \${EXTRA}
  root /srv/$host}x;
  if ($a = "b") { return 404; }
  content_by_lua_block { local a = "}" }
  location ~ "^/a{2}" { }
}
`,
  );
});
