import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { weakTlsProtocols } from './weak-tls-protocols.ts';

test('protocols of the past', () => {
  checkNginxRule(
    weakTlsProtocols,
    `
http {
  ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: TLSv1, TLSv1.1 are no longer safe
  server {
    ssl_protocols SSLv3;
#                 ^^^^^ warning: SSLv3 is no longer safe
    proxy_ssl_protocols TLSv1.1 TLSv1.2;
#                       ^^^^^^^^^^^^^^^ information: TLSv1.1 is no longer safe
  }
}
`,
  );
});

test('protocols of today', () => {
  checkNginxRule(
    weakTlsProtocols,
    `
http {
  ssl_protocols TLSv1.2 TLSv1.3;
  server { ssl_protocols TLSv1.3; }
}
`,
  );
});
