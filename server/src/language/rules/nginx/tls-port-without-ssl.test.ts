import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { tlsPortWithoutSsl } from './tls-port-without-ssl.ts';

test('a certificate that nobody sees', () => {
  checkNginxRule(
    tlsPortWithoutSsl,
    `
server {
  listen 443;
#        ^^^ warning: without \`ssl\` this port speaks plain HTTP, and the certificate is never shown
  ssl_certificate a.pem;
  ssl_certificate_key a.key;
}
`,
  );
});

test('ports with TLS, and servers without a certificate', () => {
  checkNginxRule(
    tlsPortWithoutSsl,
    `
http {
  server { listen 443 ssl; ssl_certificate a.pem; }
  server { listen 443; ssl_certificate b.pem; }
  server { listen 8443; }
  server { listen 80; ssl_certificate a.pem; }
  server { listen 127.0.0.1:443; ssl on; ssl_certificate a.pem; }
}
`,
  );
});
