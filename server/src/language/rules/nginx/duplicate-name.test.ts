import { test } from 'node:test';
import { checkNginxRule } from '../../testing/nginx-fixture.ts';
import { duplicateName } from './duplicate-name.ts';

test('names that are taken', () => {
  checkNginxRule(
    duplicateName,
    `
thread_pool a threads=1; thread_pool a threads=2;
#                                    ^ error: there is a thread pool "a" already
http {
  upstream u { server a; }
  upstream U { server a; }
#          ^ error: there is an upstream "U" already
  log_format f a; log_format f b;
#                            ^ error: there is a log format "f" already
  limit_req_zone $uri zone=z:1m rate=1r/s;
  limit_req_zone $uri zone=z:1m rate=1r/s;
#                     ^^^^^^^^^ error: there is a zone "z" already
  limit_conn_zone $uri zone=z:1m;
#                      ^^^^^^^^^ error: the zone "z" belongs to "limit_req_zone" already
  proxy_cache_path a keys_zone=p:1m; uwsgi_cache_path a keys_zone=q:1m;
#                                                     ^ error: another cache lives in "a" already
  charset_map koi8-r utf-8 { } charset_map utf-8 koi8-r { }
#                                          ^^^^^ error: there is a map between "utf-8" and "koi8-r" already
  server { ssl_session_cache shared:s:1m; }
  server { ssl_session_cache shared:s:2m; proxy_cache z; }
#                            ^^^^^^^^^^^ error: the zone "s" has another size already: nginx wants one size for all
#                                                     ^ error: the zone "z" belongs to "limit_req_zone" already
}
`,
  );
});

test('names that may be there twice', () => {
  checkNginxRule(
    duplicateName,
    `
http {
  upstream u { server a; zone z 64k; } upstream v { server a; zone z 64k; }
  log_format f a; log_format F a;
  server { ssl_session_cache shared:s:1m; } server { ssl_session_cache shared:s:1024k; limit_req zone=z; }
  upstream {{ a }} { server a; } upstream {{ a }} { server a; }
}
stream { upstream u { server a:1; } }
`.replace('limit_req zone=z; ', ''),
  );
});
