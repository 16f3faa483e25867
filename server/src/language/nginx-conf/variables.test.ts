import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allVariables, builtInVariable, isCapture } from './variables.ts';

test('a variable of nginx, with what is known of it', () => {
  const host = builtInVariable('host', 'http');
  assert.equal(host?.module, 'ngx_http_core_module');
  assert.equal(host.settable, false);
  assert.equal(builtInVariable('args', 'http')?.settable, true);
  assert.equal(builtInVariable('request_port', 'http')?.in1221, false);
  assert.equal(builtInVariable('request_port', 'http')?.firstRelease, '1.29.3');
});

test('case counts for nothing', () => {
  assert.equal(builtInVariable('HOST', 'http')?.name, 'host');
  assert.equal(builtInVariable('HTTP_X', 'http')?.name, 'http_');
});

test('any suffix makes a member of a family, even none', () => {
  assert.equal(builtInVariable('arg_q', 'http')?.name, 'arg_');
  assert.equal(builtInVariable('upstream_http_x_y', 'http')?.name, 'upstream_http_');
  assert.equal(builtInVariable('sent_http_x', 'http')?.name, 'sent_http_');
  assert.equal(builtInVariable('arg_', 'http')?.family, true);
});

test('http and stream live apart, and there is no $uwsgi_… at all', () => {
  assert.equal(builtInVariable('ssl_preread_server_name', 'http'), undefined);
  assert.equal(builtInVariable('ssl_preread_server_name', 'stream')?.status, 'core');
  assert.equal(builtInVariable('arg_q', 'stream'), undefined);
  assert.equal(builtInVariable('uwsgi_script_name', 'http'), undefined);
});

test('a variable of another module says whose it is', () => {
  assert.equal(builtInVariable('memc_key', 'http')?.status, 'third-party');
});

test('captures', () => {
  assert.deepEqual(['1', '9', '0', '10', 'a'].map(isCapture), [true, true, false, false, false]);
});

test('the table is whole', () => {
  assert.ok(allVariables('http').length > 200);
  assert.ok(allVariables('stream').length > 70);
  for (const { name } of [...allVariables('http'), ...allVariables('stream')])
    assert.match(name, /^[a-z][a-z0-9_]*$/);
});
