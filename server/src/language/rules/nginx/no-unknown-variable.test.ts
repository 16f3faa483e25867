import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { snapshot } from '../../testing/workspace.ts';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { noUnknownVariable } from './no-unknown-variable.ts';

test('variables that nothing defines', () => {
  checkNginxRule(
    noUnknownVariable,
    `
events {}
http {
  include mime.types;
  log_format a "$hsot $1";
#               ^^^^^ error: nothing defines the variable "$hsot"; did you mean "$host"?
#                     ^^ error: nothing defines the variable "$1"…
  map $uri $mine { a $nope_at_all_x; }
#                    ^^^^^^^^^^^^^^ error: nothing defines the variable "$nope_at_all_x"
  server {
    if ($uwsgi_script_name_q) { return 403; }
#       ^^^^^^^^^^^^^^^^^^^^ error: nothing defines the variable "$uwsgi_script_name_q"
    location / { memcached_pass 127.0.0.1:1; }
#                ^^^^^^^^^^^^^^ error: nothing defines the variable "$memcached_key"
  }
}
`,
  );
});

test('variables that are defined: before or behind, in any case, by groups, by families', () => {
  checkNginxRule(
    noUnknownVariable,
    `
events {}
http {
  log_format a "$MINE $arg_x $http_y $upstream_http_z $year";
  server {
    server_name ~^(?<sub>a)$ $nope;
    location ~ ^/(?<year>\\d+)(.*)$ { return 200 "$sub $2 $Host"; }
    set $mine 1;
    proxy_redirect ~(?<there>x) $there;
  }
}
`,
  );
});

test('a fragment, an unknown include, a module that nobody knows: silence', () => {
  checkNginxRule(noUnknownVariable, 'server { return 200 $nope; }');
  checkNginxRule(noUnknownVariable, 'http { include conf.d/*.conf; server { return 200 $nope; } }');
  checkNginxRule(noUnknownVariable, 'http { echo_status 1; server { return 200 $nope; } }');
  checkNginxRule(
    noUnknownVariable,
    'load_module modules/ngx_http_x_module.so; http { server { return 200 $nope; } }',
  );
});

test('a variable of a younger nginx', () => {
  const file = readNginxFile('events {} http { server { return 200 $http3$request_port; } }');
  const settings = { ...file.around.settings, nginxVersion: '1.22.1' };
  const found = runRule(noUnknownVariable, { ...file, around: { ...file.around, settings } });
  assert.deepEqual(
    found.map(({ message }) => message),
    [
      '"$http3" is there from nginx 1.25.0 on, not in 1.22.1',
      '"$request_port" is there from nginx 1.29.3 on, not in 1.22.1',
    ],
  );
  assert.deepEqual(runRule(noUnknownVariable, file), []);
});

test('the fix keeps the braces', () => {
  const text = 'http { server { return 200 "${hsot}s"; } }';
  const [finding] = runRule(noUnknownVariable, readNginxFile(text));
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(text, fix), 'http { server { return 200 "${host}s"; } }');
});

test('the files of a configuration share their variables', () => {
  const findings = createLanguage().check(
    snapshot({
      '/w/nginx.conf': 'events {}\nhttp {\n  include conf.d/*.conf;\n}\n',
      '/w/conf.d/a.conf': 'server { listen 1; return 200 "$theirs $nobodys"; }\n',
      '/w/conf.d/b.conf': 'map $host $theirs { a b; }\n',
    }),
  );
  const messages = [...findings].flatMap(([path, found]) =>
    found
      .filter(({ rule }) => rule === noUnknownVariable.id)
      .map(({ message }) => `${path}: ${message}`),
  );
  assert.deepEqual(messages, ['/w/conf.d/a.conf: nothing defines the variable "$nobodys"']);
});
