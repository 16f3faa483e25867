import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from './rule.ts';
import { runRule } from './run.ts';

const rule = {
  id: 'nginx/x',
  level: 'information',
  optional: true,
  check: (_: undefined, report: Report) => {
    report({ span: { start: 0, end: 1 }, message: 'm' });
  },
} as const;

test('an optional rule is silent until a setting gives it a level', () => {
  assert.deepEqual(runRule(rule, undefined, '/a', {}), []);
  assert.deepEqual(
    runRule(rule, undefined, '/a', { 'nginx/x': 'warning' }).map(({ level }) => level),
    ['warning'],
  );
  assert.deepEqual(runRule(rule, undefined, '/a', { 'nginx/x': 'off' }), []);
});
