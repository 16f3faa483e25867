import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { defaultLanguageSettings } from '../../../../../shared/settings.ts';
import { around } from '../../testing/around.ts';
import { readNginxFile } from '../../testing/nginx-fixture.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { nginxRules } from './list.ts';

const version = /nginx\/([\d.]+)/.exec(
  spawnSync('nginx', ['-v'], { encoding: 'utf8' }).stderr,
)?.[1];

/** What stands in `http`, in a server of it, or in a location of that; nginx alone says which of them it takes. */
const pieces: Readonly<Record<'http' | 'server' | 'location', readonly string[]>> = {
  http: [
    'map $uri $a { default 1; default 2; }',
    'map $uri $a { x 1; X 2; }',
    'map $uri $a { hostnames; .a.b 1; a.b 2; }',
    'map $uri $a { hostnames; a.*.b 1; }',
    'map $uri $a { ~(x 1; }',
    'map $uri a { x 1; }',
    'map $uri $host { x 1; }',
    'map $uri $a { x $nobody; }',
    'map $uri $a { x; }',
    'geo $a { 10.0.0.0/8 1; 10.0.0.0/8 2; }',
    'geo $a { 10.0.0.0/40 1; }',
    'geo $a { 10.0.0.0/8 1; ranges; }',
    'geo $a { ranges; 10.0.0.0-10.0.0.5 x; default y; }',
    'geo $a { ranges; 10.0.0.9-10.0.0.5 x; }',
    'geo $a { ranges; 0.0.0.0-255.255.255.255 x; }',
    'split_clients $uri $a { 50% x; 50% y; }',
    'split_clients $uri $a { 60% x; 50% y; }',
    'split_clients $uri $a { 0.001% x; }',
    'charset_map koi8-r utf-8 { 80 E282AC; }',
    'charset_map koi8-r utf-8 { 80; }',
    'types { a/b c; include; }',
    'upstream u { }',
    'upstream u { server 127.0.0.1 backup; }',
    'upstream u { ip_hash; server 127.0.0.1; server 127.0.0.2 backup; }',
    'upstream u { server 127.0.0.1; } upstream U { server 127.0.0.1; }',
    'upstream u { server 127.0.0.1; zone z; }',
    'limit_req_zone $uri zone=z:1m rate=1r/s; limit_conn_zone $uri zone=z:1m;',
    'limit_req_zone $uri zone=z:8k rate=1r/s;',
    'log_format a $1;',
    'log_format a b; log_format a c;',
    'access_log logs/a later; log_format later a;',
    'server { listen 18101; listen *:18101; }',
    'server { listen 18101 default_server; } server { listen 18101 default; }',
    'server { listen 18101 ssl; }',
    'server { listen 18101 ssl; ssl_reject_handshake on; }',
    'server { server_name *; }',
    'server { listen 18101; server_name a.*.b; }',
    'server { listen 18101; server_name a.*.b; } server { listen 18101; server_name c; }',
    'server { listen 127.0.0.1:0; }',
    'server { listen 18101-18102; }',
    'server { listen 18101 backlog=-1; }',
    'server { listen [::1; }',
  ],
  server: [
    'root a; root b;',
    'root a; alias b;',
    'location /a { } location /a { }',
    'location ~ a { } location ~ a { }',
    'location @a { } location @a { }',
    'location = /a { location /a/b { } }',
    'location /a { location /b { } }',
    'location /a { location ~ b { } }',
    'location !~ a { }',
    'if ($host == a) { break; }',
    'if (!$host) { break; }',
    'if ($host !~* a) { break; }',
    'if ( -f $request_filename ) { break; }',
    'if ($host = a && $uri = b) { break; }',
    'if ($1 = a) { break; }',
    'set a b;',
    'set $host b;',
    'set $args b;',
    'return 200 "$";',
    'return 200 "${host";',
    'return 200 "${}";',
    'return 200 "$nobody";',
    'return 1000;',
    'rewrite ^(a b;',
    'rewrite ^ "";',
    'server_name ~(a;',
    'error_page 499 /a;',
    'error_page 404 = @nobody;',
    'proxy_redirect default;',
    'proxy_redirect off; proxy_redirect off;',
    'proxy_busy_buffers_size 1;',
    'proxy_buffers 1 4k;',
    'limit_req zone=nobody;',
    'limit_conn nobody 1;',
    'uwsgi_cache nobody;',
    'access_log logs/a nobody;',
    'gzip on; gzip off;',
    'sendfile maybe;',
    'listen 18103 unknown;',
    'large_client_header_buffers 4 16;',
    'error_log logs/a warn error;',
  ],
  location: [
    'uwsgi_pass nobody;',
    'uwsgi_pass 127.0.0.1:1/x;',
    'uwsgi_pass unix:/a:b;',
    'uwsgi_pass suwsgi://127.0.0.1:1;',
    'fastcgi_pass 127.0.0.1:70000;',
    'proxy_pass 127.0.0.1;',
    'proxy_pass http://127.0.0.1:1; proxy_pass http://127.0.0.1:2;',
    'proxy_pass http://127.0.0.1/; proxy_redirect default;',
    'proxy_pass http://$host; proxy_redirect default;',
    'if ($host) { proxy_pass http://127.0.0.1/; }',
    'limit_except GET { proxy_pass http://127.0.0.1/; }',
    'proxy_bind localhost;',
    'memcached_pass 127.0.0.1:1;',
    'set $memcached_key a; memcached_pass 127.0.0.1:1;',
    'fastcgi_split_path_info ^(a)$;',
    'uwsgi_cache_background_update 5;',
    'location @a { }',
    'try_files a;',
    'expires 5x;',
    'allow 10.0.0.0/8; deny 10.0.0.0/40;',
    'uwsgi_store on; uwsgi_cache a;',
    'proxy_cookie_flags a nonsense;',
  ],
};

const absent = version === undefined && 'no nginx here';

test('an error for what nginx refuses, and for nothing else', { skip: absent }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-agrees-'));
  const settings = { ...defaultLanguageSettings, nginxVersion: version ?? '' };
  const differing: string[] = [];
  try {
    for (const [place, list] of Object.entries(pieces))
      for (const piece of list) {
        const text = wrap(place, piece);
        const accepted = nginxAccepts(folder, text);
        const view = readNginxFile(text, undefined, around({ settings }));
        const errors = nginxRules
          .flatMap((rule) => runRule(rule, view))
          .filter(({ level }) => level === 'error');
        if (accepted === (errors.length === 0)) continue;
        const told = errors.map(({ message }) => message).join('; ');
        differing.push(`${piece} nginx ${accepted ? `takes it, we say: ${told}` : 'refuses it'}`);
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.deepEqual(differing, []);
});

function wrap(place: string, piece: string): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${name};`)
    .join(' ');
  const server = (body: string) => `server { listen 127.0.0.1:18100; ${body} }`;
  const body =
    place === 'http'
      ? piece
      : place === 'server'
        ? server(piece)
        : server(`location /outer { ${piece} }`);
  return `pid pid;\nerror_log stderr;\nevents { }\nhttp {\naccess_log off;\n${folders}\n${body}\n}\n`;
}

function nginxAccepts(folder: string, text: string): boolean {
  const path = join(folder, 'nginx.conf');
  writeFileSync(path, text.replaceAll('logs/a', 'a'));
  const { status, stderr } = spawnSync('nginx', ['-t', '-c', path, '-p', folder, '-e', 'stderr'], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  assert.ok(status === 0 || status === 1, stderr);
  return status === 0;
}
