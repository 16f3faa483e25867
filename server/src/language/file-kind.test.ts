import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindByText, kindOfFile } from './file-kind.ts';

describe('the kind of a file', () => {
  for (const [path, text, kind] of [
    ['/w/nginx.conf', '', 'nginx'],
    ['/w/uwsgi_params', 'uwsgi_param A b;', 'nginx'],
    ['/etc/nginx/sites-enabled/shop', 'server { }', 'nginx'],
    ['/w/app.conf', 'server {\n  listen 80;\n}\n', 'nginx'],
    ['/w/deploy/app.conf', 'location / { uwsgi_pass 127.0.0.1:3030; }', 'nginx'],
    ['/w/conf.d/gzip.conf', 'gzip on;', 'nginx'],
    ['/w/router.ini', '[uwsgi]\n', 'uwsgi-ini'],
    ['/w/app.conf', '; mine\n[uwsgi]\nsocket = :1\n', 'uwsgi-ini'],
    ['/w/shop.uwsgi', '', 'uwsgi-ini'],
    ['/w/supervisord.conf', '[program:x]\ncommand = uwsgi\n', 'unclear'],
    ['/etc/systemd/resolved.conf', '[Resolve]\n', 'unclear'],
    ['/w/redis.conf', 'port 6379\n', 'unclear'],
    ['/w/php.ini', '[PHP]\nengine = On\n', undefined],
    ['/w/README.md', '', undefined],
  ] as const)
    it(`${path} with ${JSON.stringify(text.slice(0, 20))} is ${kind ?? 'none of ours'}`, () => {
      assert.equal(kindOfFile(path, text), kind);
    });
});

describe('the kind of a file that somebody has named', () => {
  for (const [path, text, kind] of [
    ['/w/php.ini', 'engine = On', 'uwsgi-ini'],
    ['/w/site', 'server {\n  listen 80;\n}\n', 'nginx'],
    ['/w/site', 'root /x; # a = b\n', 'nginx'],
    ['/w/shop', 'socket = :1\nmaster = true\n', 'uwsgi-ini'],
    ['/w/shop', '[uwsgi]\r\nx\r\n', 'uwsgi-ini'],
    ['/w/shop.conf', 'set $x a=b;', 'nginx'],
    ['/w/empty', '', 'nginx'],
  ] as const)
    it(`${path} with ${JSON.stringify(text.slice(0, 20))} is ${kind}`, () => {
      assert.equal(kindByText(path, text), kind);
    });
});
