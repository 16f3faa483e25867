import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { locationShadowed } from './location-shadowed.ts';

test('locations that expressions keep everything from', () => {
  checkNginxRule(
    locationShadowed,
    `
server {
  location /api/v1/ { return 200 a; }
#          ^^^^^^^^ warning: never answers: an expression beside it matches all of its paths, and expressions win
  location ~ ^/api/ { return 200 b; }
  location ~ ^/api/v2/\\d+$ { return 200 c; }
#          ^^^^^^^^^^^^^^^ warning: never answers: the expression above matches all of its paths
  location ~ ^/api/ { return 200 d; }
#          ^^^^^^^^ warning: never answers: the expression above matches all of its paths
}
`,
  );
});

test('locations that get something', () => {
  checkNginxRule(
    locationShadowed,
    `
server {
  location ^~ /api/v1/ { return 200 a; }
  location = /api/x { return 200 a; }
  location /static/ { root /srv; }
  location ~ ^/api/v2/\\d+$ { return 200 c; }
  location ~ ^/api/ { return 200 b; }
  location ~ \\.css$ { root /srv; }
  location ~ ^/stat$ { return 404; }
  location ~ ^/ap { return 404; }
}
server { location /api/ { return 404; } }
`,
  );
});
