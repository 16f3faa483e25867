import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readNginx } from '../../testing/around.ts';
import { cursorIn } from '../../testing/cursor.ts';
import { nginxTexts } from '../../testing/nginx-texts.ts';
import { textOf } from '../../text/span.ts';
import type { DocumentSymbol } from '../feature.ts';
import { nginxFoldings } from './foldings.ts';
import { nginxSelections } from './selections.ts';
import { nginxSymbols } from './symbols.ts';

type Shown = string | [string, Shown[]];

function shown(symbols: readonly DocumentSymbol[]): Shown[] {
  return symbols.map(({ kind, name, detail, children }) => {
    const label = detail === '' ? `${kind} ${name}` : `${kind} ${name}: ${detail}`;
    return children.length === 0 ? label : [label, shown(children)];
  });
}

const symbolsOf = (text: string) => shown(nginxSymbols(readNginx(text)));

test('the outline: blocks with what tells them apart', () => {
  assert.deepEqual(
    symbolsOf(`events {}
http {
  upstream app { server 127.0.0.1:3031; server unix:/run/a.sock weight=2; keepalive 4; }
  map $host $key { default a; }
  server {
    listen 80; listen [::]:80;
    server_name a.example b.example c.example d.example;
    root /srv;
    location / { uwsgi_pass app; root /x; }
    location ~* \\.(png|gif)$ { expires 1d; alias /img; }
    location @late { return 301 /a; proxy_pass http://x; }
  }
  server { listen 81; server_name _; }
}
`),
    [
      'block events',
      [
        'block http',
        [
          [
            'upstream upstream app: 127.0.0.1:3031 unix:/run/a.sock',
            ['directive server 127.0.0.1:3031', 'directive server unix:/run/a.sock: weight=2'],
          ],
          'map map $host $key',
          [
            'server server a.example b.example c.example and 1 more: 80 [::]:80',
            [
              ['location location /: uwsgi_pass app', ['directive uwsgi_pass app']],
              'location location ~* \\.(png|gif)$: alias /img',
              ['location location @late: return 301 /a', ['directive proxy_pass http://x']],
            ],
          ],
          'server server: 81',
        ],
      ],
    ],
  );
});

test('the outline: lines that name something, also in a fragment', () => {
  assert.deepEqual(
    symbolsOf(
      `limit_req_zone $host zone=one:10m rate=1r/s;
log_format main '$host';
proxy_cache_path /c keys_zone=pages:1m;
gzip on;
uwsgi_param UWSGI_FASTROUTER_KEY app; uwsgi_param A b;
types { include more.types; text/x y; }
`,
    ),
    [
      'directive limit_req_zone one: $host rate=1r/s',
      'directive log_format main: $host',
      'directive proxy_cache_path pages: /c',
      'directive uwsgi_param UWSGI_FASTROUTER_KEY: app',
      ['block types', ['directive include more.types']],
    ],
  );
});

test('the spans of the outline lie in each other', () => {
  fc.assert(
    fc.property(nginxTexts, (text) => {
      const check = (symbols: readonly DocumentSymbol[], start: number, end: number) => {
        for (const { span, nameSpan, children } of symbols) {
          assert.ok(start <= span.start && span.end <= end && span.start <= span.end);
          assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
          check(children, span.start, span.end);
        }
      };
      check(nginxSymbols(readNginx(text)), 0, text.length);
    }),
    { seed: 41, numRuns: 500 },
  );
});

const foldingsOf = (text: string) =>
  nginxFoldings(readNginx(text)).map(({ kind, span }) => [kind, textOf(text, span)]);

test('blocks fold, those of Lua too, and statements of several lines', () => {
  assert.deepEqual(foldingsOf('http {\n  gzip on;\n}\nevents {}\n'), [
    ['block', 'http {\n  gzip on;\n}'],
  ]);
  const lua = 'content_by_lua_block {\n  if a then b = {} end\n}';
  assert.deepEqual(foldingsOf(`location / {\n${lua}\n}`), [
    ['block', `location / {\n${lua}\n}`],
    ['block', lua],
  ]);
  assert.deepEqual(foldingsOf("log_format a 'b'\n  'c';\n"), [
    ['block', "log_format a 'b'\n  'c';"],
  ]);
  assert.deepEqual(foldingsOf('http {\n gzip on;\n'), []);
});

test('comments fold in runs, and what stands between the marks of a region', () => {
  assert.deepEqual(foldingsOf('# a\n  # b\n\n# c\ngzip on; # d\n# e\n'), [
    ['comment', '# a\n  # b'],
  ]);
  assert.deepEqual(foldingsOf('gzip on; # d\n# e\n# f'), [['comment', '# e\n# f']]);
  const text = '#region A\n# a\n# region B\ngzip on;\n#endregion\n# endregion\n# endregion\n';
  assert.deepEqual(foldingsOf(text), [
    ['region', text.split('\n').slice(0, 6).join('\n')],
    ['region', '# region B\ngzip on;\n#endregion'],
  ]);
});

const selected = (marked: string) => {
  const { text, offset } = cursorIn(marked);
  return nginxSelections(readNginx(text), offset).map((place) => textOf(text, place));
};

test('the selection grows from the word to the file', () => {
  assert.deepEqual(
    selected('http {\n  gzip on;\n\n  uwsgi_param A "x-$ho<|>st:80";\n  root /;\n}\nevents {}\n'),
    [
      'host',
      '$host',
      'x-$host',
      'x-$host:80',
      '"x-$host:80"',
      'A "x-$host:80"',
      'uwsgi_param A "x-$host:80"',
      'uwsgi_param A "x-$host:80";',
      'uwsgi_param A "x-$host:80";\n  root /;',
      'gzip on;\n\n  uwsgi_param A "x-$host:80";\n  root /;',
      '{\n  gzip on;\n\n  uwsgi_param A "x-$host:80";\n  root /;\n}',
      'http {\n  gzip on;\n\n  uwsgi_param A "x-$host:80";\n  root /;\n}',
      'http {\n  gzip on;\n\n  uwsgi_param A "x-$host:80";\n  root /;\n}\nevents {}\n',
    ],
  );
});

test('the selection knows addresses, parameters, comments and Lua', () => {
  assert.deepEqual(selected('uwsgi_pass 127.0.0.1:30<|>31;').slice(0, 2), [
    '3031',
    '127.0.0.1:3031',
  ]);
  assert.deepEqual(selected('limit_req zone=o<|>ne;').slice(0, 2), ['one', 'zone=one']);
  assert.deepEqual(selected('# a\n# two wo<|>rds\n#b\n\n# c').slice(0, 4), [
    'words',
    'two words',
    '# two words',
    '# a\n# two words\n#b',
  ]);
  assert.deepEqual(
    selected('location / { content_by_lua_block { a()\n ng<|>x.say(1) } }').slice(0, 5),
    ['ngx', 'ngx.say', 'ngx.say(1)', 'a()\n ngx.say(1)', '{ a()\n ngx.say(1) }'],
  );
  assert.deepEqual(selected('<|>'), []);
});

test('each selection holds the one before, anywhere in any file', () => {
  fc.assert(
    fc.property(nginxTexts, fc.nat({ max: 250 }), (text, at) => {
      const offset = Math.min(at, text.length);
      let last = { start: offset, end: offset };
      for (const place of nginxSelections(readNginx(text), offset)) {
        assert.ok(place.start <= last.start && last.end <= place.end);
        last = place;
      }
    }),
    { seed: 42, numRuns: 500 },
  );
});
