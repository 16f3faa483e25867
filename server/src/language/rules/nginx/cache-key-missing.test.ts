import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { cacheKeyMissing } from './cache-key-missing.ts';

test('a cache of one response', () => {
  checkNginxRule(
    cacheKeyMissing,
    `
http {
  uwsgi_cache_path /tmp/c keys_zone=c:1m;
  server {
    location / {
      include uwsgi_params;
      uwsgi_cache c;
#     ^^^^^^^^^^^^^ warning: without \`uwsgi_cache_key\` every request is answered with the same stored response
      uwsgi_pass 127.0.0.1:3031;
    }
  }
}
`,
  );
});

test('a cache with a key, or with one by default', () => {
  checkNginxRule(
    cacheKeyMissing,
    `
http {
  fastcgi_cache_key $request_uri;
  server {
    uwsgi_cache c;
    location /a { fastcgi_cache c; }
    location /b { proxy_cache c; }
    location /c { scgi_cache off; }
    location /d { uwsgi_cache_key $request_uri; }
    location /e { scgi_cache c; include cache.conf; }
  }
}
`,
  );
  checkNginxRule(cacheKeyMissing, 'location / { uwsgi_cache c; }');
});
