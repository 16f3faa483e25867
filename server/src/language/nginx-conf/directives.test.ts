import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allDirectiveNames, arityAllows, directivesNamed } from './directives.ts';

test('knows every definition of a name', () => {
  const opens = directivesNamed('server').map((entry) => entry.opens);
  for (const context of ['server', 'stream server', 'mail server', 'rtmp server', undefined])
    assert.ok(opens.includes(context), String(context));
});

test('decodes arity, contexts and what else is known', () => {
  const [pass] = directivesNamed('uwsgi_pass');
  assert.deepEqual(pass?.contexts, ['location', 'if in location']);
  assert.deepEqual(pass.args, { min: 1, max: 1, counts: undefined, flag: false });
  assert.equal(pass.duplicates, 'error');
  assert.equal(pass.firstRelease, '0.8.40');
  assert.equal(pass.module.status, 'core');
  const [gzip] = directivesNamed('gzip');
  assert.deepEqual(gzip?.values, ['on', 'off']);
  const [ssl] = directivesNamed('ssl');
  assert.equal(ssl?.removedIn, '1.25.1');
  assert.equal(ssl.replacement, 'listen ... ssl');
  const [echo] = directivesNamed('echo');
  assert.equal(echo?.module.debianPackage, 'libnginx-mod-http-echo');
  const [level] = directivesNamed('gzip_comp_level');
  assert.deepEqual(level?.bounds, { min: 1, max: 9 });
  assert.equal(directivesNamed('http2')[0]?.in1221, false);
});

test('every line of the table decodes to sound numbers, contexts and a known status', () => {
  let count = 0;
  for (const name of allDirectiveNames())
    for (const entry of directivesNamed(name)) {
      count++;
      assert.match(name, /^[\w-]+$/);
      assert.ok(entry.contexts.length > 0, name);
      assert.ok(entry.args.min >= 0 && entry.args.max >= entry.args.min, name);
      assert.ok(entry.opens === undefined || entry.block, name);
    }
  assert.ok(count > 2000);
});

test('tells legal numbers of arguments', () => {
  const gaps = { min: 1, max: 3, counts: [1, 3], flag: false };
  assert.deepEqual(
    [0, 1, 2, 3].map((count) => arityAllows(gaps, count)),
    [false, true, false, true],
  );
});
