import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fakeDisk } from '../../testing/around.ts';
import { askAt } from '../../testing/uwsgi-workspace.ts';
import { article } from '../../testing/workspace.ts';

type Files = Readonly<Record<string, string>>;

function definition(files: Files | string, disk?: Files): readonly string[] {
  const { features, offset, show } = askAt(named(files), disk && fakeDisk(disk));
  return show(features.definition(offset));
}

function references(files: Files | string): readonly string[] {
  const { features, offset, show } = askAt(named(files));
  return show(features.references(offset));
}

/** A lone text is the body of `http`. */
function named(files: Files | string): Files {
  return typeof files === 'string' ? { '/w/nginx.conf': `http {\n${files}\n}\n` } : files;
}

const at = (line: string) => `/w/nginx.conf: ${line}`;

describe('names lead to where they are declared, and back', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'upstream',
      'upstream App { server a:1; }',
      'server { location / { proxy_pass http://ap<|>p/x; } }',
    ],
    [
      'upstream of uwsgi',
      'upstream app { server a:1; }',
      'server { location / { uwsgi_pass a<|>pp; } }',
    ],
    [
      'zone of requests',
      'limit_req_zone $host zone=one:1m rate=1r/s;',
      'limit_req zone=o<|>ne burst=5;',
    ],
    ['zone of connections', 'limit_conn_zone $host zone=one:1m;', 'limit_conn o<|>ne 5;'],
    ['cache', 'uwsgi_cache_path /c keys_zone=pages:1m;', 'uwsgi_cache pa<|>ges;'],
    ['log format', "log_format m '$host';", 'access_log /l m<|> buffer=1k;'],
    ['map', 'map $host $ke<|>y { a b; }', 'add_header X "${key}y";'],
    ['group', 'server { server_name ~^(?<sub>.*)$; }', 'add_header X $Su<|>b;'],
    ['set', 'server { set $x y; }', 'add_header X a$x<|>;'],
  ];
  for (const [title, declaration, use] of cases)
    test(title, () => {
      const found = definition(`${declaration}\n${use}`);
      assert.equal(found.length, 1);
      assert.match(found[0] ?? '', /«(?:app|App|one|pages|m|key|sub|x)»/);
      const plain = declaration.replace('<|>', '');
      assert.equal((found[0] ?? '').replace(/[«»]/g, ''), at(plain));
      const both = references(`${declaration}\n${use}`);
      assert.equal(both.length, 2);
      assert.equal((both[1] ?? '').replace(/[«»]/g, ''), at(use.replace('<|>', '')));
    });

  test('of the right kind, in the right half of the configuration', () => {
    assert.deepEqual(definition('limit_req zone=o<|>ne;\nlimit_conn_zone $host zone=one:1m;'), []);
    const stream = 'stream { upstream a { server b:1; } server { listen 1; proxy_pass a<|>; } }';
    assert.deepEqual(
      definition({ '/w/nginx.conf': `http { upstream a { server c:2; } }\n${stream}` }),
      [at('stream { upstream «a» { server b:1; } server { listen 1; proxy_pass a; } }')],
    );
    assert.deepEqual(definition('add_header X $ho<|>st;'), []);
  });

  test('all that makes a variable', () => {
    const text = 'server { set $a 1; if ($b ~ "^(?<a>.)$") { set $a 2; } return 200 $a<|>; }';
    assert.equal(definition(text).length, 3);
    assert.equal(references(text).length, 4);
  });

  test('a value that a variable carries to the pass', () => {
    const text = `upstream bl<|>ue { server a:1; }
map $host $to { default blue; x red; }
map $host $other { default blue; }
server { location / { proxy_pass http://$to; } }`;
    assert.deepEqual(references(text), [
      at('upstream «blue» { server a:1; }'),
      at('map $host $to { default «blue»; x red; }'),
    ]);
    assert.deepEqual(
      definition('map $a $b { default bl<|>ue; }\nupstream blue { server a:1; }'),
      [],
    );
  });

  test('Lua uses variables, too', () => {
    const text =
      'server { set $a<|> 1; location / { content_by_lua_block { ngx.say(ngx.var.a) } } }';
    assert.equal(references(text).length, 2);
    const quoted = "server { location / { set_by_lua $a<|> 'return ngx.var.b'; set $b 1; } }";
    assert.equal(references(quoted).length, 1);
    assert.equal(references(quoted.replace('<|>', '').replace('$b', '$b<|>')).length, 2);
  });

  test('no word that only looks like one', () => {
    assert.equal(
      references('server { set $a<|> 1; location /$a { } rewrite ^/$a /$a; }').length,
      2,
    );
    assert.equal(references('map $x $a<|> { $a 1; ~$a 2; b $a; }').length, 2);
  });
});

test('a named location belongs to its server, also across files', () => {
  const server = (path: string) =>
    `server { location @a { return ${path}; } location / { try_files /x @a; } include e.conf; }`;
  const files = (cursor: string) => ({
    '/w/nginx.conf': `http {\n${server('200')}\nserver { location @a { return 404; } error_page 404 = @${cursor}a; }\n}`,
    '/w/e.conf': 'location /e { error_page 500 = @a; }\n',
  });
  assert.deepEqual(definition(files('<|>')), [
    at('server { location «@a» { return 404; } error_page 404 = @a; }'),
  ]);
  assert.deepEqual(references(files('<|>')).length, 2);
  const fragment = { ...files(''), '/w/e.conf': 'location /e { error_page 500 = @<|>a; }\n' };
  assert.deepEqual(definition(fragment), [
    at(server('200').replace('location @a', 'location «@a»')),
  ]);
  assert.deepEqual(references(fragment).length, 3);
});

test('numbers lead to the group of the expression that they mean', () => {
  const one = (text: string) => definition(text).map((place) => /«.*»/.exec(place)?.[0]);
  assert.deepEqual(one('server { rewrite ^/(a)/(?:b)(c(d)) /$2<|>; }'), ['«(c(d))»']);
  assert.deepEqual(one('server { location ~ ^/(.+)\\.php$ { add_header X "a$1<|>"; } }'), [
    '«(.+)»',
  ]);
  assert.deepEqual(one('server { location ~ /(l) { if ($host ~* "(h)") { set $a $1<|>; } } }'), [
    '«(h)»',
  ]);
  assert.deepEqual(one('map $host $a { ~^(x)[)](y) a$2<|>; }'), ['«(y)»']);
  assert.deepEqual(one('server { server_name ~^(s)$; root /$1<|>; }'), ['«(s)»']);
  assert.deepEqual(one('server { root /$1<|>; }'), []);
  assert.equal(
    references('server { location ~ (a)(b) { set $x $1; rewrite (c) $1; set $y "$1<|>$2"; } }')
      .length,
    3,
  );
});

test('a path that a request is sent on to leads to the location that takes it', () => {
  const locations = 'location / { } location = /a { } location ~ \\.php$ { }';
  const one = (line: string) =>
    definition(`server { ${locations} ${line} }`).map((place) => /«.*»/.exec(place)?.[0]);
  assert.deepEqual(one('error_page 404 =200 /a<|>;'), ['«location = /a»']);
  assert.deepEqual(one('error_page 500 502 /b.php?x=/a<|>;'), ['«location ~ \\.php$»']);
  assert.deepEqual(one('try_files $uri /index<|>.html;'), ['«location /»']);
  assert.deepEqual(one('try_files /a<|> /index.html;'), []);
  assert.deepEqual(one('rewrite ^ /a<|> last;'), ['«location = /a»']);
  assert.deepEqual(one('rewrite ^ /a<|> permanent;'), []);
  assert.deepEqual(one('rewrite ^ /$x/a<|>;'), []);
  const files = {
    '/w/nginx.conf': 'http { server { location /x { } include a.conf; } }',
    '/w/a.conf': 'location /y { error_page 404 /x<|>; }',
  };
  assert.deepEqual(definition(files), [
    at('http { server { «location /x» { } include a.conf; } }'),
  ]);
});

test('an include opens all files that it brings in', () => {
  const files = {
    '/w/nginx.conf': 'http { include conf.d/*<|>.conf; }',
    '/w/conf.d/b.conf': 'server { }',
    '/w/conf.d/a.conf': 'server { }',
  };
  const paths = (found: readonly string[]) => found.map((place) => place.split(':')[0]);
  assert.deepEqual(paths(definition(files)), ['/w/conf.d/a.conf', '/w/conf.d/b.conf']);
  const disk = { '/etc/nginx/mime.types': '', '/w/conf.d/c.conf': '' };
  assert.deepEqual(paths(definition(files, disk)).at(-1), '/w/conf.d/c.conf');
  const absolute = 'include /etc/nginx/mime<|>.types;';
  assert.deepEqual(paths(definition(absolute, disk)), ['/etc/nginx/mime.types']);
  assert.deepEqual(definition(absolute), []);
  // Relative ones count from the folder of the main file.
  const nested = {
    '/w/nginx.conf': 'http { include conf.d/a.conf; }',
    '/w/conf.d/a.conf': 'server { } include b<|>.conf;',
    '/w/b.conf': 'server { }',
    '/w/conf.d/b.conf': 'server { }',
  };
  assert.deepEqual(paths(definition(nested)), ['/w/b.conf']);
});

describe('addresses', () => {
  const nginx = article['/w/nginx.conf'];

  test('uwsgi_pass leads to the socket that listens, and the socket is found by all that pass to it', () => {
    const files = {
      ...article,
      '/w/nginx.conf': nginx.replace('pass 127.0', 'pass 12<|>7.0'),
    };
    assert.deepEqual(definition(files), ['/w/router.ini: shared-socket = «127.0.0.1:3030»']);
    assert.deepEqual(references(files), [
      '/w/router.ini: shared-socket = «127.0.0.1:3030»',
      at('            uwsgi_pass «127.0.0.1:3030»;'),
    ]);
  });

  test('through an upstream', () => {
    const text = (pass: string, server: string) =>
      nginx
        .replace('pass 127.0.0.1:3030', `pass ${pass}app`)
        .replace('server {', `upstream app { server ${server}127.0.0.1:3030; }\nserver {`);
    assert.deepEqual(definition({ ...article, '/w/nginx.conf': text('<|>', '') }), [
      at('    upstream «app» { server 127.0.0.1:3030; }'),
    ]);
    assert.deepEqual(definition({ ...article, '/w/nginx.conf': text('', '<|>') }), [
      '/w/router.ini: shared-socket = «127.0.0.1:3030»',
    ]);
  });

  test('a key leads to the workers that announce it', () => {
    const files = {
      ...article,
      '/w/nginx.conf': nginx.replace('KEY $host', 'KEY app.<|>localhost'),
    };
    assert.deepEqual(definition(files), [
      '/w/worker.ini: subscribe2 = server=127.0.0.1:3131,key=«app.localhost»',
    ]);
    assert.equal(references(files).length, 3);
  });

  test('so does the name of a server, and the key leads back', () => {
    const files = { ...article, '/w/nginx.conf': nginx.replace('app.local', 'app.lo<|>cal') };
    const worker = article['/w/worker.ini'];
    assert.deepEqual(definition(files), [
      '/w/worker.ini: subscribe2 = server=127.0.0.1:3131,key=«app.localhost»',
    ]);
    const key = { ...article, '/w/worker.ini': worker.replace('key=app', 'key=a<|>pp') };
    assert.deepEqual(definition(key), [at('        server_name «app.localhost»;')]);
    assert.equal(references(key).length, 2);
    const blank = nginx.replace('app.localhost', '<|>_');
    assert.deepEqual(definition({ ...article, '/w/nginx.conf': blank }), []);
  });
});

describe('rename', () => {
  const rename = (files: Files | string, name: string) => {
    const { features, offset, apply } = askAt(named(files));
    const outcome = features.rename(offset, name);
    return 'problem' in outcome ? outcome.problem : apply(outcome.edits);
  };
  const renamed = (text: string, name: string) => {
    const outcome = rename(text, name);
    return typeof outcome === 'string' ? outcome : outcome['/w/nginx.conf']?.split('\n')[1];
  };

  test('each kind of name, in every place', () => {
    assert.equal(
      renamed(
        'upstream a { server b:1; } server { location / { proxy_pass http://a<|>$request_uri; } }',
        'x',
      ),
      'upstream x { server b:1; } server { location / { proxy_pass http://x$request_uri; } }',
    );
    assert.equal(
      renamed('map $host $a { ~(?<a>b) "${a}$b"; } log_format "q" "$a<|>";', '$new'),
      'map $host $new { ~(?<new>b) "${new}$b"; } log_format "q" "$new";',
    );
    assert.equal(
      renamed("limit_req_zone $host zone=a:1m rate=1r/s; limit_req 'zone=a<|>' nodelay;", 'b'),
      "limit_req_zone $host zone=b:1m rate=1r/s; limit_req 'zone=b' nodelay;",
    );
    assert.equal(
      renamed('server { error_page 404 @a<|>; location @a { } } server { location @a { } }', 'b'),
      'server { error_page 404 @b; location @b { } } server { location @a { } }',
    );
    assert.equal(
      renamed('ssl_session_cache shared:a<|>:1m; server { ssl_session_cache shared:a:1m; }', 'b'),
      'ssl_session_cache shared:b:1m; server { ssl_session_cache shared:b:1m; }',
    );
  });

  test('to another case of the same name', () => {
    assert.equal(
      renamed('upstream a<|> { server b:1; } server { location / { uwsgi_pass A; } }', 'App'),
      'upstream App { server b:1; } server { location / { uwsgi_pass App; } }',
    );
  });

  test('over all files that belong together, and no other', () => {
    const outcome = rename(
      {
        '/w/nginx.conf': 'http { include a.conf; include b.conf; }',
        '/w/a.conf': 'upstream app { server a:1; }',
        '/w/b.conf': 'server { location / { uwsgi_pass ap<|>p; } }',
        '/w/c.conf': 'server { location / { uwsgi_pass app; } }',
      },
      'new',
    );
    assert.deepEqual(typeof outcome === 'string' ? outcome : Object.values(outcome), [
      'http { include a.conf; include b.conf; }',
      'upstream new { server a:1; }',
      'server { location / { uwsgi_pass new; } }',
      'server { location / { uwsgi_pass app; } }',
    ]);
  });

  test('is refused, with the reason', () => {
    const refused = (text: string, name: string, reason: RegExp) => {
      const outcome = rename(text, name);
      assert.ok(typeof outcome === 'string', text);
      assert.match(outcome, reason);
    };
    refused('add_header X $ho<|>st;', 'a', /variable of nginx itself/);
    refused('add_header X $no<|>ne;', 'a', /No line of the files/);
    refused('map $host $a<|> { x y; }', 'host', /\$host is a variable of nginx itself/);
    refused('map $host $a<|> { x y; }', 'arg_x', /begins with \$arg_/);
    refused('map $host $a<|> { x y; }', '1a', /begins with no digit/);
    refused('map $host $a<|> { x y; } map $host $b { x y; }', 'B', /used already, as a variable/);
    refused('upstream a<|> { server x:1; } upstream b { server x:1; }', 'b', /as an upstream/);
    refused('upstream a<|> { server x:1; }', 'b:80', /host could stand/);
    refused('upstream a<|> { server x:1; }', '10.0.0.1', /as an address/);
    const zones =
      'limit_req_zone $host zone=a<|>:1m rate=1r/s; proxy_cache_path /c keys_zone=b:1m;';
    refused(zones, 'b', /as a cache/);
    refused(zones, 'b c', /Use letters/);
    refused('access_log /a combi<|>ned;', 'x', /part of nginx/);
    refused('server { location @a<|> { } }', 'a b', /anything but blanks/);
    refused('server { rewrite (a) /$1<|>; }', 'a', /Only names/);
    refused('gz<|>ip on;', 'a', /Only names/);
  });

  test('is offered for names only', () => {
    const offered = (text: string) => {
      const { features, offset } = askAt(named(text));
      const found = features.renameable(offset);
      return found === undefined ? undefined : 'problem' in found ? found.problem : found.name;
    };
    assert.equal(offered('map $host $a { x y; } add_header X "${a<|>}b";'), 'a');
    assert.equal(offered('server { location @a<|> { } }'), '@a');
    assert.match(offered('server { rewrite (a) /$1<|>; }') ?? '', /Name the group/);
    assert.match(offered('add_header X $ho<|>st;') ?? '', /nginx itself/);
    assert.equal(offered('gz<|>ip on;'), undefined);
    assert.equal(offered('map $host $a { x te<|>xt; }'), undefined);
    assert.equal(offered('# $a<|>\n'), undefined);
  });
});
