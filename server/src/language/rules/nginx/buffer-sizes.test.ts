import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { bufferSizes } from './buffer-sizes.ts';

test('sizes that do not go together', () => {
  checkNginxRule(
    bufferSizes,
    `
http {
  proxy_buffers 4 4k;
  large_client_header_buffers 4 16;
#                               ^^ error: buffers of 16 bytes are smaller than \`connection_pool_size\` (512)
  server {
    location /a { proxy_buffer_size 64k; }
#                                   ^^^ error: "proxy_busy_buffers_size" (128k, its default) must be 12k at most, all of "proxy_buffers" but one
    location /b { uwsgi_busy_buffers_size 1k; }
#                                         ^^ error: "uwsgi_busy_buffers_size" must be 4k at least…
    location /c { fastcgi_buffers 1 4k; }
#                                 ^ error: "fastcgi_buffers" must be two at least
    location /d { scgi_temp_file_write_size 600; scgi_max_temp_file_size 1; }
#                                           ^^^ error: "scgi_temp_file_write_size" must be 4k at least
#                                                                        ^ error: "scgi_max_temp_file_size" must be 0 or 4k at least
    location /e { uwsgi_busy_buffers_size 64k; }
#                                         ^^^ error: "uwsgi_busy_buffers_size" (64k) must be 28k at most…
  }
}
`,
  );
});

test('sizes that do, and blocks that inherit from elsewhere', () => {
  checkNginxRule(
    bufferSizes,
    `
http {
  proxy_buffers 8 16k; proxy_buffer_size 16k; proxy_busy_buffers_size 64k; uwsgi_max_temp_file_size 0;
  server { include more.conf; location / { proxy_busy_buffers_size 1; } }
}
`,
  );
  checkNginxRule(bufferSizes, 'location / { proxy_buffer_size 64k; }');
});
