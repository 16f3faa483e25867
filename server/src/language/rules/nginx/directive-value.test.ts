import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { directiveValue } from './directive-value.ts';

test('values of the wrong kind', () => {
  checkNginxRule(
    directiveValue,
    `
http {
  sendfile yes;
  #        ^^^ error: "sendfile" expects \`on\` or \`off\`, not "yes"
  client_max_body_size 1.5m;
  #                    ^^^^ error: "client_max_body_size" expects a size such as \`16k\`, \`10m\` or \`1g\`, not "1.5m"
  send_timeout 1y;
  #            ^^ error: "send_timeout" expects a time such as…
  gzip_comp_level 10;
  #               ^^ error: "gzip_comp_level" expects a number from 1 to 9, not "10"
  uwsgi_next_upstream error http_502;
  #                         ^^^^^^^^ error: "uwsgi_next_upstream" expects \`error\`, \`timeout\`…
  gzip_buffers 0 4k;
  #            ^ error: "gzip_buffers" expects a number of at least 1, not "0"
  server {
    return abc;
    #      ^^^ error: "return" expects a code up to 999…
    error_page 200 /x;
    #          ^^^ error: "error_page" expects a code from 300 to 599…
    rewrite ^ /x foo;
    #            ^^^ error: "rewrite" expects \`last\`, \`break\`, \`redirect\` or \`permanent\`, not "foo"
    allow 10.0.0.0/33;
    #     ^^^^^^^^^^^ error: "allow" expects \`all\` or \`unix:\` or an address…
    uwsgi_modifier1 256;
    #               ^^^ error: "uwsgi_modifier1" expects a number from 0 to 255, not "256"
  }
}
`,
  );
});

test('parameters that are unknown, wrong or missing', () => {
  checkNginxRule(
    directiveValue,
    `
http {
  limit_req_zone $binary_remote_addr zone=a:1k rate=1;
  #                                  ^^^^^^^^^ error: "limit_req_zone" expects a zone such as…
  #                                            ^^^^^^ error: "limit_req_zone" expects a rate such as…
  open_file_cache inactive=20s;
  #               ^^^^^^^^^^^^ error: "open_file_cache" needs the parameter \`max=\`
}
`,
  );
});

test('a misspelt parameter is offered', () => {
  const text =
    'upstream u {\n  server a:1 wieght=2;\n  #          ^^^^^^^^ error: "server" has no parameter "wieght=2"…\n}';
  const [finding] = checkNginxRule(directiveValue, text);
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.match(applyFix(text, fix), /server a:1 weight=2;/);
});

test('legal values, templates, variables and unknown directives stay silent', () => {
  checkNginxRule(
    directiveValue,
    `
http {
  sendfile ON;
  keepalive_timeout 65 60s;
  proxy_cache_path /c levels=1:2 keys_zone=z:10m inactive=1h max_size=1g use_temp_path=off;
  uwsgi_read_timeout {{ timeout }};
  gzip \${GZIP};
  access_log off;
  access_log /x main buffer=32k flush=5s if=$a;
  error_log stderr notice;
  resolver 127.0.0.1 [::1]:53 valid=10s ipv6=off;
  upstream u { server unix:/x backup; server a:1 max_fails=0 fail_timeout=1s down; random two least_conn; }
  server {
    return https://$host;
    error_page 404 =200 /x;
    error_page 500 502 = @y;
    try_files $uri =404;
    expires modified +1h;
    expires $e;
    limit_rate $rate;
    brotli maybe;
  }
}
`,
  );
});

test('addresses of listen and of the directives that pass requests on', () => {
  checkNginxRule(
    directiveValue,
    `
server {
  listen 127.0.0.1:99999;
  #      ^^^^^^^^^^^^^^^ error: "listen" cannot listen at "127.0.0.1:99999": "99999" is no port between 1 and 65535
  listen [::1; listen a/b; listen 90-80; listen 80 ssl http2 so_keepalive=30m::10;
  #      ^^^^ error: "listen" cannot listen at "[::1": an IPv6 address is…
  #                   ^^^ error: "listen" cannot listen at "a/b": no path may follow
  #                               ^^^^^ error: "listen" cannot listen at "90-80": the range "90-80" ends before it begins
  listen 80 backlog=x defualt_server;
  #         ^^^^^^^^^ error: "listen" expects a number of at least 1 behind…
  #                   ^^^^^^^^^^^^^^ error: "listen" has no parameter "defualt_server"…
  location / { proxy_pass backend; }
  #                       ^^^^^^^ error: "proxy_pass" cannot pass to "backend": it begins with \`http://\` or \`https://\`
  location /a { uwsgi_pass /run/a.sock; proxy_pass http://unix:/a.sock:/b; }
  #                        ^^^^^^^^^^^ error: "uwsgi_pass" cannot pass to "/run/a.sock": no path may follow
  location /b { fastcgi_pass 127.0.0.1:0; grpc_pass grpc://a:1; uwsgi_pass SUWSGI://a:1; scgi_pass $a/b; }
  #                          ^^^^^^^^^^^ error: "fastcgi_pass" cannot pass to "127.0.0.1:0": "0" is no port…
}
`,
  );
});

test('words and parameters of a younger nginx', () => {
  const file = readNginxFile(
    'http { upstream u { server a resolve; } server { proxy_http_version 2; listen 80 quic; } }',
  );
  const with1221 = { ...file.around.settings, nginxVersion: '1.22.1' };
  const found = runRule(directiveValue, {
    ...file,
    around: { ...file.around, settings: with1221 },
  });
  assert.deepEqual(
    found.map(({ message }) => message.split(';')[0]),
    [
      '"server" has no parameter "resolve"',
      '"proxy_http_version" expects `1.0` or `1.1`, not "2"',
      '"listen" has no parameter "quic"',
    ],
  );
  assert.deepEqual(runRule(directiveValue, file), []);
});
