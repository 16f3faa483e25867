import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Endpoint, formatEndpoint, isLocal, reaches } from './endpoint.ts';

const tcp = (host: string, port: number): Endpoint => ({ kind: 'tcp', host, port });

describe('endpoints', () => {
  it('reaches the same address, and a wildcard that covers it', () => {
    assert.ok(reaches(tcp('127.0.0.1', 3030), tcp('127.0.0.1', 3030)));
    assert.ok(reaches(tcp('localhost', 3030), tcp('127.0.0.1', 3030)));
    assert.ok(reaches(tcp('127.0.0.1', 3030), tcp('', 3030)));
    assert.ok(reaches(tcp('10.0.0.1', 3030), tcp('0.0.0.0', 3030)));
  });

  it('does not reach another port, host or kind', () => {
    assert.ok(!reaches(tcp('127.0.0.1', 3031), tcp('127.0.0.1', 3030)));
    assert.ok(!reaches(tcp('127.0.0.2', 3030), tcp('127.0.0.1', 3030)));
    assert.ok(!reaches(tcp('127.0.0.1', 3030), { kind: 'unix', path: '/a' }));
    assert.ok(!reaches({ kind: 'unix', path: '/a' }, { kind: 'unix', path: '/b' }));
  });

  it('knows which addresses are on this machine for sure', () => {
    assert.ok(isLocal(tcp('127.0.0.5', 1)));
    assert.ok(isLocal(tcp('::1', 1)));
    assert.ok(isLocal({ kind: 'unix', path: '/a' }));
    assert.ok(!isLocal(tcp('10.0.0.1', 1)));
    assert.ok(!isLocal(tcp('app', 1)), 'a host name of a compose file');
  });

  it('writes IPv6 in brackets', () => {
    assert.equal(formatEndpoint(tcp('::1', 80)), '[::1]:80');
    assert.equal(formatEndpoint(tcp('127.0.0.1', 80)), '127.0.0.1:80');
  });
});
