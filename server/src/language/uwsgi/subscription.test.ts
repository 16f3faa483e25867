import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../text/span.ts';
import { parseSubscribe2, parseSubscribeTo, splitKeyValues } from './subscription.ts';

test('subscribe2 with offsets', () => {
  const value = 'server=127.0.0.1:3131,key=localhost,socket=1,weight=2x';
  const { server, key, socket, weight } = parseSubscribe2(value);
  assert.deepEqual(
    [server?.text, key?.text, socket?.number, weight?.number],
    [...['127.0.0.1:3131', 'localhost', 1, 2]],
  );
  assert.equal(key && textOf(value, key.span), 'localhost');
});

test('nothing is trimmed and nothing is folded', () => {
  const { server, key } = parseSubscribe2('Server=a, key=b');
  assert.equal(server, undefined);
  assert.equal(key, undefined);
  assert.equal(parseSubscribe2('server=a,key=b ,weight=1').key?.text, 'b ');
});

test('a backslash takes the next character, a comma at the end opens no item', () => {
  const [item, ...rest] = splitKeyValues('key=a\\,b,');
  assert.deepEqual(item?.value, { text: 'a,b', span: { start: 4, end: 8 } });
  assert.equal(rest.length, 0);
  assert.equal(parseSubscribe2('key=a,key=b,key').key?.text, 'b');
});

test('subscribe-to', () => {
  const value = '10.0.0.1:3031=127.0.0.1:3131:localhost,5,SHA1:key.pem';
  const { server, key, address, modifier1, sign } = parseSubscribeTo(value);
  assert.deepEqual(
    [address?.text, server?.text, key?.text, modifier1?.number, sign?.text],
    [...['10.0.0.1:3031', '127.0.0.1:3131', 'localhost', 5, 'SHA1:key.pem']],
  );
  assert.equal(server && textOf(value, server.span), '127.0.0.1:3131');
});

test('subscribe-to: unix server, shared socket, missing key', () => {
  assert.equal(parseSubscribeTo('/run/x.sock:key').server?.text, '/run/x.sock');
  assert.equal(parseSubscribeTo('=1=127.0.0.1:2:key').sharedSocket?.number, 1);
  assert.equal(parseSubscribeTo('127.0.0.1:3131').server, undefined);
  assert.equal(parseSubscribeTo('=1').server, undefined);
});

test('any text gets an answer, and the spans lie in it in order', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ',', '=', '\\', ':', '/', ' ', '@') }),
      (value) => {
        parseSubscribeTo(value);
        let end = 0;
        for (const item of parseSubscribe2(value).items) {
          assert.ok(item.key.span.start >= end && item.key.span.end <= value.length);
          ({ end } = (item.value ?? item.key).span);
        }
        assert.ok(end <= value.length);
      },
    ),
    { seed: 4, numRuns: 2000 },
  );
});
