import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { weakTlsCiphers } from './weak-tls-ciphers.ts';

test('ciphers that protect nothing', () => {
  checkNginxRule(
    weakTlsCiphers,
    `
http {
  ssl_ciphers ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-RC4-SHA:DES-CBC3-SHA;
#                                         ^^^^^^^^^^^^^^^^^ warning: ECDHE-RSA-RC4-SHA: RC4 is no protection any more
#                                                           ^^^^^^^^^^^^ warning: DES-CBC3-SHA: 3DES is no protection any more
  server { ssl_ciphers "HIGH:aNULL"; }
#                            ^^^^^ warning: aNULL: ANULL is no protection any more
  server { ssl_ciphers RC4; }
#                      ^^^ warning: RC4: RC4 is no protection any more
}
`,
  );
});

test('ciphers that do, and those that are taken away', () => {
  checkNginxRule(
    weakTlsCiphers,
    `
http {
  ssl_ciphers HIGH:!aNULL:!MD5:!RC4:-3DES;
  server { ssl_ciphers ECDHE-ECDSA-CHACHA20-POLY1305:DHE-RSA-AES256-GCM-SHA384; }
  server { ssl_ciphers RC4-SHA:HIGH:!RC4; }
}
`,
  );
});
