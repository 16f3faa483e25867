import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { duplicateHeader } from './duplicate-header.ts';

test('headers and parameters that are sent twice', () => {
  checkNginxRule(
    duplicateHeader,
    `
server {
  add_header X-Frame-Options DENY;
  add_header x-frame-options SAMEORIGIN;
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: x-frame-options is sent twice: this does not replace the first one
  location / {
    proxy_set_header Host $host;
    proxy_set_header Host $http_host;
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Host is sent twice: this does not replace the first one
    uwsgi_param PATH_INFO $document_uri;
    uwsgi_param PATH_INFO $uri;
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: PATH_INFO is sent twice: the application most likely sees this value only
  }
}
`,
  );
});

test('headers that may come twice, and lines of other blocks', () => {
  checkNginxRule(
    duplicateHeader,
    `
server {
  add_header Vary Accept;
  add_header Vary Cookie;
  add_header X-A $a;
  add_header X-A $b;
  add_header X-Frame-Options DENY;
  location / {
    add_header X-Frame-Options DENY;
    uwsgi_param HTTPS on;
    uwsgi_param HTTPS $https if_not_empty;
    uwsgi_param https $https;
    uwsgi_param HTTP_PROXY "";
    include uwsgi_params;
  }
}
`,
  );
});
