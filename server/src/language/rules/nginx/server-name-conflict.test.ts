import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { snapshot } from '../../testing/workspace.ts';
import { serverNameConflict } from './server-name-conflict.ts';

test('names that nginx refuses, and names that are taken', () => {
  checkNginxRule(
    serverNameConflict,
    `
http {
  server { listen 80; server_name * . ~; }
#                                 ^ error: "*" is no name of a server
#                                   ^ error: "." is no name of a server
#                                     ^ error: the regular expression behind \`~\` is missing
  server { listen 81; server_name a.example *.a.example; }
  server { listen *:81; server_name A.example; }
#                                   ^^^^^^^^^ warning: another server at 0.0.0.0:81 has the name "A.example" already: this one is never chosen by it
  server { listen 81; server_name a.*.b; }
#                                 ^^^^^ error: "a.*.b" is no name of a server…
}
`,
  );
});

test('names that are right, and one address with a single server', () => {
  checkNginxRule(
    serverNameConflict,
    `
http {
  server { listen 80; server_name a.example .b.example c.* _ "" ~^d$ $hostname {{ e }}; }
  server { listen 81; server_name a.example; }
  server { listen 82; server_name a.*.b; }
  server { listen 83; server_name ~^x$; } server { listen 83; server_name ~^x$; }
}
`,
  );
});

test('the files of a configuration share their addresses', () => {
  const findings = createLanguage().check(
    snapshot({
      '/w/nginx.conf': 'events {}\nhttp {\n  include conf.d/*.conf;\n}\n',
      '/w/conf.d/a.conf': 'server { listen 1; server_name x; }\n',
      '/w/conf.d/b.conf': 'server { listen 1; server_name x; }\n',
    }),
  );
  const found = [...findings.values()].flat().filter(({ rule }) => rule === serverNameConflict.id);
  assert.deepEqual(
    found.map(({ path }) => path),
    ['/w/conf.d/b.conf'],
  );
});
