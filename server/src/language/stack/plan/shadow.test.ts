import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlannedFile } from '../../../../../shared/launch-plan.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { readFile } from '../../read-file.ts';
import { shadowNginx } from './shadow.ts';

function shadow(files: Readonly<Record<string, string>>, root = false) {
  const read = Object.entries(files).flatMap(([path, text]): [string, NginxFile][] => {
    const { nginx } = readFile({ path, text, kind: 'nginx', version: 1 });
    return nginx === undefined ? [] : [[path, nginx]];
  });
  return shadowNginx('/etc/nginx/nginx.conf', new Map(read), {
    runDirectory: '/run/x',
    root,
    modules: '/usr/lib/nginx/modules',
  });
}

function textAt(files: readonly PlannedFile[], path: string): string {
  const file = files.find((each) => each.kind === 'text' && each.path === path);
  assert.ok(file?.kind === 'text', `no ${path} among ${files.map((each) => each.path).join(', ')}`);
  return file.text;
}

const production = `user www-data;
worker_processes auto;
pid /run/nginx.pid;
error_log /var/log/nginx/error.log
    warn;
load_module modules/ngx_http_echo_module.so;
events {}
http {
    include mime.types;
    access_log /var/log/nginx/access.log combined;
    include sites-enabled/*;
    server {
        listen 80 default_server;
        listen [::]:80;
        listen unix:/run/nginx.sock;
        ssl_certificate cert.pem;
        location / { root html; }
    }
    server { server_name x; }
}
`;

describe('the shadow of a production configuration', () => {
  const made = shadow({
    '/etc/nginx/nginx.conf': production,
    '/etc/nginx/sites-enabled/b': 'server { listen 8081; }\n',
    '/etc/nginx/sites-enabled/a': 'server { listen 127.0.0.1:443 ssl; }\n',
  });
  const text = textAt(made.files, '/run/x/conf/nginx.conf');
  const lines = text.split('\n');

  it('keeps every line where it was', () => {
    assert.equal(lines.length, production.split('\n').length);
    assert.match(lines[18] ?? '', /server_name x;/);
  });

  it('runs unprivileged, in the foreground, in the run folder', () => {
    assert.match(lines[0] ?? '', /^daemon off; $/);
    assert.doesNotMatch(text, /www-data|\/var\/log|auto/);
    assert.match(text, /^pid \/run\/x\/nginx\.pid;$/m);
    assert.match(text, /^error_log stderr notice;$/m);
    assert.match(text, /uwsgi_temp_path \/run\/x\/tmp\/uwsgi;/);
    assert.match(text, /access_log \/run\/x\/access\.log combined;/);
  });

  it('moves ports that need root, and listens on the loopback only', () => {
    assert.match(text, /listen 127\.0\.0\.1:8080 default_server;/);
    assert.match(text, /listen \[::1\]:8080;/);
    assert.match(text, /listen unix:\/run\/nginx\.sock;/);
    assert.match(lines[18] ?? '', /server \{ listen 127\.0\.0\.1:8000; server_name x; \}/);
    assert.ok(made.notes.includes('nginx listens on 127.0.0.1:8080 instead of 80.'));
  });

  it('keeps what relative paths mean', () => {
    assert.match(text, /load_module \/usr\/lib\/nginx\/modules\/ngx_http_echo_module\.so;/);
    assert.match(text, /include \/etc\/nginx\/mime\.types;/);
    assert.match(text, /ssl_certificate \/etc\/nginx\/cert\.pem;/);
    assert.match(text, /root \/etc\/nginx\/html;/);
  });

  it('copies the included files in nginx’s order, and maps their messages back', () => {
    assert.match(text, /include \/run\/x\/conf\/include-1\/\*;/);
    assert.match(
      textAt(made.files, '/run/x/conf/include-1/000-a'),
      /listen 127\.0\.0\.1:8443 ssl;/,
    );
    assert.match(textAt(made.files, '/run/x/conf/include-1/001-b'), /listen 127\.0\.0\.1:8081;/);
    assert.ok(
      made.pathMap.some(
        ([from, to]) =>
          from === '/run/x/conf/include-1/001-b' && to === '/etc/nginx/sites-enabled/b',
      ),
    );
  });
});

describe('other shadows', () => {
  it('leaves ports to root, and lets its workers read the run folder', () => {
    const text = textAt(
      shadow({ '/etc/nginx/nginx.conf': 'events {} http { server { listen 80; } }' }, true).files,
      '/run/x/conf/nginx.conf',
    );
    assert.match(text, /^daemon off; user root; /);
    assert.match(text, /listen 127\.0\.0\.1:80;/);
  });

  it('ends on a circle of includes', () => {
    const { files } = shadow({
      '/etc/nginx/nginx.conf': 'events {} http { include a; }',
      '/etc/nginx/a': 'include a;\ninclude nginx.conf;\n',
    });
    assert.ok(files.length < 20);
  });

  it('does not touch words that only look like directives', () => {
    const conf = 'events {} http { map $uri $listen { user 80; listen 81; pid x; } }';
    const text = textAt(shadow({ '/etc/nginx/nginx.conf': conf }).files, '/run/x/conf/nginx.conf');
    assert.match(text, /map \$uri \$listen \{ user 80; listen 81; pid x; \}/);
  });
});
