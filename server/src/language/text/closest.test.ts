import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closest } from './closest.ts';

test('finds the word behind one slip', () => {
  const names = ['uwsgi_pass', 'uwsgi_param', 'proxy_pass', 'listen'];
  assert.deepEqual(closest('uwgsi_pass', names), ['uwsgi_pass']);
  assert.deepEqual(closest('uwsgi_pas', names)[0], 'uwsgi_pass');
  assert.deepEqual(closest('lisen', names), ['listen']);
});

test('case, dash and underscore cost nothing', () => {
  assert.deepEqual(closest('Chmod_Socket', ['chmod-socket', 'chown-socket'])[0], 'chmod-socket');
});

test('stays silent when nothing is near, and never offers the word itself', () => {
  assert.deepEqual(closest('frobnicate', ['listen', 'server']), []);
  assert.deepEqual(closest('root', ['root']), []);
  assert.deepEqual(closest('', ['server']), []);
});

test('offers three at most', () => {
  assert.equal(closest('aaaa', ['aaab', 'aaac', 'aaad', 'aaae']).length, 3);
});
