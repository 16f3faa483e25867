import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNginxRule, readNginxFile } from '../../testing/nginx-fixture.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { upstream } from './upstream.ts';

test('upstreams without a server that nginx would use', () => {
  checkNginxRule(
    upstream,
    `
http {
  upstream a { keepalive 4; }
#          ^ error: upstream "a" has no server
  upstream b { server 127.0.0.1:1 backup; server 127.0.0.1:2 weight=2 backup; }
#          ^ error: all servers of upstream "b" are \`backup\`: nginx wants one that is not
  upstream c { ip_hash; server 127.0.0.1:1; server 127.0.0.1:2 backup; }
#                                                              ^^^^^^ error: "ip_hash" knows no \`backup\` servers
  upstream e { server a.example resolve; }
#                               ^^^^^^^ error: \`resolve\` needs a \`zone\` in the upstream, where nginx keeps the addresses
  upstream f { zone z 64k; server a.example resolve; }
#                                           ^^^^^^^ error: \`resolve\` needs a \`resolver\` in http or in the upstream…
  upstream d { least_conn; random; server 127.0.0.1:1; }
#                          ^^^^^^ warning: "random" takes the place of "least_conn" above
}
`,
  );
});

test('upstreams that nginx takes', () => {
  checkNginxRule(
    upstream,
    `
http {
  upstream a { server 127.0.0.1:1; server 127.0.0.1:2 backup; ip_hash; }
  upstream b { include servers.conf; }
  upstream c { least_conn; server 127.0.0.1:1; server 127.0.0.1:2 backup; }
  upstream d { balancer_by_lua_block { x() } }
  upstream e { {{ servers }}; }
  upstream f { zone z 64k; resolver 127.0.0.53; server a.example resolve; }
}
`,
  );
  checkNginxRule(
    upstream,
    'http { resolver 127.0.0.53; upstream a { zone z 64k; server a.example resolve; } }',
  );
  checkNginxRule(
    upstream,
    'http { include more.conf; upstream a { zone z 64k; server a.example resolve; } }',
  );
});

test('the line that nginx names is told beside', () => {
  const text = 'http {\n  upstream a {\n    keepalive 4;\n  }\n}\n';
  const [finding] = runRule(upstream, readNginxFile(text));
  const [beside] = finding?.related ?? [];
  assert.equal(beside?.noticed, true);
  assert.equal(beside.span.start, text.indexOf('}'));
});

test('a method behind keepalive, up to 1.29.6', () => {
  const file = readNginxFile('upstream a { keepalive 4; ip_hash; server 127.0.0.1:1; }');
  const with1221 = { ...file.around.settings, nginxVersion: '1.22.1' };
  const found = runRule(upstream, { ...file, around: { ...file.around, settings: with1221 } });
  assert.deepEqual(
    found.map(({ level, message }) => [level, message]),
    [['warning', '"ip_hash" must stand before "keepalive", else nginx drops the kept connections']],
  );
  assert.deepEqual(runRule(upstream, file), []);
});
