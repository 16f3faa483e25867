import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { proxyPass } from './proxy-pass.ts';

test('a path where nginx allows none, what stands in the wrong order or company', () => {
  checkNginxRule(
    proxyPass,
    `
server {
  location ~ a { proxy_pass http://b/; }
#                           ^^^^^^^^^ error: "proxy_pass" takes no path ("/") inside a location of a regular expression
  location @n { proxy_pass http://unix:/a:/x; }
#                          ^^^^^^^^^^^^^^^^^ error: "proxy_pass" takes no path ("/x") inside a named location
  location / {
    proxy_redirect default;
#   ^^^^^^^^^^^^^^ error: \`proxy_redirect default\` must stand below the \`proxy_pass\` of its block
    proxy_pass http://b/x;
    if ($a) { proxy_pass http://b?x; }
#                        ^^^^^^^^^^ error: "proxy_pass" takes no path ("?x") inside \`if\`
    limit_except GET { proxy_pass http://b/; }
#                                 ^^^^^^^^^ error: "proxy_pass" takes no path ("/") inside \`limit_except\`
  }
  location /a { uwsgi_cache a; uwsgi_store on; proxy_pass $b; proxy_redirect default; }
#                              ^^^^^^^^^^^ error: "uwsgi_store" cannot stand beside "uwsgi_cache"
#                                                             ^^^^^^^^^^^^^^ error: \`proxy_redirect default\` means nothing beside a \`proxy_pass\` with variables
}
`,
  );
});

test('what nginx takes', () => {
  checkNginxRule(
    proxyPass,
    `
server {
  location /a { proxy_pass http://b/x; proxy_redirect default; uwsgi_cache off; uwsgi_store on; }
  location ~ b { proxy_pass http://b; proxy_redirect off; }
  location ~ c { proxy_pass http://b/$1; }
  location @d { proxy_pass http://unix:/a; include pass.conf; proxy_redirect default; }
}
`,
  );
});

test('the fix leaves the address', () => {
  const mended = (text: string) => {
    const [fix] = runRule(proxyPass, readNginxFile(text))[0]?.fixes ?? [];
    assert.ok(fix);
    return applyFix(text, fix);
  };
  assert.equal(
    mended('location ~ a { proxy_pass "http://b/x"; }'),
    'location ~ a { proxy_pass "http://b"; }',
  );
  assert.equal(
    mended('location ~ a { proxy_pass http://unix:/a:/x; }'),
    'location ~ a { proxy_pass http://unix:/a; }',
  );
});
