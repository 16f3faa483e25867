import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { namedLocationMissing } from './named-location-missing.ts';

test('names that the server does not have', () => {
  checkNginxRule(
    namedLocationMissing,
    `
http {
  server {
    error_page 502 = @maintenance;
#                    ^^^^^^^^^^^^ warning: this server has no location @maintenance
    location / { try_files $uri @ap; }
#                               ^^^ warning: this server has no location @ap; did you mean @app?
    location @app { uwsgi_pass 127.0.0.1:3031; }
  }
  server { location @maintenance { return 503; } }
}
`,
  );
});

test('names that it has, or may have', () => {
  checkNginxRule(
    namedLocationMissing,
    `
http {
  server {
    location / { try_files $uri @app; }
    location @app { include uwsgi_params; uwsgi_pass 127.0.0.1:3031; }
  }
  server {
    include locations/*.conf;
    location / { try_files $uri @other; }
  }
  server { location / { try_files $uri @$name; } }
}
`,
  );
  checkNginxRule(namedLocationMissing, 'location / { try_files $uri @app; }');
});
