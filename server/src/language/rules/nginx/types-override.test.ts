import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { typesOverride } from './types-override.ts';

test('types that take away all others', () => {
  checkNginxRule(
    typesOverride,
    `
http {
  include mime.types;
  server {
    types { application/wasm wasm; }
#   ^^^^^ information: these types replace those of the block around: all other files lose theirs
  }
}
`,
  );
});

test('types that do not', () => {
  checkNginxRule(
    typesOverride,
    `
http {
  include mime.types;
  types { application/wasm wasm; }
  server { types { } default_type text/plain; }
  server { types { include mime.types; application/wasm wasm; } }
  server { location /wasm/ { types { application/wasm wasm; } } }
}
`,
  );
  checkNginxRule(typesOverride, 'http { server { types { a/b c; } } }');
});
