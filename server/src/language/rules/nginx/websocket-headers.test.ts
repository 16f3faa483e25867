import { test } from 'node:test';
import { defaultLanguageSettings } from '../../../../../shared/settings.ts';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { websocketHeaders } from './websocket-headers.ts';

const given = { settings: { ...defaultLanguageSettings, nginxVersion: '1.22.1' } };

test('an upgrade that nobody takes up', () => {
  checkNginxRule(
    websocketHeaders,
    `
location /ws/ {
  proxy_set_header Upgrade $http_upgrade;
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: a WebSocket needs \`proxy_set_header Connection "upgrade";\` as well
  proxy_pass http://127.0.0.1:8000;
}
`,
  );
});

test('upgrades that work, and none', () => {
  checkNginxRule(
    websocketHeaders,
    `
http {
  proxy_http_version 1.1;
  server {
    location /ws/ {
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
    }
    location /a { proxy_set_header Upgrade ""; }
    location /b { proxy_set_header Upgrade $http_upgrade; include proxy_headers; }
  }
}
`,
    undefined,
    given,
  );
});
