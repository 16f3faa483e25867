import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { uwsgiParamsMissing } from './uwsgi-params-missing.ts';

test('an application that is told nothing of the request', () => {
  checkNginxRule(
    uwsgiParamsMissing,
    `
http {
  include mime.types;
  server {
    include uwsgi_params;
    location / {
      uwsgi_param UWSGI_FASTROUTER_KEY a;
      uwsgi_pass 127.0.0.1:3031;
#     ^^^^^^^^^^^^^^^^^^^^^^^^^ warning: the application gets UWSGI_FASTROUTER_KEY, but no REQUEST_METHOD, PATH_INFO or QUERY_STRING: \`include uwsgi_params\` is missing
    }
  }
  server {
    location / {
      uwsgi_pass 127.0.0.1:3031;
#     ^^^^^^^^^^^^^^^^^^^^^^^^^ warning: the application gets no REQUEST_METHOD, PATH_INFO or QUERY_STRING: \`include uwsgi_params\` is missing
    }
  }
}
`,
  );
});

test('an application that is told, or may be', () => {
  checkNginxRule(
    uwsgiParamsMissing,
    `
http {
  server {
    location /a {
      include uwsgi_params;
      uwsgi_param UWSGI_FASTROUTER_KEY a;
      uwsgi_pass 127.0.0.1:3031;
    }
    location /b {
      include snippets/app.conf;
      uwsgi_pass 127.0.0.1:3031;
    }
    location /c {
      uwsgi_param REQUEST_METHOD $request_method;
      uwsgi_pass 127.0.0.1:3031;
    }
    location /d {
      proxy_pass http://127.0.0.1:8080;
    }
  }
  server {
    include /etc/nginx/uwsgi_params;
    location / {
      uwsgi_pass 127.0.0.1:3031;
    }
  }
}
`,
  );
  // A fragment may be included where the parameters are.
  checkNginxRule(uwsgiParamsMissing, 'location / { uwsgi_pass 127.0.0.1:3031; }');
});

test('the standard parameters come before those of the block', () => {
  const text =
    'http { server { location / { uwsgi_pass unix:/a; uwsgi_param UWSGI_FASTROUTER_KEY a; } } }';
  const [finding] = runRule(uwsgiParamsMissing, readNginxFile(text));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(
    applyFix(text, fix),
    'http { server { location / { uwsgi_pass unix:/a; include uwsgi_params; uwsgi_param UWSGI_FASTROUTER_KEY a; } } }',
  );
});
