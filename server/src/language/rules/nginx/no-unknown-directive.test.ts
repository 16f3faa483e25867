import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { noUnknownDirective } from './no-unknown-directive.ts';

test('a misspelt name, with what was meant', () => {
  const text = `
http {
  server {
    location / {
      uwgsi_pass 127.0.0.1:1;
     #^^^^^^^^^^ error: unknown directive "uwgsi_pass"; did you mean "uwsgi_pass"?
    }
  }
}
`;
  const [finding] = checkNginxRule(noUnknownDirective, text);
  const [fix] = finding?.fixes ?? [];
  assert.equal(fix?.title, 'Change to "uwsgi_pass"');
  assert.match(applyFix(text, fix), /^ {6}uwsgi_pass 127/m);
});

test('case counts', () => {
  checkNginxRule(
    noUnknownDirective,
    'http {\n  Sendfile on;\n #^^^^^^^^ error: unknown directive "Sendfile"; did you mean "sendfile"?\n}',
  );
});

test('a name that no other resembles', () => {
  checkNginxRule(
    noUnknownDirective,
    'http {\n  frobnicate on;\n #^^^^^^^^^^ error: unknown directive "frobnicate"\n}',
  );
});

test('invisible characters and a missing blank', () => {
  const bom = checkNginxRule(
    noUnknownDirective,
    '\ufeffevents { }\n#<<<<<< error: a byte order mark belongs to this word…\nhttp { }',
  );
  assert.equal(bom[0]?.fixes[0]?.edits[0]?.newText, 'events');
  checkNginxRule(
    noUnknownDirective,
    'http {\n  sendfile\u00a0on;\n #^^^^^^^^^^^ error: an invisible character belongs to this word…\n}',
  );
  const blank = checkNginxRule(
    noUnknownDirective,
    'server {\n  if($a) { }\n #^^^^^^ error: a blank is missing between `if` and `(`\n  location / { }\n}',
  );
  assert.equal(blank[0]?.fixes[0]?.edits[0]?.newText, 'if ($a)');
});

test('a module beside nginx is missing where nothing in the whole configuration loads it', () => {
  checkNginxRule(
    noUnknownDirective,
    `
http {
  lua_package_path "/srv/?.lua;;";
 #^^^^^^^^^^^^^^^^ error: "lua_package_path" needs the module ngx_http_lua_module (Debian package libnginx-mod-http-lua), which no \`load_module\` loads
}
`,
  );
  checkNginxRule(
    noUnknownDirective,
    'load_module modules/ngx_http_lua_module.so;\nhttp { lua_package_path "/srv/?.lua;;"; }\n',
  );
  const file = readNginxFile('http { lua_package_path "/srv/?.lua;;"; }');
  const nginx = {
    version: '1.27.1',
    configureArguments: ['--with-debug', '--add-module=../ngx_lua-0.10.26'],
  };
  const around = { ...file.around, installed: { nginx, uwsgi: undefined } };
  assert.deepEqual(runRule(noUnknownDirective, { ...file, around }), []);
});

test('in a fragment, names of modules beside nginx are remarked only', () => {
  checkNginxRule(
    noUnknownDirective,
    `
server {
  location / {
    echo hello;
   #^^^^ information: "echo" needs the module ngx_http_echo_module (Debian package…
  }
}
`,
  );
});

test('a removed directive names what replaces it', () => {
  checkNginxRule(
    noUnknownDirective,
    `
http {
  limit_zone a $binary_remote_addr 1m;
 #^^^^^^^^^^ error: "limit_zone" was removed in nginx 1.7.6: use "limit_conn_zone"
  ssl on;
 #^^^ error: "ssl" was removed in nginx 1.25.1: use "listen ... ssl"
}
`,
  );
});

test('data, other modules and templates hold no unknown directive', () => {
  checkNginxRule(
    noUnknownDirective,
    `
http {
  map $uri $new { /a /b; default x; hostnames; }
  types { text/x-thing thing; }
  geo $g { 10.0.0.0/8 1; }
  split_clients $a $b { 50% x; * y; }
  server {
    {{ extra }};
    \${EXTRA};
    location / { uwsgi_pass router; }
  }
}
`,
  );
  checkNginxRule(noUnknownDirective, 'text/html html;\ntext/css css;\n');
});

test("names of another release, names of modules of one's own", () => {
  const with1221 = (text: string) => {
    const file = readNginxFile(text);
    const settings = {
      ...file.around.settings,
      nginxVersion: '1.22.1',
      nginxCustomDirectives: ['our_own', 'lua_*'],
    };
    return runRule(noUnknownDirective, { ...file, around: { ...file.around, settings } }).map(
      ({ level, message }) => `${level}: ${message}`,
    );
  };
  assert.deepEqual(with1221('server { http2 on; ssl on; our_own a; lua_x 1; max_headers 5; }'), [
    'error: nginx knows "http2" from 1.25.1 on; these files are for 1.22.1',
    'warning: "ssl" was removed in nginx 1.25.1: use "listen ... ssl"',
  ]);
});
