import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readNginxFile } from '../../testing/nginx-fixture.ts';
import {
  freePorts,
  giveFile,
  giveFolder,
  type LiveNginx,
  sendRaw,
  startNginx,
  temporaryPaths,
} from '../../testing/live-nginx.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { acceptedMistakes } from './accepted-list.ts';

/** What a rule says of a location, and what nginx really does with a request for it. */
interface Claim {
  readonly rule: string;
  /** Lines of a server. `FOLDER` is a folder, `UWSGI` and `ECHO` are addresses, `NUMBER` is the port of `ECHO`. */
  readonly server: string;
  readonly path: string;
  readonly expect: { readonly status?: number; readonly body?: RegExp; readonly header?: string };
}

const claims: readonly Claim[] = [
  {
    rule: 'alias-traversal',
    server: 'location /a1 { alias FOLDER/www/sub/; }',
    path: '/a1../secret.txt',
    expect: { status: 200, body: /^secret/ },
  },
  {
    rule: 'alias-slash',
    server: 'location /a2/ { alias FOLDER/www/sub; }',
    path: '/a2/page.txt',
    expect: { status: 404 },
  },
  {
    rule: 'alias-in-regex',
    server: 'location ~ ^/a3/ { alias FOLDER/www/secret.txt; }',
    path: '/a3/anything',
    expect: { status: 200, body: /^secret/ },
  },
  {
    rule: 'return-before-access',
    server: 'location /a4 { deny all; return 200 open; }',
    path: '/a4',
    expect: { status: 200, body: /^open/ },
  },
  {
    rule: 'auth-basic-open',
    server: 'location /a5 { auth_basic staff; try_files /secret.txt =404; }',
    path: '/a5',
    expect: { status: 200, body: /^secret/ },
  },
  {
    rule: 'allow-without-deny',
    server: 'location /a6 { allow 10.9.8.7; try_files /secret.txt =404; }',
    path: '/a6',
    expect: { status: 200, body: /^secret/ },
  },
  {
    rule: 'unreachable-access',
    server: 'location /a7 { deny all; allow 127.0.0.1; try_files /secret.txt =404; }',
    path: '/a7',
    expect: { status: 403 },
  },
  {
    rule: 'access-list-replaced',
    server:
      'location /a8/ { deny all; location /a8/b { deny 10.9.8.7; try_files /secret.txt =404; } }',
    path: '/a8/b',
    expect: { status: 200, body: /^secret/ },
  },
  {
    rule: 'if-try-files',
    server: 'location /b1 { if ($host) { set $b1 1; } try_files /secret.txt =404; }',
    path: '/b1',
    expect: { status: 404 },
  },
  {
    rule: 'several-ifs',
    server:
      'location /b2 { if ($host) { add_header X-One 1; } if ($host) { add_header X-Two 2; } return 200 ok; }',
    path: '/b2',
    expect: { header: 'x-one absent' },
  },
  {
    rule: 'try-files-loop',
    server: 'location /b3 { try_files $uri $uri/; }',
    path: '/b3/none',
    expect: { status: 500 },
  },
  {
    rule: 'named-location-missing',
    server: 'location /b4 { try_files /none @none; }',
    path: '/b4',
    expect: { status: 500 },
  },
  {
    rule: 'location-no-slash',
    server: 'location b5 { return 200 never; }',
    path: '/b5',
    expect: { status: 404 },
  },
  {
    rule: 'location-shadowed',
    server: 'location /b6/x/ { return 200 path; } location ~ ^/b6/ { return 200 expression; }',
    path: '/b6/x/y',
    expect: { body: /^expression/ },
  },
  {
    rule: 'regex-dot',
    server: 'location ~ ^/b7/.*.php$ { return 200 php; }',
    path: '/b7/xphp',
    expect: { body: /^php/ },
  },
  {
    rule: 'capture-missing',
    server:
      'location /b8 { rewrite ^/b8/(.*)$ /seen/$1/$2/end last; } location /seen { return 200 $uri; }',
    path: '/b8/q',
    expect: { body: /^\/seen\/q\/\/end/ },
  },
  {
    rule: 'response-splitting',
    server: 'location /c1 { return 301 http://a.test$uri; }',
    path: '/c1/%0d%0aX-Made:%201',
    expect: { header: 'x-made present' },
  },
  {
    rule: 'response-splitting',
    server: 'location ~ ^/c2/([^/]*) { return 301 http://a.test/$1; }',
    path: '/c2/%0d%0aX-Made:%201',
    expect: { header: 'x-made present' },
  },
  {
    rule: 'headers-not-inherited',
    server: 'add_header X-Outer 1; location /c3 { add_header X-Inner 1; return 200 ok; }',
    path: '/c3',
    expect: { header: 'x-outer absent' },
  },
  {
    rule: 'two-handlers',
    server: 'location /c4 { proxy_pass http://ECHO; empty_gif; }',
    path: '/c4',
    expect: { body: /^GIF/ },
  },
  {
    rule: 'handler-not-inherited',
    server: 'location /c5 { proxy_pass http://ECHO; location /c5/in { client_max_body_size 5m; } }',
    path: '/c5/in',
    expect: { status: 404 },
  },
  {
    rule: 'proxy-pass-slash',
    server: 'location /d1 { proxy_pass http://ECHO/; }',
    path: '/d1/z',
    expect: { body: /^\/\/z / },
  },
  {
    rule: 'proxy-pass-slash',
    server: 'location /d2/ { proxy_pass http://ECHO/x; }',
    path: '/d2/z',
    expect: { body: /^\/xz / },
  },
  {
    rule: 'proxy-pass-variable',
    server: 'location /d3 { set $d3 ECHO; proxy_pass http://$d3/y; }',
    path: '/d3/z?q=1',
    expect: { body: /^\/y / },
  },
  {
    rule: 'proxy-headers-not-inherited',
    server:
      'proxy_set_header X-Seen outer; location /d4 { proxy_set_header X-B 1; proxy_pass http://ECHO; }',
    path: '/d4',
    expect: { body: /^\/d4 \[\]/ },
  },
  {
    rule: 'unreachable-statement',
    server: 'location /d5 { return 200 ok; try_files /secret.txt =404; }',
    path: '/d5',
    expect: { body: /^ok/ },
  },
  {
    rule: 'rewrite-loop',
    server: 'location /f1 { rewrite ^ /f1/x last; }',
    path: '/f1',
    expect: { status: 500 },
  },
  {
    rule: 'missing-resolver',
    server: 'location /f2 { set $f2 localhost; proxy_pass http://$f2:NUMBER; }',
    path: '/f2',
    expect: { status: 502 },
  },
  {
    rule: 'conditional-variable',
    server: 'location /f3 { if ($arg_a) { set $f3 1; } return 200 "[$f3]"; }',
    path: '/f3',
    expect: { body: /^\[\]/ },
  },
  {
    rule: 'uwsgi-params-missing',
    server: 'location /e1 { uwsgi_param A b; uwsgi_pass UWSGI; }',
    path: '/e1',
    expect: { body: /^A,HTTP_HOST\b(?!.*REQUEST_METHOD)/ },
  },
  {
    rule: 'params-not-inherited',
    server:
      'uwsgi_param REQUEST_METHOD $request_method; location /e2 { uwsgi_param PATH_INFO $uri; uwsgi_pass UWSGI; }',
    path: '/e2',
    expect: { body: /^(?!.*REQUEST_METHOD)/ },
  },
  {
    rule: 'duplicate-header',
    server: 'location /e3 { uwsgi_param PATH_INFO a; uwsgi_param PATH_INFO b; uwsgi_pass UWSGI; }',
    path: '/e3',
    expect: { body: /PATH_INFO,PATH_INFO/ },
  },
  {
    rule: 'other-protocol',
    server: 'location /e4 { uwsgi_param PATH_INFO a; proxy_set_header X-Set 1; uwsgi_pass UWSGI; }',
    path: '/e4',
    expect: { body: /^(?!.*HTTP_X_SET)/ },
  },
];

const absent = spawnSync('nginx', ['-v']).error !== undefined;

describe('mistakes that nginx starts with', { skip: absent && 'no nginx here' }, () => {
  let folder = '';
  let port = 0;
  let nginx: LiveNginx | undefined;
  let uwsgi: Server | undefined;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nginx-claims-'));
    giveFolder(folder);
    giveFile(join(folder, 'www/secret.txt'), 'secret\n');
    giveFile(join(folder, 'www/sub/page.txt'), 'page\n');
    const ports = await freePorts(18400, 18499, 3);
    const [own = 0, echo = 0, app = 0] = ports;
    port = own;
    uwsgi = fakeUwsgi().listen(app, '127.0.0.1');
    await once(uwsgi, 'listening');
    const fill = (text: string) =>
      text
        .replaceAll('FOLDER', folder)
        .replaceAll('NUMBER', String(echo))
        .replaceAll('ECHO', `127.0.0.1:${echo}`)
        .replaceAll('UWSGI', `127.0.0.1:${app}`);
    // A server for each claim, so that none sees the lines of another.
    const servers = claims.map(
      ({ server }, index) =>
        `server { listen 127.0.0.1:${port}; server_name c${index}.test; root ${folder}/www; ${fill(server)} }`,
    );
    const text = `events {}
http {
  ${temporaryPaths(folder)}
  access_log off;
  server { listen 127.0.0.1:${echo}; location / { return 200 "$request_uri [$http_x_seen]"; } }
  ${servers.join('\n  ')}
}
`;
    const started = await startNginx(folder, text);
    if ('refused' in started) assert.fail(started.refused);
    nginx = started;
  });

  after(async () => {
    await nginx?.stop();
    uwsgi?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [index, { rule: name, server, path, expect }] of claims.entries())
    it(`${name}: ${server}`, { timeout: 10_000 }, async () => {
      const rule = acceptedMistakes.find(({ id }) => id === `nginx/${name}`);
      assert.ok(rule, 'there is such a rule');
      const text = `events {} http { server { ${server.replace('NUMBER', '8000')} } }`;
      assert.ok(runRule(rule, readNginxFile(text)).length > 0, 'the rule finds it');
      const request = `GET ${path} HTTP/1.0\r\nHost: c${index}.test\r\n\r\n`;
      const answer = await sendRaw('127.0.0.1', port, request);
      assert.ok(answer, 'nginx answers');
      if (expect.status !== undefined) assert.equal(answer.status, expect.status);
      if (expect.body !== undefined) assert.match(answer.body, expect.body);
      const [header = '', presence] = expect.header?.split(' ') ?? [];
      if (presence !== undefined) assert.equal(answer.headers.has(header), presence === 'present');
    });
});

/** Answers each request with the names of its variables, divided by commas. */
function fakeUwsgi(): Server {
  return createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      got = Buffer.concat([got, piece]);
      if (got.length < 4 || got.length < 4 + got.readUInt16LE(1)) return;
      const names: string[] = [];
      const end = 4 + got.readUInt16LE(1);
      for (let at = 4; at < end;) {
        const length = got.readUInt16LE(at);
        names.push(got.toString('latin1', at + 2, at + 2 + length));
        at += 2 + length;
        at += 2 + got.readUInt16LE(at);
      }
      socket.end(`HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n${names.join(',')}`);
    });
  });
}
