import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nginxCursor } from '../../testing/nginx-cursor.ts';
import { article } from '../../testing/workspace.ts';

/** Markdown of the hover, with the text that it marks before it. */
function hover(marked: string, files?: Readonly<Record<string, string>>, path?: string): string {
  const { features, offset, text } = nginxCursor(marked, {
    ...(files && { files }),
    ...(path !== undefined && { path }),
  });
  const found = features.hover(offset);
  return found === undefined
    ? ''
    : `${text.slice(found.span.start, found.span.end)}: ${found.markdown}`;
}

const server = (body: string) => `events {}\nhttp { server { ${body} } }\n`;
const location = (body: string) => server(`location / { ${body} }`);

function shows(marked: string, ...parts: readonly (string | RegExp)[]): void {
  const text = hover(marked);
  for (const part of parts)
    assert.ok(
      typeof part === 'string' ? text.includes(part) : part.test(text),
      `${String(part)} in: ${text}`,
    );
}

describe('directives', () => {
  test('words, syntax, default, places, module and manual', () => {
    shows(
      location('uwsgi_read_<|>timeout 60s;'),
      /^uwsgi_read_timeout: /,
      'silent **between two reads**',
      '```nginx\nuwsgi_read_timeout <time>;\n```',
      'Default: `60s`',
      'Allowed in: `http`, `server`, `location`',
      'Module: `ngx_http_uwsgi_module`',
      'https://nginx.org/en/docs/http/ngx_http_uwsgi_module.html#uwsgi_read_timeout',
    );
  });
  test('the meaning that fits the block', () => {
    shows('http { <|>server {} }', 'A virtual server');
    shows('http { upstream u { serv<|>er a; } }', 'A member of the upstream');
    shows('stream { server { proxy_<|>pass a:1; } }', 'stream/ngx_stream_proxy_module.html');
  });
  test('third-party and removed ones, and those of other releases', () => {
    shows(location('more_set_<|>headers a;'), 'libnginx-mod-http-headers-more-filter');
    shows(server('ss<|>l on;'), '**Removed in nginx 1.25.1');
  });
  test('what it takes the place of', () => {
    shows(
      'events {}\nhttp {\n  root /a;\n  server { ro<|>ot /b; }\n}',
      'Takes the place of `root /a;` of the `http` around, line 3.',
    );
    shows(
      'http { server {\nadd_header A 1;\nadd_header B 1;\nlocation / { add_<|>header C 1; } } }',
      'Drops the 2 `add_header` lines of the `server` around (from line 2 on).',
    );
    assert.doesNotMatch(hover(server('set $a 1; location / { s<|>et $a 2; }')), /Takes the place/);
  });
  test('nothing on unknown names, comments and blanks', () => {
    for (const text of ['frob<|> a;', '# ro<|>ot a;', 'root a;  <|>  root b;'])
      assert.equal(hover(server(`${text}\n`)), '', text);
  });
});

describe('variables', () => {
  test('built-in ones, families and captures', () => {
    shows(location('return 200 "a $ho<|>st";'), /^\$host: .*without the port/);
    shows(location('return 200 ${req<|>uest_id}x;'), /^\$\{request_id\}: /);
    shows(location('return 200 $arg_<|>page;'), 'A family');
    shows(location('rewrite ^/(a) /$<|>1;'), /^\$1: Group 1/);
  });
  test('own ones with the place that makes them', () => {
    shows(
      'http {\n map $host $kind { default 1; }\n server { return 200 $ki<|>nd; }\n}',
      'is made in this configuration',
      '`map $host $kind`, line 2',
    );
    shows(server('server_name ~^(?<who>a)$; return 200 $wh<|>o;'), 'server_name');
    shows(server('return 200 $nob<|>ody;'), 'is no variable of nginx');
  });
  test('a `$` that ends a regular expression is none', () => {
    shows(server('location ~ \\.php<|>$ {}'), 'Regular expression, case counts');
  });
});

describe('values', () => {
  test('sizes and times in plain words', () => {
    shows(server('client_max_body_size 8<|>k;'), '`8k` is 8,192 bytes (8 KiB)');
    shows(server('keepalive_timeout 1h3<|>0m;'), '1 hour 30 minutes');
    shows(server('uwsgi_buffers 8 16<|>k;'), '16,384 bytes');
    shows('http { proxy_cache_path /c keys_zone=a:10m inacti<|>ve=7d; }', '`7d` is 7 days');
  });
  test('where uwsgi_pass leads', () => {
    shows(
      article['/w/nginx.conf'].replace('127.0.0.1:3030', '127.0.0.1:30<|>30'),
      'Leads to',
      'FastRouter: `127.0.0.1:3030` of `fastrouter` in router\\.ini, line 4',
    );
    shows(
      `http { upstream u { server 127.0.0.1:3030; } server { location / { uwsgi_pass <|>u; } } }`,
      'upstream `u`',
      '`server 127.0.0.1:3030;`',
      'Leads to',
    );
  });
  test('listen', () => {
    shows(server('listen 80<|>;'), 'Listens on port **80** of every IPv4 address');
    shows(server('listen [::]:80<|>80 ssl;'), 'every IPv6 address');
    shows(server('listen 80 default<|>_server;'), 'Answers requests on this address');
    shows(server('listen unix:/run/<|>a;'), 'Unix socket `/run/a`');
  });
  test('location, if, server_name', () => {
    shows(server('location <|>^~ /a {}'), 'keeps regular expressions');
    shows(server('location ~*\\.p<|>ng {}'), 'case does not count');
    shows(server('location a<|>b {}'), 'never matches');
    shows(server('location @a<|>b {}'), 'Named location');
    shows(server('if ($a !<|>~* b) {}'), 'does not match');
    shows(server('if (-<|>f $a) {}'), 'The file exists');
    shows(server('server_name *.a<|>.b;'), 'Every name that ends in');
    shows(server('server_name <|>_;'), 'no catch-all');
    shows(server('server_name a.b:<|>80;'), 'never fits');
  });
  test('names of zones, formats and locations', () => {
    const http = (body: string) =>
      `http { limit_req_zone $a zone=z:1m rate=1r/s;\n log_format f '$host';\n server { location @n {} ${body} } }`;
    shows(http('limit_req zone=<|>z;'), 'Zone `limit_req_zone $a zone=z:1m rate=1r/s;`');
    shows(http('access_log a <|>f;'), 'Log format');
    shows(http('try_files $uri @<|>n;'), 'Named location');
    shows(http('access_log a comb<|>ined;'), 'built in');
  });
  test('codes, flags, parameters, types', () => {
    shows(server('return 44<|>4;'), 'without an answer');
    shows(server('error_page 404 =2<|>00 /a;'), 'the code **200**');
    shows(server('rewrite a b la<|>st;'), 'loops');
    shows(
      location('uwsgi_param UWSGI_FASTROUTER<|>_KEY $host;'),
      'FastRouter looks its workers up',
    );
    shows('http { types { text/<|>css css; } }', '`.css`');
    shows('http { map $a $b { defa<|>ult 1; } }', 'nothing fits');
    shows('http { map $a $b { default $ho<|>st; } }', 'without the port');
  });
  test('files of an include', () => {
    const files = { ...article, '/w/conf.d/a.conf': 'server { listen 81; }\n' };
    assert.match(
      hover('events {}\nhttp { include conf.d/<|>*.conf; }', files),
      /folder of the main configuration: `\/w`[\s\S]*`\/w\/conf\.d\/a\.conf`/,
    );
  });
});

test('text of a file is never markup', () => {
  assert.doesNotMatch(
    hover('http {\n set $x "](command:x) <b>";\n server { return 200 $<|>x; } }'),
    /(?<!`[^`]*)\]\(command/,
  );
});
