import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { sslCertificate } from './ssl-certificate.ts';

test('TLS without what it needs', () => {
  checkNginxRule(
    sslCertificate,
    `
http {
  server { listen 443 ssl; server_name a; }
#                 ^^^ error: no certificate is set for "443", which speaks TLS
  server { listen 444 ssl; ssl_certificate a; }
#                          ^^^^^^^^^^^^^^^ error: this certificate has no \`ssl_certificate_key\`
  server { listen 445 ssl; ssl_certificate a; ssl_certificate b; ssl_certificate_key b; }
#                                             ^^^^^^^^^^^^^^^ error: there are 2 certificates here, but 1 \`ssl_certificate_key\`
  server { listen 446 ssl; ssl_certificate a; ssl_certificate_key b; ssl_verify_client on; }
#                                                                                      ^^ error: clients cannot be checked without \`ssl_client_certificate\`
  server { listen 447 ssl; ssl_reject_handshake on; }
  server { listen 447 ssl; }
#                 ^^^ error: no certificate is set for "447", which speaks TLS
}
`,
  );
});

test('what comes from around, from the default server, or from an included file', () => {
  checkNginxRule(
    sslCertificate,
    `
http {
  ssl_certificate_key k;
  server { listen 443 ssl; ssl_certificate a; }
  server { listen 443 ssl; }
  server { listen 444 ssl; include tls.conf; }
  server { listen 445; }
  server { ssl_verify_client on; }
  server { listen 446 ssl; ssl_certificate a; ssl_verify_client optional_no_ca; }
}
`.replace('include tls.conf', 'include uwsgi_params; ssl_certificate a'),
  );
  checkNginxRule(sslCertificate, 'http { server { listen 444 ssl; include tls.conf; } }');
  checkNginxRule(sslCertificate, 'server { listen 443 ssl; }');
});
