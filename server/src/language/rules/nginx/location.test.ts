import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { location } from './location.ts';

test('two locations for the same path, an unknown modifier', () => {
  checkNginxRule(
    location,
    `
server {
  location /a {}
  location = /a {}
  location ^~ /a {}
#          ^^^^^ error: a second location for "/a" in this block
  location =/a {}
#          ^^^ error: a second location for exactly "/a" in this block
  location !~ x {}
#          ^^ error: "!~" is no modifier of a location: there are \`=\`, \`~\`, \`~*\` and \`^~\`
}
`,
  );
});

test('locations that cannot stand in the one around', () => {
  checkNginxRule(
    location,
    `
server {
  location /a/ {
    location /b {}
#            ^^ error: "/b" does not begin with "/a/", the path of the location around it
    location @n {}
#            ^^ error: "@n" must stand in the server, not inside a location
    location ~ \\.php$ {
      location /a/x {}
#              ^^^^ error: "/a/x" does not begin with "\\.php$", the path of the location around it
    }
  }
  location = /x {
    location /x/y {}
#            ^^^^ error: no location can stand inside one for exactly "/x"
  }
  location @p {
    location /z {}
#            ^^ error: no location can stand inside "@p"
  }
}
`,
  );
});

test('what nginx takes: the same regular expression or name twice, other servers, inner paths', () => {
  checkNginxRule(
    location,
    `
http {
  server { location / { location /a { location ~ x {} } } location ~ x {} location ~ x {} }
  server { location / {} location @n {} location @n {} location = / {} location {{ p }} {} location {{ p }} {} }
}
`,
  );
});

test('the fix puts the outer path before the inner one', () => {
  const text = 'server { location /a/ { location = /b {} } }';
  const [finding] = runRule(location, readNginxFile(text));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), 'server { location /a/ { location = /a/b {} } }');
});
