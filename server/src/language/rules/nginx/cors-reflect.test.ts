import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { corsReflect } from './cors-reflect.ts';

test('every origin, with cookies', () => {
  checkNginxRule(
    corsReflect,
    `
location /api/ {
  add_header Access-Control-Allow-Origin $http_origin always;
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: every site may read this with the visitor's cookies: the origin is whichever one asks
  add_header Access-Control-Allow-Credentials true always;
}
`,
  );
});

test('origins of a map, origins that are tested, and no cookies', () => {
  checkNginxRule(
    corsReflect,
    `
location /a/ {
  add_header Access-Control-Allow-Origin $allowed_origin;
  add_header Access-Control-Allow-Credentials true;
}
location /b/ {
  add_header Access-Control-Allow-Origin $http_origin;
}
location /c/ {
  if ($http_origin ~ ^https://a\\.test$) {
    add_header Access-Control-Allow-Origin $http_origin;
    add_header Access-Control-Allow-Credentials true;
  }
}
`,
  );
});
