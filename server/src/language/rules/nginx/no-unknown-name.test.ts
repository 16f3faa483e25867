import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { applyFix, runRule } from '../../testing/rule-fixture.ts';
import { snapshot } from '../../testing/workspace.ts';
import { noUnknownName } from './no-unknown-name.ts';

test('names that no file declares', () => {
  checkNginxRule(
    noUnknownName,
    `
thread_pool mine threads=1;
events {}
http {
  access_log a early;
#              ^^^^^ error: the log format "early" is declared only below: nginx must know it here
  log_format early a;
  access_log a eraly;
#              ^^^^^ error: no log format has the name "eraly"; did you mean "early"?
  limit_req_zone $uri zone=requests:1m rate=1r/s;
  uwsgi_cache_path c keys_zone=pages:1m;
  upstream router { server 127.0.0.1:1; zone nosize; }
#                                            ^^^^^^ error: the zone "nosize" needs its size, such as \`64k\`, at least once
  server {
    limit_req zone=request burst=1;
#             ^^^^^^^^^^^^ error: no zone of shared memory has the name "request"; did you mean "requests"?
    limit_conn perip 1;
#              ^^^^^ error: no zone of shared memory has the name "perip"
    uwsgi_cache page;
#               ^^^^ error: no cache has the name "page"; did you mean "pages"?
    aio threads=mnie;
#       ^^^^^^^^^^^^ error: no thread pool has the name "mnie"; did you mean "mine"?
    location / { uwsgi_pass ruoter; }
#                           ^^^^^^ error: no upstream has the name "ruoter", and an address needs a port; did you mean "router"?
    location /a { fastcgi_pass localhost; }
#                              ^^^^^^^^^ error: no upstream has the name "localhost", and an address needs a port
    location /b { proxy_pass http://Router:80/; }
#                            ^^^^^^^^^^^^^^^^^ error: "Router" is an upstream, which has ports of its own: leave ":80" out
  }
}
`,
  );
});

test('names that are there, that nginx has, or that are known at the request only', () => {
  checkNginxRule(
    noUnknownName,
    `
events {}
http {
  access_log a combined; access_log off; log_format Main a; access_log a main;
  limit_req_zone $uri zone=a:1m rate=1r/s; proxy_cache_path c keys_zone=p:1m;
  upstream u { server 127.0.0.1:1; zone shared 64k; } upstream v { server 127.0.0.1:1; zone shared; }
  server {
    limit_req zone=a; proxy_cache p; aio threads; location /f { aio threads=default; }
    location / { uwsgi_pass U; } location /a { uwsgi_pass $b; proxy_cache $c; }
    location /b { proxy_pass http://elsewhere; } location /c { uwsgi_pass unix:/a; } location /d { scgi_pass a:1; }
    location /e { uwsgi_pass {{ a }}; limit_req zone={{ z }}; proxy_cache off; }
  }
}
`,
  );
});

test('in a fragment, another file may declare them', () => {
  checkNginxRule(
    noUnknownName,
    'server { access_log a main; limit_req zone=z; location / { uwsgi_pass router; } }',
  );
  const findings = createLanguage().check(
    snapshot({
      '/w/nginx.conf': 'events {}\nhttp {\n  include conf.d/*.conf;\n}\n',
      '/w/conf.d/a.conf':
        'server { listen 1; access_log a mine; location / { fastcgi_pass nobody; } }\n',
      '/w/conf.d/b.conf': 'log_format mine a;\n',
    }),
  );
  const found = [...findings.values()].flat().filter(({ rule }) => rule === noUnknownName.id);
  assert.deepEqual(
    found.map(({ message }) => message),
    ['no upstream has the name "nobody", and an address needs a port'],
  );
});

test('fixes keep what stands around the name', () => {
  const text = `http {
  limit_req_zone $uri zone=requests:1m rate=1r/s;
  upstream router { server a:1; }
  server { limit_req "zone=request"; location / { uwsgi_pass uwsgi://ruoter; } }
}`;
  const mended = runRule(noUnknownName, readNginxFile(text)).reduce((before, finding) => {
    const fix = finding.fixes.find(({ preferred }) => preferred);
    return fix && before === text ? applyFix(before, fix) : before;
  }, text);
  assert.match(mended, /"zone=requests"/);
  const last = runRule(noUnknownName, readNginxFile(text)).at(-1)?.fixes[0];
  assert.ok(last);
  assert.match(applyFix(text, last), /uwsgi:\/\/router;/);
});
