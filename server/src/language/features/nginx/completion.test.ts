import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Snapshot } from '../../language.ts';
import { fakeDisk } from '../../testing/around.ts';
import { accepted } from '../../testing/cursor.ts';
import { nginxCursor } from '../../testing/nginx-cursor.ts';
import { article } from '../../testing/workspace.ts';
import type { CompletionItem } from '../feature.ts';

interface Options {
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly given?: Partial<Snapshot>;
}

function items(marked: string, options: Options = {}): readonly CompletionItem[] {
  const { features, offset } = nginxCursor(marked, options);
  return features
    .completion(offset)
    .toSorted((a, b) => ((a.sort ?? a.label) < (b.sort ?? b.label) ? -1 : 1));
}

function labels(marked: string, options?: Options): readonly string[] {
  return items(marked, options).map(({ label }) => label);
}

/** The text of the line with the cursor after the item is taken. */
function taken(marked: string, label: string, options?: Options): string {
  const item = items(marked, options).find((one) => one.label === label);
  assert.ok(item, `no ${label} at ${marked}`);
  const { text, offset } = nginxCursor(marked, options);
  return accepted({ text, offset }, item);
}

const server = (body: string) => `events {}\nhttp { server { ${body} } }\n`;
const location = (body: string) => server(`location / { ${body} }`);
const top = (marked: string, count: number, options?: Options) =>
  labels(marked, options).slice(0, count);

describe('directives', () => {
  test('those of the block, the most wanted first', () => {
    assert.deepEqual(top('http { <|> }', 3), ['server', 'upstream', 'include']);
    assert.deepEqual(top(server('<|>'), 3), ['listen', 'server_name', 'location']);
    assert.deepEqual(top(location('<|>'), 2), ['include', 'uwsgi_pass']);
    assert.deepEqual(top('http { upstream u { <|> } }', 2), ['server', 'least_conn']);
    assert.ok(!labels(server('<|>')).includes('uwsgi_pass'));
    assert.ok(!labels('http { server { if ($a) { <|> } } }').includes('root'));
    assert.ok(labels('stream { server { <|> } }').includes('ssl_preread'));
  });
  test('with their arguments and their end', () => {
    assert.equal(
      taken(server('\nloc<|>\n'), 'location').includes('location <|>/ {\n\t\n}\n'),
      true,
    );
    assert.match(taken('http { up<|>\n}', 'upstream'), /upstream <\|>app \{/);
    assert.match(taken('http { gzip<|>\n}', 'gzip'), /gzip <\|>on;/);
    assert.match(taken('http { send<|>\n}', 'sendfile'), /sendfile <\|>on;/);
    assert.match(taken(location('\nset<|>\n'), 'set'), /set \$<\|>name value;/);
    assert.match(taken(location('\ninternal<|>\n'), 'internal'), /internal;<\|>/);
    assert.match(
      taken('http { map<|>\n}', 'map'),
      /map <\|>\$http_upgrade \$connection_upgrade \{/,
    );
  });
  test('only the name where arguments stand already', () => {
    assert.match(taken(server('lis<|> 80;'), 'listen'), /listen<\|> 80;/);
    assert.match(taken(server('li<|>sten 80;'), 'listen'), /listen<\|> 80;/);
  });
  test('not what the block has already and may have once', () => {
    assert.ok(!labels(server('root /a;\n <|>\n')).includes('root'));
    assert.ok(labels(server('listen 1;\n <|>\n')).includes('listen'));
    assert.ok(labels(server('roo<|> /a;')).includes('root'));
  });
  test('a line above without its `;` does not hide them', () => {
    assert.ok(labels(server('listen 80\n roo<|>\n')).includes('root'));
    assert.ok(labels(server('listen 80;\n roo<|>\n listen 81;')).includes('root'));
    assert.ok(!labels(server('proxy_set_header A\n <|>')).includes('root'));
  });
  test('in a fragment, what its own lines or its place allow', () => {
    const path = '/w/conf.d/x.conf';
    assert.ok(labels('<|>', { path }).includes('server'));
    assert.ok(labels('uwsgi_pass a:1;\n<|>', { path }).includes('alias'));
    const files = {
      ...article,
      '/w/nginx.conf': 'events {} http { server { include conf.d/*.conf; } }',
    };
    assert.deepEqual(top('<|>', 2, { path, files }), ['listen', 'server_name']);
  });
  test('marks what is too new, deprecated or gone', () => {
    const nginx = { version: '1.22.1', configureArguments: [] };
    const given = { installed: { uwsgi: undefined, nginx } } as unknown as Partial<Snapshot>;
    const find = (name: string) =>
      items(server('<|>'), { given }).find(({ label }) => label === name);
    assert.equal(find('http2')?.detail, 'since 1.25.1');
    assert.equal(items(server('ssl<|>')).find(({ label }) => label === 'ssl')?.deprecated, true);
  });
  test('other modules only when they are in use or asked for', () => {
    assert.ok(!labels(location('<|>')).includes('echo'));
    assert.ok(labels(location('ech<|>')).includes('echo'));
    assert.ok(labels(location('echo a; <|>')).includes('echo_sleep'));
    assert.ok(
      labels(`load_module modules/ngx_http_echo_module.so;\n${location('<|>')}`).includes('echo'),
    );
  });
  test('nothing in comments, Lua and strings', () => {
    assert.deepEqual(labels(server('# li<|>\n')), []);
    assert.deepEqual(labels(server('content_by_lua_block { ng<|> }')), []);
    assert.deepEqual(labels(server('root "/a"<|>;')), []);
  });
});

describe('values', () => {
  test('flags, words of an enum, each once in a set', () => {
    assert.deepEqual(labels('http { gzip <|>; }').toSorted(), ['off', 'on']);
    assert.deepEqual(labels(location('satisfy <|>;')).toSorted(), ['all', 'any']);
    const protocols = labels(server('ssl_protocols TLSv1.2 <|>;'));
    assert.ok(protocols.includes('TLSv1.3') && !protocols.includes('TLSv1.2'));
  });
  test('parameters behind the first argument', () => {
    assert.ok(labels(server('listen 80 <|>;')).includes('default_server'));
    assert.ok(!labels(server('listen <|>;')).includes('default_server'));
    assert.ok(labels(server('listen <|>;')).includes('80'));
    assert.ok(labels('http { upstream u { server a <|>; } }').includes('weight='));
    assert.ok(labels('http { limit_req_zone $a zone=z:1m <|>; }').includes('rate='));
    assert.ok(!labels(location('limit_req zone=a burst=1 <|>;')).includes('burst='));
    assert.ok(labels('error_log a <|>;').includes('warn'));
    assert.ok(labels(server('rewrite a b <|>;')).includes('permanent'));
    assert.ok(labels(location('add_header A b <|>;')).includes('always'));
  });
  test('codes, modifiers, operators', () => {
    assert.ok(labels(server('return <|>;')).includes('444'));
    assert.ok(!labels(server('error_page <|>;')).includes('200'));
    assert.ok(labels(server('try_files $uri <|>;')).includes('=404'));
    assert.ok(labels(server('location <|>')).includes('~*'));
    assert.ok(labels(server('if ($a <|>')).includes('!~*'));
  });
  test('headers, MIME types, parameters of uWSGI, modules', () => {
    assert.ok(labels(location('add_header <|>;')).includes('Strict-Transport-Security'));
    assert.ok(labels(location('proxy_set_header <|>;')).includes('X-Real-IP'));
    assert.ok(labels(location('proxy_set_header Host <|>;')).includes('$http_host'));
    assert.ok(labels('http { gzip_types text/css <|>; }').includes('image/svg+xml'));
    assert.match(
      taken(location('uwsgi_param <|>;'), 'UWSGI_FASTROUTER_KEY'),
      /uwsgi_param UWSGI_FASTROUTER_KEY <\|>\$host;/,
    );
    assert.ok(labels(location('uwsgi_param A b <|>;')).includes('if_not_empty'));
    assert.ok(labels('load_module <|>;').includes('modules/ngx_http_echo_module.so'));
  });
});

describe('variables', () => {
  test('behind `$` and `${`, own ones first', () => {
    const own = 'http { map $host $kind { default 1; } server { return 200 "a $<|>"; } }';
    assert.equal(top(own, 1)[0], '$kind');
    assert.ok(labels(own).includes('$host'));
    assert.match(taken(location('return 200 $ho<|>;'), '$host'), /200 \$host<\|>;/);
    assert.match(taken(location('return 200 ${ho<|>}x;'), '$host'), /200 \$\{host\}<\|>x;/);
    assert.match(taken(location('return 200 "${ho<|>";'), '$host'), /"\$\{host\}<\|>";/);
    assert.match(taken(location('return 200 $ho<|>st;'), '$host'), /200 \$host<\|>;/);
    assert.match(taken(location('return 200 $arg<|>;'), '$arg_…'), /200 \$arg_<\|>;/);
  });
  test('those of stream in stream', () => {
    const names = labels('stream { server { return $<|>; } }');
    assert.ok(names.includes('$ssl_preread_server_name'));
    assert.ok(!names.includes('$request_uri'));
  });
  test('in the values of a map', () => {
    assert.ok(labels('http { map $a $b { default $<|>; } }').includes('$host'));
  });
  test('none where `$` only ends a regular expression', () => {
    assert.deepEqual(labels(server('location ~ \\.php$<|>')), []);
  });
});

describe('addresses, names and paths', () => {
  test('uwsgi_pass: the router of the stack and the upstreams', () => {
    const marked = article['/w/nginx.conf'].replace('127.0.0.1:3030', '<|>');
    const [first] = items(marked);
    assert.equal(first?.label, '127.0.0.1:3030');
    assert.equal(first.detail, 'FastRouter of router.ini');
    const upstream =
      'http { upstream app { server a:1; } server { location / { uwsgi_pass <|>; } } }';
    assert.ok(labels(upstream).includes('app'));
    assert.ok(labels(upstream.replace('uwsgi', 'proxy')).includes('http://app'));
  });
  test('zones, formats, locations of the whole configuration', () => {
    const files = {
      ...article,
      '/w/conf.d/zones.conf':
        "limit_req_zone $a zone=calm:1m rate=1r/s;\nlog_format wide '$host';\n",
    };
    const conf = (body: string) =>
      `events {}\nhttp { include conf.d/zones.conf; server { location @back {} ${body} } }`;
    assert.ok(labels(conf('limit_req <|>;'), { files }).includes('zone=calm'));
    assert.ok(labels(conf('access_log a <|>;'), { files }).includes('wide'));
    assert.ok(labels(conf('error_page 404 @<|>;'), { files }).includes('@back'));
    assert.ok(labels(conf('try_files $uri <|>;'), { files }).includes('@back'));
    assert.match(taken(conf('try_files $uri @<|>;'), '@back', { files }), /\$uri @back<\|>;/);
  });
  test('files, from the folder of the main configuration', () => {
    const disk = fakeDisk({
      '/w/conf.d/a.conf': '',
      '/w/uwsgi_params': '',
      '/w/tls/a.pem': '',
      '/w/tls/x.txt': '',
    });
    const given = { disk };
    assert.deepEqual(labels(server('include <|>;'), { given }).toSorted(), [
      'conf.d/',
      'tls/',
      'uwsgi_params',
    ]);
    assert.match(
      taken(server('include conf.d/<|>;'), 'a.conf', { given }),
      /include conf\.d\/a\.conf<\|>;/,
    );
    assert.deepEqual(labels(server('ssl_certificate tls/<|>;'), { given }), ['a.pem']);
    assert.deepEqual(labels(server('root /w/<|>;'), { given }).toSorted(), ['conf.d/', 'tls/']);
    const files = { ...article, '/w/nginx.conf': 'events {} http { include conf.d/*.conf; }' };
    const path = '/w/conf.d/a.conf';
    assert.ok(labels('server { include <|>; }', { files, path, given }).includes('uwsgi_params'));
  });
});

test('bodies of data: their own words', () => {
  assert.deepEqual(top('http { map $a $b { <|> } }', 2), ['default', 'hostnames']);
  assert.ok(!labels('http { map $a $b { default 1; <|> } }').includes('default'));
  assert.ok(labels('http { geo $a { <|> } }').includes('ranges'));
  assert.ok(labels('http { types { <|> } }').includes('text/css'));
});
