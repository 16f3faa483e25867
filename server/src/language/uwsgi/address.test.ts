import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAddress } from './address.ts';
import type { AddressUse } from './address.ts';

const reason = (value: string, use: AddressUse = 'socket') => {
  const address = parseAddress(value, use);
  return address.kind === 'invalid' ? address.reason : address.kind;
};

test('an address with a port', () => {
  assert.deepEqual(parseAddress('127.0.0.1:3031', 'router'), {
    ...{ kind: 'tcp', host: '127.0.0.1', family: 4, port: 3031, auto: false },
  });
  assert.deepEqual(parseAddress(':0', 'socket'), {
    ...{ kind: 'tcp', host: '', family: 4, port: 0, auto: true },
  });
  assert.deepEqual(parseAddress('[::1]:80', 'stats'), {
    ...{ kind: 'tcp', host: '::1', family: 6, port: 80, auto: false },
  });
  assert.deepEqual(parseAddress('localhost:80', 'subscribe-target'), {
    ...{ kind: 'hostname', host: 'localhost', port: 80 },
  });
});

test('127.* is for worker sockets, and * alone for none', () => {
  assert.deepEqual(parseAddress('127.*:0', 'socket'), {
    ...{ kind: 'tcp', host: '127.*', family: 4, port: 0, pattern: '127.*', auto: true },
  });
  assert.equal(reason('127.*:0', 'router'), 'pattern');
  assert.equal(reason('192.168.1*:0'), 'tcp');
  assert.equal(reason('*:3031'), 'asterisk');
});

test('what has no port is a unix socket, also when it looks like a number', () => {
  assert.deepEqual(parseAddress('3031', 'socket'), { kind: 'unix', path: '3031' });
  assert.deepEqual(parseAddress('@name', 'socket'), { kind: 'abstract', name: 'name' });
  assert.deepEqual(parseAddress('@name', 'subscription-server'), { kind: 'unix', path: '@name' });
  assert.equal(reason(`/${'x'.repeat(102)}`), 'path-length');
});

test('shared sockets and file descriptors are for streams', () => {
  assert.deepEqual(parseAddress('=1', 'router'), { kind: 'shared', index: 1 });
  assert.equal(reason('=1', 'subscribe-target'), 'shared');
  assert.deepEqual(parseAddress('fd://3', 'socket'), { kind: 'fd', fd: 3 });
});

test('what uWSGI would bind somewhere else', () => {
  const problems: [string, string][] = [
    ...([
      ['tcp://1.2.3.4:5', 'scheme'],
      ['unix:/x', 'scheme'],
      ['"a:1"', 'quotes'],
    ] as const),
    ...([
      ['a:1,b:2', 'list'],
      ['256.1.1.1:80', 'octets'],
      [':http', 'port-text'],
    ] as const),
    ...([
      [':99999', 'port-range'],
      [':-5', 'port-range'],
      ['1.1.1.1 :80', 'blank'],
    ] as const),
    ...([
      ['', 'empty'],
      ['=x', 'shared'],
      ['a/b:1', 'host'],
      ['/run/a:b.sock', 'path-colon'],
      ['@name:1', 'path-colon'],
    ] as const),
  ].map(([value, problem]) => [value, problem]);
  for (const [value, problem] of problems) assert.equal(reason(value), problem, value);
  assert.equal(reason('[::1]:1', 'subscription-server'), 'ipv6');
});

test('any text gets an answer', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('socket', 'router', 'subscribe-target'),
      (text, use) => {
        assert.ok(parseAddress(text, use).kind);
      },
    ),
    { seed: 3, numRuns: 1000 },
  );
});
