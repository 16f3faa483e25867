import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nginxTexts } from '../../testing/nginx-texts.ts';
import { readNginxFile } from '../../testing/nginx-fixture.ts';
import { textOf } from '../../text/span.ts';
import { nginxTokens } from './tokens.ts';

const tokens = (text: string) =>
  nginxTokens(readNginxFile(text)).map(({ span, type, modifiers = [] }) =>
    [type, ...modifiers, JSON.stringify(textOf(text, span)).slice(1, -1)].join(' '),
  );
/** Of the arguments of a line. */
const args = (line: string) => tokens(line).slice(1);

test('blocks, directives, and what is neither', () => {
  assert.deepEqual(tokens('http { gzip on; gzzip on; return 404; }'), [
    ...['keyword http', 'property gzip', 'enumMember on', 'string gzzip', 'string on'],
    ...['keyword return', 'number 404'],
  ]);
  assert.deepEqual(tokens('http { server { ssl on; } }').at(-2), 'property deprecated ssl');
  assert.deepEqual(tokens('# a\n;{}'), []);
});

test('an argument has the colour of what its directive reads', () => {
  assert.deepEqual(args('client_max_body_size 10m;'), ['number 10m']);
  assert.deepEqual(args('keepalive_timeout 1m30s;'), ['number 1m30s']);
  assert.deepEqual(args('root /srv/www;'), ['string /srv/www']);
  assert.deepEqual(args('listen [::1]:80-90 ssl backlog=5;'), [
    ...['string [::1]', 'operator :', 'number 80-90', 'enumMember ssl'],
    ...['property backlog', 'operator =', 'number 5'],
  ]);
  assert.deepEqual(args('location ~* \\.php$ { }'), ['operator ~*', 'regexp \\\\.php$']);
  assert.deepEqual(args('location ~\\.php$ { }'), ['operator ~', 'regexp \\\\.php$']);
  assert.deepEqual(args('location /a { }'), ['string /a']);
  assert.deepEqual(args('limit_req_zone a zone=one:10m rate=5r/s;'), [
    ...['string a', 'property zone', 'operator =', 'namespace declaration one', 'operator :'],
    ...['number 10m', 'property rate', 'operator =', 'number 5r/s'],
  ]);
  assert.deepEqual(args('error_page 404 =200 /x;'), [
    ...['number 404', 'operator =', 'number 200', 'string /x'],
  ]);
  assert.deepEqual(args('add_header X-A "b" always;'), [
    ...['property X-A', 'string \\"b\\"', 'enumMember always'],
  ]);
  assert.deepEqual(args('proxy_pass http://a.example:80/x;'), [
    ...['string http://a.example', 'operator :', 'number 80', 'string /x'],
  ]);
});

test('variables and names lie over the arguments', () => {
  const server = 'http { server { set $a x$host-${a}$1; } }';
  assert.deepEqual(tokens(server).slice(3), [
    ...['variable declaration $a', 'string x', 'variable readonly defaultLibrary $host'],
    ...['string -', 'variable ${a}', 'variable readonly defaultLibrary $1'],
  ]);
  assert.deepEqual(
    tokens('http { upstream u { server a:1; } server { location @l { uwsgi_pass u; } } }'),
    [
      ...['keyword http', 'keyword upstream', 'namespace declaration u', 'property server'],
      ...['string a', 'operator :', 'number 1', 'keyword server', 'keyword location'],
      ...['function declaration @l', 'property uwsgi_pass', 'namespace u'],
    ],
  );
  assert.deepEqual(tokens('http { server { if ($host ~* "^(?<n>.)$") { } } }').slice(3), [
    ...['operator (', 'variable readonly defaultLibrary $host', 'operator ~*'],
    ...['regexp \\"^(?<', 'variable declaration n', 'regexp >.)$\\"', 'operator )'],
  ]);
});

test('bodies that hold data', () => {
  assert.deepEqual(tokens('http { map $host $a { default 0; ~*^x 1; y $host; } }').slice(4), [
    ...['keyword default', 'number 0', 'operator ~*', 'regexp ^x', 'number 1'],
    ...['string y', 'variable readonly defaultLibrary $host'],
  ]);
  assert.deepEqual(tokens('http { types { text/x x; } }').slice(2), ['string text/x', 'string x']);
});

test('templates and Lua are left to the grammar; no token goes over a line break', () => {
  assert.deepEqual(tokens('listen {{ port }} ssl;'), ['property listen', 'enumMember ssl']);
  assert.deepEqual(tokens('location / { content_by_lua_block { if a then end } }').slice(2), [
    'keyword content_by_lua_block',
  ]);
  assert.deepEqual(args("add_header A 'b\r\n c';").slice(1), ["string 'b", "string  c'"]);
});

test('tokens come in order, do not overlap, and stay on one line', () => {
  fc.assert(
    fc.property(nginxTexts, (text) => {
      let end = 0;
      for (const { span } of nginxTokens(readNginxFile(text))) {
        assert.ok(span.start >= end && span.end > span.start, JSON.stringify(text));
        assert.ok(!/[\r\n]/.test(textOf(text, span).trim()) && !textOf(text, span).includes('\n'));
        end = span.end;
      }
    }),
    { seed: 43, numRuns: 800 },
  );
});
