import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isIpv4, isIpv6, isNetwork } from './address.ts';
import {
  flag,
  milliseconds,
  number,
  offset,
  oneOf,
  seconds,
  size,
  type ValueKind,
} from './kind.ts';

function sorted(kind: ValueKind, good: readonly string[], bad: readonly string[]): void {
  for (const text of good) assert.equal(kind(text), undefined, `"${text}" is one`);
  for (const text of bad) assert.notEqual(kind(text), undefined, `"${text}" is none`);
}

test('sizes', () => {
  sorted(size, ['0', '16k', '1M'], ['', '1.5m', '1g', '-1', '1kb']);
  sorted(offset, ['1g', '10G', '1'], ['', '1t']);
});

test('times, as nginx adds them up', () => {
  sorted(
    seconds,
    ['30', '30s', '1h30m', '1d 12h', '1y', '1M', '1hs'],
    ['', 's', '500ms', '1m1h', '5 s', '1.5h'],
  );
  sorted(milliseconds, ['500ms', '1s500ms', '30', '1m30s'], ['', '1y', '1M', 'ms', '-1']);
});

test('numbers and words', () => {
  sorted(number(1, 9), ['1', '9'], ['0', '10', '-1', '1x', '']);
  sorted(flag, ['on', 'OFF'], ['yes', '']);
  sorted(oneOf(['Any'], { caseSensitive: true }), ['Any'], ['any']);
});

test('addresses', () => {
  assert.deepEqual(['1.2.3.4', '1.2.3', '1.2.3.256'].map(isIpv4), [true, false, false]);
  assert.deepEqual(
    ['::', '::1', 'fe80::1', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4', '1:2', ':::', '::g'].map(isIpv6),
    [true, true, true, true, true, false, false, false],
  );
  assert.deepEqual(
    ['10.0.0.0/8', '::/0', '10.0.0.1', '10.0.0.0/33', '10.0.0.0/8/8', 'x'].map(isNetwork),
    [true, true, true, false, false, false],
  );
});
