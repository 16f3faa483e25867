import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineFilter } from './line-filter.ts';
import type { LogLine } from '../../shared/panel-lines.ts';

const line = (text: string, process = 'a'): LogLine => ({
  key: 0,
  process,
  time: 0,
  text,
  stream: 'stdout',
  level: undefined,
});
const filter = (text: string, regex = false) =>
  lineFilter({ text, regex, hidden: new Set(['b']), level: 'all' });

describe('lineFilter', () => {
  it('takes plain text literally and ignores case', () => {
    assert.ok(filter('GET /a.b').accepts(line('x get /A.B y')));
    assert.ok(!filter('a.b').accepts(line('axb')));
    assert.ok(filter('[uwsgi').accepts(line('*** [uWSGI ***')));
  });

  it('takes a regular expression and gives the same answer twice', () => {
    const errors = filter('\\b5\\d\\d\\b', true);
    assert.ok(errors.accepts(line('status 502')));
    assert.ok(errors.accepts(line('status 502')));
    assert.ok(!errors.accepts(line('status 200')));
  });

  it('says what is wrong with a regular expression and hides nothing', () => {
    const broken = filter('(', true);
    assert.match(broken.problem ?? '', /regular expression/);
    assert.ok(broken.accepts(line('anything')));
  });

  it('hides the lines of processes that are switched off', () => {
    assert.ok(!filter('').accepts(line('x', 'b')));
    assert.ok(filter('').accepts(line('x', 'c')));
  });

  it('looks past colour sequences', () => {
    assert.ok(filter('not found').accepts(line('\u001b[31mnot\u001b[0m found')));
  });

  it('marks every match but no empty one', () => {
    assert.deepEqual(filter('ab').matches('abxAB'), [
      [0, 2],
      [3, 5],
    ]);
    assert.deepEqual(filter('x*', true).matches('abc'), []);
  });
});
