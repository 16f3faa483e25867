import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { meaninglessValue } from './meaningless-value.ts';

test('values that nginx leaves out', () => {
  checkNginxRule(
    meaninglessValue,
    `
server {
  allow 10.0.0.1/8;
#       ^^^^^^^^^^ warning: only the first bits of "10.0.0.1/8" count: nginx reads 10.0.0.0/8
  gzip_types text/css text/html text/css;
#                     ^^^^^^^^^ warning: "text/html" always belongs to "gzip_types"
#                               ^^^^^^^^ warning: "text/css" is there already
  ssl_protocols TLSv1.3 TLSv1.3;
#                       ^^^^^^^ warning: "TLSv1.3" is there already
}
`,
  );
});

test('values that count', () => {
  checkNginxRule(
    meaninglessValue,
    'server { allow 10.0.0.0/8; deny 10.1.2.3; deny all; allow 10.1.2.3/32; gzip_types text/css *; error_page 404 404 /x; }',
  );
});

test('fixes', () => {
  const mended = (text: string) => {
    const [fix] = runRule(meaninglessValue, readNginxFile(text))[0]?.fixes ?? [];
    assert.ok(fix);
    return applyFix(text, fix);
  };
  assert.equal(mended('server { deny 10.1.2.3/16; }'), 'server { deny 10.1.0.0/16; }');
  assert.equal(
    mended('server { gzip_types text/html text/css; }'),
    'server { gzip_types text/css; }',
  );
});
