import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileFailures, explainFailure, mapPaths, meaningfulLines } from './failures.ts';
import { makeStep } from './testing/plans.ts';

describe('failures', () => {
  it('fills groups and skips patterns that are none', () => {
    const match = compileFailures([
      { pattern: '(', cause: 'x', remedy: 'x', fatal: true },
      { pattern: 'port (\\d+)', cause: 'port $1', remedy: 'free $1 $2', fatal: true },
    ]);
    assert.deepEqual(match('port 80 busy'), {
      cause: 'port 80',
      remedy: 'free 80 ',
      fatal: true,
      place: undefined,
    });
    assert.equal(match('fine'), undefined);
  });

  it('quotes the last lines that look like errors when nothing is known', () => {
    const lines = ['fine', 'bind(): Address already in use', 'bye', ''];
    assert.deepEqual(meaningfulLines(lines), ['bind(): Address already in use']);
    assert.equal(
      explainFailure(makeStep('w'), 'It ended.', lines).message,
      'It ended.\nbind(): Address already in use',
    );
    assert.deepEqual(meaningfulLines(['one', 'two'], 1), ['two']);
  });

  it('puts the place that an earlier line names before the cause', () => {
    const failures = [
      {
        pattern: '^(\\w+Error)',
        place: 'File "(.+)", line (\\d+)',
        cause: '$1',
        remedy: '',
        fatal: true,
      },
    ];
    const explain = (...lines: string[]) =>
      explainFailure(makeStep('w', { failures }), 'It ended.', lines).message;
    const frames = ['  File "app.py", line 1, in <module>', '  File "b.py", line 2, in f'];
    assert.equal(explain(...frames, 'KeyError'), 'b.py:2: KeyError');
    assert.equal(explain('KeyError', ...frames), 'KeyError');
  });

  it('maps the longest path first', () => {
    const map = [
      ['/run/a', '/own/a'],
      ['/run/a/b.conf', '/else/b.conf'],
    ] as const;
    assert.equal(mapPaths('in /run/a/b.conf:3 of /run/a', map), 'in /else/b.conf:3 of /own/a');
  });
});
