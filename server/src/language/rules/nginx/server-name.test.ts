import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { serverName } from './server-name.ts';

test('names that never match', () => {
  checkNginxRule(
    serverName,
    `
server {
  server_name a.test:8080 https://b.test/ c.test, d.test;
#             ^^^^^^^^^^^ warning: never matches: a host has no port
#                         ^^^^^^^^^^^^^^^ warning: never matches: a host has no scheme and no path
#                                         ^^^^^^^ warning: never matches: names are divided by blanks, not by commas
  server_name ^www\\d+\\.e\\.test$;
#             ^^^^^^^^^^^^^^^^^ warning: never matches: an expression begins with \`~\`
}
`,
  );
});

test('names that do', () => {
  checkNginxRule(
    serverName,
    `
server {
  server_name a.test *.b.test c.* .d.test _ "" ~^e\\d+$ [::1] 127.0.0.1 localhost;
  server_name $hostname {{ name }};
}
stream { server { listen 1; } }
`,
  );
});
