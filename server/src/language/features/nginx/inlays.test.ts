import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAt } from '../../testing/uwsgi-workspace.ts';
import { article } from '../../testing/workspace.ts';

type Files = Readonly<Record<string, string>>;

/** Lines with the hint behind them, and where it leads. */
function inlays(files: Files, path = '/w/nginx.conf'): readonly (readonly string[])[] {
  const text = files[path] ?? '';
  const { features, show } = askAt({ ...files, [path]: `${text}<|>` });
  return features.inlays({ start: 0, end: text.length }).map(({ offset, label, target }) => {
    const before = text.slice(0, offset).split('\n').at(-1)?.trim() ?? '';
    return [`${before} ${label}`, ...(target ? show([target]).map((place) => place.trim()) : [])];
  });
}
const labels = (text: string) =>
  inlays({ '/w/nginx.conf': `http {\n${text}\n}` }).map(([line]) => line);

test('lists that a block does not inherit any more', () => {
  assert.deepEqual(
    inlays({
      '/w/nginx.conf': `http {
  add_header A 1;
  add_header B 2;
  server {
    location / {
      add_header A 3;
      add_header C 3;
    }
  }
}`,
    }),
    [['add_header A 3; drops B of http', '/w/nginx.conf:   «add_header» A 1;']],
  );
  assert.deepEqual(
    labels(`uwsgi_param A a; uwsgi_param B b; uwsgi_param C c;
server {
uwsgi_param D d;
location / {
uwsgi_param D x; }
}`),
    ['uwsgi_param D d; drops 3 lines of http'],
  );
  assert.deepEqual(
    labels(
      'allow 10.0.0.1; deny all;\nserver {\ndeny all;\nlocation / {\nallow all;\ndeny all; } }',
    ),
    ['deny all; drops allow 10.0.0.1 of http'],
  );
});

test('the only line that is lost is named', () => {
  assert.deepEqual(
    labels(
      'limit_req zone=a burst=5;\nserver {\nlimit_req zone=b; }\nserver {\nlimit_req zone=a burst=5; }',
    ),
    ['limit_req zone=b; drops zone=a burst=5 of http'],
  );
  assert.deepEqual(labels('more_set_headers A;\nserver {\nmore_set_headers B; }'), []);
});

test('headers that are merged are not lost', () => {
  assert.deepEqual(
    labels('add_header A 1; server { add_header_inherit merge; location / { add_header B 1; } }'),
    [],
  );
});

test('lists over includes', () => {
  const files = {
    '/w/nginx.conf':
      'http { server { include params.conf; location / {\nuwsgi_param X y;\nuwsgi_pass a:1; } } }',
    '/w/params.conf': 'uwsgi_param A a;\nuwsgi_param B b;\n',
  };
  assert.deepEqual(inlays(files), [
    ['uwsgi_param X y; drops A, B of server', '/w/params.conf: «uwsgi_param» A a;'],
  ]);
  const inner = {
    '/w/nginx.conf': 'http { uwsgi_param C c; server { location / {\ninclude params.conf;\n} } }',
    '/w/params.conf': 'uwsgi_param A a;\nuwsgi_param B b;\n',
  };
  assert.deepEqual(
    inlays(inner).map(([line]) => line),
    ['include params.conf; drops C of http'],
  );
  const fragment = {
    '/w/nginx.conf': 'http { add_header A 1; include site.conf; }',
    '/w/site.conf': 'server {\nadd_header B 1;\n}',
  };
  assert.deepEqual(
    inlays(fragment, '/w/site.conf').map(([line]) => line),
    ['add_header B 1; drops A of http'],
  );
});

test('an included file shares the level of its include', () => {
  const files = {
    '/w/nginx.conf':
      'http { uwsgi_param A a; server { location / { include p.conf; uwsgi_param C c; } } }',
    '/w/p.conf': 'uwsgi_param B b;\nuwsgi_param D d;\n',
  };
  assert.deepEqual(inlays(files, '/w/p.conf'), []);
  const outer = {
    '/w/nginx.conf': 'http { include p.conf; add_header B 1; }',
    '/w/p.conf': 'add_header A 1;\nserver {\nadd_header C 1; }\n',
  };
  assert.deepEqual(
    inlays(outer, '/w/p.conf').map(([line]) => line),
    ['add_header C 1; drops A, B of http'],
  );
});

test('a value that takes the place of another', () => {
  assert.deepEqual(
    labels('root /a;\nclient_max_body_size 1m;\nserver {\nroot /b;\nclient_max_body_size 1m;\n}'),
    ['root /b; instead of /a'],
  );
});

test('what nginx does not inherit has no hint', () => {
  assert.deepEqual(
    labels(`server { set $a 1; return 200; try_files a b;
location / { set $a 2; return 201; try_files c d; proxy_pass http://x:1;
location /a { proxy_pass http://y:1; } } }`),
    [],
  );
});

test('the servers of an upstream, and who listens at an address', () => {
  assert.deepEqual(
    labels(
      'upstream u { server a:1; server b:2 backup; }\nserver { location / {\nuwsgi_pass u; } }',
    ),
    ['uwsgi_pass u → a:1, b:2 (backup)'],
  );
  assert.deepEqual(inlays(article), [
    ['uwsgi_pass 127.0.0.1:3030 → router.ini', '/w/router.ini: shared-socket = «127.0.0.1:3030»'],
  ]);
});

test('the location that takes a path', () => {
  assert.deepEqual(
    labels(`server {
location ~ x { }
location = /a { error_page 404 /a;
error_page 500 /x; } }`),
    ['error_page 500 /x; → location ~ x'],
  );
});

test('only hints of the range', () => {
  const text = 'http { root /a; server { root /b; } server { root /c; } }';
  const { features } = askAt({ '/w/nginx.conf': `${text}<|>` });
  const start = text.indexOf('/c');
  const found = features.inlays({ start, end: start + 1 });
  assert.deepEqual(
    found.map(({ offset }) => offset),
    [start + 3],
  );
});

test('files that include each other have an end', () => {
  const files = {
    '/w/nginx.conf': 'http { include a.conf; server { add_header A 1; } }',
    '/w/a.conf': 'server { add_header A 1; }\ninclude b.conf;',
    '/w/b.conf': 'server { add_header A 1; }\ninclude a.conf;',
  };
  for (const path of Object.keys(files)) inlays(files, path);
});
