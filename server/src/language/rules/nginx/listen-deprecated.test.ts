import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultLanguageSettings } from '../../../../../shared/settings.ts';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { listenDeprecated } from './listen-deprecated.ts';

test('parameters of the past', () => {
  checkNginxRule(
    listenDeprecated,
    `
server {
  listen 443 ssl http2;
#                ^^^^^ information: nginx 1.25.1 and later warn at this: \`http2 on;\` takes its place
  listen 80 default;
#           ^^^^^^^ information: \`default\` is the old name of \`default_server\`
}
`,
  );
});

test('parameters of today', () => {
  checkNginxRule(listenDeprecated, 'server { listen 443 ssl default_server; http2 on; }');
});

test('http2 belongs to listen before 1.25.1', () => {
  const settings = { ...defaultLanguageSettings, nginxVersion: '1.22.1' };
  const text = 'server { listen 443 ssl http2; }';
  assert.deepEqual(runRule(listenDeprecated, readNginxFile(text, undefined, { settings })), []);
});

test('the directive takes the place of the parameter', () => {
  const text = 'server {\n  listen 443 ssl http2 reuseport;\n}\n';
  const [finding] = runRule(listenDeprecated, readNginxFile(text));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), 'server {\n  listen 443 ssl reuseport;\n  http2 on;\n}\n');
});
