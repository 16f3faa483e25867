import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { uwsgiParamName } from './uwsgi-param-name.ts';

test('names that uWSGI does not compare equal', () => {
  checkNginxRule(
    uwsgiParamName,
    `
location / {
  uwsgi_param UWSGI_FASTROUTER_KEYS app;
#             ^^^^^^^^^^^^^^^^^^^^^ warning: uWSGI does not know UWSGI_FASTROUTER_KEYS; did you mean UWSGI_FASTROUTER_KEY?
  uwsgi_param UWSGI_CALABLE app;
#             ^^^^^^^^^^^^^ warning: uWSGI does not know UWSGI_CALABLE; did you mean UWSGI_CALLABLE?
  uwsgi_param Path-Info $uri;
#             ^^^^^^^^^ warning: uWSGI does not know Path-Info; did you mean PATH_INFO?
  uwsgi_param uwsgi_script app;
#             ^^^^^^^^^^^^ warning: uWSGI does not know uwsgi_script; did you mean UWSGI_SCRIPT?
}
`,
  );
});

test('names that it knows, and names of the application', () => {
  checkNginxRule(
    uwsgiParamName,
    `
location / {
  uwsgi_param UWSGI_FASTROUTER_KEY app;
  uwsgi_param REQUEST_URL $uri;
  uwsgi_param REQUEST_ID $request_id;
  uwsgi_param HTTP_X_ANY a;
  uwsgi_param UWSGI_SOMETHING_ELSE a;
  uwsgi_param WSGI_ENV prod;
}
`,
  );
});
