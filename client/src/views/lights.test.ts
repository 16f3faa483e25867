import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareReason } from '../stack/failures.ts';
import { lightOf } from './lights.ts';

test('a process that is ready is green, and no longer once it is in trouble', () => {
  const ready = { kind: 'ready', pid: 1 } as const;
  assert.equal(lightOf(ready), 'good');
  assert.equal(lightOf({ ...ready, trouble: bareReason('It does not answer.') }), 'warning');
});
