import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subscriptionPacket } from './subscription-packet.ts';

test('a worker is forgotten by its key and its address', () => {
  const packet = subscriptionPacket('unsubscribe', { key: 'a.local', address: '127.0.0.1:4040' });
  assert.deepEqual([...packet.subarray(0, 4)], [224, packet.length - 4, 0, 1]);
  assert.equal(
    packet.subarray(4).toString('latin1'),
    '\x03\x00key\x07\x00a.local\x07\x00address\x0e\x00127.0.0.1:4040',
  );
});

test('numbers are told as text, and a length takes two bytes', () => {
  const packet = subscriptionPacket('subscribe', { key: 'k'.repeat(250), address: 'a', weight: 3 });
  assert.equal(packet[3], 0);
  assert.equal(packet.readUInt16LE(1), packet.length - 4);
  assert.ok(packet.toString('latin1').endsWith('\x06\x00weight\x01\x003'));
});
