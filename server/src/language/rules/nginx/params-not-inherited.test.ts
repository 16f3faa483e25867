import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { paramsNotInherited } from './params-not-inherited.ts';

test('parameters that a block loses by one of its own', () => {
  checkNginxRule(
    paramsNotInherited,
    `
http {
  uwsgi_param REQUEST_METHOD $request_method;
  uwsgi_param PATH_INFO $document_uri;
  server {
    location / {
      uwsgi_param UWSGI_FASTROUTER_KEY app;
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: this \`uwsgi_param\` makes the block lose REQUEST_METHOD, PATH_INFO of \`http\`
      uwsgi_pass unix:/a;
    }
    location /php/ {
      fastcgi_param SCRIPT_FILENAME /a;
    }
  }
}
`,
  );
});

test('parameters that are repeated, or set at one level only', () => {
  checkNginxRule(
    paramsNotInherited,
    `
http {
  uwsgi_param REQUEST_METHOD $request_method;
  server {
    location /a {
      uwsgi_param REQUEST_METHOD $request_method;
      uwsgi_param UWSGI_FASTROUTER_KEY app;
    }
    location /b {
      include uwsgi_params;
      uwsgi_param UWSGI_FASTROUTER_KEY app;
    }
    location /c { include app_params; uwsgi_param UWSGI_FASTROUTER_KEY app; }
    location /d { uwsgi_pass unix:/a; }
  }
}
`,
  );
});
