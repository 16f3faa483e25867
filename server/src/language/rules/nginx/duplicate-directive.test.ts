import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { duplicateDirective } from './duplicate-directive.ts';

test('a directive that a block has already', () => {
  checkNginxRule(
    duplicateDirective,
    `
events {}
http {
  gzip on;
  server {
    gzip off;
    root /a;
    gzip on;
#   ^^^^ error: "gzip" is set twice in this block: nginx allows it once
    location /x/ {
      root /b;
      alias /c;
#     ^^^^^ error: "alias" cannot stand beside "root": both say where files are
    }
  }
}
http {}
#<<< error: "http" is set twice in this block: nginx allows it once
`,
  );
});

test('directives that may stand several times, inner blocks, templates', () => {
  checkNginxRule(
    duplicateDirective,
    `
http {
  error_log a; error_log b;
  add_header A b; add_header C d;
  access_log a; access_log b;
  server { listen 80; listen 81; server_name a; server_name b; }
  server { root {{ a }}; root {{ b }}; if ($a) { return 403; } if ($b) { return 404; } }
}
`,
  );
  checkNginxRule(
    duplicateDirective,
    `
server {
  {% if a %}
  root /a;
  {% else %}
  root /b;
  {% endif %}
}
`,
  );
});

test('a directive of a younger nginx is another matter', () => {
  const text = 'server { http2 on; http2 off; }';
  const old = readNginxFile(text);
  const settings = { ...old.around.settings, nginxVersion: '1.22.1' };
  const found = runRule(duplicateDirective, { ...old, around: { ...old.around, settings } });
  assert.equal(found.length, 0);
  assert.equal(runRule(duplicateDirective, old).length, 1);
});

test('the fix takes the second one out with its line', () => {
  const text = 'server {\n  root /a;\n  root /b;\n}\n';
  const [finding] = runRule(duplicateDirective, readNginxFile(text));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), 'server {\n  root /a;\n}\n');
});
