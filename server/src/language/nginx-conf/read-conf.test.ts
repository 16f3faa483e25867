import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseNginx } from '../nginx/parse.ts';
import { includePatterns } from './includes.ts';
import { readConf, type ReadConfOptions } from './read-conf.ts';
import { ancestors, walkNodes } from './walk.ts';

const read = (text: string, options?: ReadConfOptions) => readConf(parseNginx(text), options);
const outline = (text: string, options?: ReadConfOptions) =>
  [...walkNodes(read(text, options).nodes)].map(
    ({ statement, contexts, opens }) =>
      `${statement.name.value} @ ${contexts.join('|')}${opens === undefined ? '' : ` > ${opens}`}`,
  );

test('a whole configuration: every statement has one context', () => {
  const text = `events {} http { server { if ($a) { return 404; } location / { if ($a) { root x; } } }
    map $a $b { x y; } upstream u { server a:1; } } stream { server { listen 1; } }`;
  assert.equal(read(text).kind, 'main');
  assert.deepEqual(outline(text), [
    'events @ main > events',
    'http @ main > http',
    'server @ http > server',
    'if @ server > if in server',
    'return @ if in server',
    'location @ server > location',
    'if @ location > if in location',
    'root @ if in location',
    'map @ http > raw:map',
    'x @ ',
    'upstream @ http > upstream',
    'server @ upstream',
    'stream @ main > stream',
    'server @ stream > stream server',
    'listen @ stream server',
  ]);
});

describe('fragments', () => {
  test('the top-level statements tell the context', () => {
    const tops = (text: string) => read(text).topContexts;
    assert.deepEqual(tops('location / {} listen 80;'), ['server']);
    assert.deepEqual(tops('uwsgi_param A b;'), ['http', 'server', 'location']);
    assert.deepEqual(tops('server { location / {} }'), ['http']);
    assert.deepEqual(tops('server { proxy_pass a:1; ssl_preread on; }'), ['stream']);
    assert.deepEqual(tops('server 127.0.0.1:1; keepalive 2;'), ['upstream']);
    assert.deepEqual(tops('load_module x.so;'), ['main']);
  });
  test('an unknown name and include constrain nothing', () => {
    assert.deepEqual(
      read('include a; nonsense 1; listen 80;').topContexts.includes('server'),
      true,
    );
    assert.ok(read('include a;').topContexts.length > 10);
  });
  test('a statement that contradicts the others is not given a say', () => {
    assert.deepEqual(read('listen 80; location / {} worker_processes 1;').topContexts, ['server']);
  });
  test('the caller and the file itself may say it', () => {
    const given = { topContexts: ['location'] } as const;
    assert.deepEqual(read('root /x;', given).topContexts, ['location']);
    const text = '# uwsgi-stack-context: http, server\nroot /x;';
    assert.deepEqual(read(text, given).topContexts, ['http', 'server']);
    assert.equal(read(text).kind, 'fragment');
  });
  test('a bare body of map, geo or types holds no directives', () => {
    assert.equal(read('text/html html htm;\nimage/png png;').rawBody, 'raw:mime-map');
    assert.equal(read('default 0;\n~^/x 1;').rawBody, 'raw:map');
    assert.equal(read('default 0;\n10.0.0.0/8 1;').rawBody, 'raw:geo');
    assert.equal(read('lisen 80;').rawBody, undefined);
    assert.equal(read('include a;').rawBody, undefined);
    assert.deepEqual(outline('text/html html;'), ['text/html @ ']);
  });
});

describe('run-on statements', () => {
  const ends = (text: string) =>
    read(text).nodes.map(({ statement: { name, args, end } }) => [
      name.value,
      args.length,
      end.kind,
    ]);
  test('are taken apart at a directive that begins a line', () => {
    assert.deepEqual(ends('listen 80\nserver_name x;\nlocation / {}'), [
      ['listen', 1, 'missing'],
      ['server_name', 1, 'semicolon'],
      ['location', 1, 'block'],
    ]);
    assert.deepEqual(ends('server_tokens off\nroot /x\nlocation / {}'), [
      ['server_tokens', 1, 'missing'],
      ['root', 1, 'missing'],
      ['location', 1, 'block'],
    ]);
  });
  test('but not where the whole is legal, quoted, or in one line', () => {
    assert.equal(ends('server_name a\nroot;').length, 1);
    assert.equal(ends('server_tokens off\n"root" /x;').length, 1);
    assert.equal(ends('server_tokens off root /x;').length, 1);
  });
});

test('include patterns, also in bodies of data', () => {
  const text = 'http { include "a b.conf"; include x/*.conf; map $a $b { include c; } }';
  assert.deepEqual(
    includePatterns(read(text)).map((found) => [found.text, found.hasWildcard]),
    [
      ['a b.conf', false],
      ['x/*.conf', true],
      ['c', false],
    ],
  );
});

test('ten thousand nested blocks', () => {
  const nodes = [...walkNodes(read('location / {'.repeat(10_000) + '}'.repeat(10_000)).nodes)];
  const last = nodes.at(-1);
  assert.ok(last);
  assert.equal([...ancestors(last)].length, 9_999);
});
