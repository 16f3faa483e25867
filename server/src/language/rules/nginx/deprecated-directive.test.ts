import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { deprecatedDirective } from './deprecated-directive.ts';

const text = `
http {
  http2_max_requests 5;
 #^^^^^^^^^^^^^^^^^^ warning: "http2_max_requests" does nothing from nginx 1.19.7 on: use "keepalive_requests"
  server { listen 443 ssl http2; http2_push_preload on; }
#                         ^^^^^ warning: from nginx 1.25.1 on, \`http2 on;\` in the server takes the place of this
#                                ^^^^^^^^^^^^^^^^^^ warning: "http2_push_preload" does nothing from nginx 1.25.1 on
  server { listen 80; http2 on; }
}
`;

test('what nginx warns about', () => {
  checkNginxRule(deprecatedDirective, text);
});

test('an older nginx warns about less', () => {
  const file = readNginxFile(text);
  const settings = { ...file.around.settings, nginxVersion: '1.22.1' };
  const found = runRule(deprecatedDirective, { ...file, around: { ...file.around, settings } });
  assert.deepEqual(
    found.map(({ message, tag }) => [message.split(' ')[0], tag]),
    [['"http2_max_requests"', 'deprecated']],
  );
});
