import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { unreachableAccess } from './unreachable-access.ts';

test('lines behind the one for all', () => {
  checkNginxRule(
    unreachableAccess,
    `
location /admin {
  deny all;
  allow 127.0.0.1;
# ^^^^^^^^^^^^^^^ warning: never asked: \`deny all\` stands before it, and the first line that fits decides
}
`,
  );
});

test('lists in order, and lists of several blocks', () => {
  checkNginxRule(
    unreachableAccess,
    `
server {
  deny all;
  location /a { allow 127.0.0.1; deny all; }
  location /b { deny 10.0.0.1; allow all; }
}
`,
  );
});

test('the line for all moves to the end', () => {
  const text = 'location / {\n  deny all;\n  allow 127.0.0.1;\n}\n';
  const [finding] = runRule(unreachableAccess, readNginxFile(text));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), 'location / {\n  allow 127.0.0.1;\n  deny all;\n}\n');
});
