import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maxLogCharacters } from '../../shared/newest-lines.ts';
import { createLogModel, mostLines } from './log-model.ts';
import { LineQueue } from './line-queue.ts';
import type { LogLine } from '../../shared/panel-lines.ts';

const line = (key: number, process = 'a', text = `line ${key}`): LogLine => ({
  key,
  process,
  time: key,
  text,
  stream: 'stdout',
  level: undefined,
});
const lines = (from: number, to: number, process?: string) =>
  Array.from({ length: to - from }, (_, index) => line(from + index, process));
const keys = (queue: LineQueue) => queue.toArray().map((each) => each.key);

describe('LineQueue', () => {
  it('keeps the last lines through many batches', () => {
    const queue = new LineQueue();
    for (let start = 0; start < 20_000; start += 100) {
      queue.append(lines(start, start + 100));
      queue.keepLast(250);
    }
    assert.equal(queue.length, 250);
    assert.equal(queue.at(0)?.key, 19_750);
    assert.equal(queue.at(249)?.key, 19_999);
    assert.equal(queue.at(250), undefined);
    assert.equal(queue.at(-1), undefined);
  });

  it('keeps fewer of long lines', () => {
    const queue = new LineQueue();
    const long = 'x'.repeat(maxLogCharacters / 4);
    for (let key = 0; key < 10; key++) {
      queue.append([line(key, 'a', long)]);
      queue.keepLast(250);
    }
    assert.deepEqual(keys(queue), [6, 7, 8, 9]);
    queue.append([line(10, 'a', `${long}${long}${long}${long}!`)]);
    queue.keepLast(250);
    assert.deepEqual(keys(queue), [10]);
  });

  it('drops what is older than a key', () => {
    const queue = new LineQueue();
    queue.append(lines(0, 10));
    assert.equal(queue.dropBefore(7), 7);
    assert.deepEqual(keys(queue), [7, 8, 9]);
    assert.equal(queue.dropBefore(3), 0);
  });
});

describe('createLogModel', () => {
  it('shows all lines without a filter and bounds them', () => {
    const model = createLogModel(5);
    assert.equal(model.append(lines(0, 4)), 0);
    assert.equal(model.append(lines(4, 8)), 3);
    assert.deepEqual(keys(model.visible), [3, 4, 5, 6, 7]);
    assert.equal(model.total(), 5);
  });

  it('filters old and new lines alike', () => {
    const model = createLogModel(100);
    model.append([line(0, 'a', 'GET /'), line(1, 'b', 'POST /')]);
    model.choose({ text: 'get', regex: false, hidden: new Set(), level: 'all' });
    model.append([line(2, 'b', 'GET /x'), line(3, 'a', 'noise')]);
    assert.deepEqual(keys(model.visible), [0, 2]);
    model.choose({ text: 'get', regex: false, hidden: new Set(['a']), level: 'all' });
    assert.deepEqual(keys(model.visible), [2]);
    assert.equal(model.total(), 4);
  });

  it('drops hidden and visible lines together', () => {
    const model = createLogModel(3);
    model.choose({ text: '', regex: false, hidden: new Set(['a']), level: 'all' });
    model.append([line(0, 'b'), line(1, 'a'), line(2, 'a')]);
    assert.equal(model.append([line(3, 'b')]), 1);
    assert.deepEqual(keys(model.visible), [3]);
  });

  it('replaces, clears and resizes', () => {
    const model = createLogModel(3);
    model.replace(lines(0, 9));
    assert.deepEqual(keys(model.visible), [6, 7, 8]);
    model.resize(2);
    assert.deepEqual(keys(model.visible), [7, 8]);
    model.clear();
    assert.equal(model.visible.length, 0);
    assert.equal(model.longest(), 0);
  });
});

describe('errors among the lines', () => {
  it('are found forward and back, each by its first line', () => {
    const model = createLogModel(100);
    const at = (key: number, level: LogLine['level'], process = 'a'): LogLine => ({
      ...line(key, process),
      level,
    });
    model.append([
      at(0, undefined),
      at(1, 'error'),
      at(2, 'error'),
      at(3, 'error', 'b'),
      at(4, 'warning'),
      at(5, 'error'),
    ]);
    assert.deepEqual(
      [0, 2, 4, 6].map((from) => model.findError(from, 1)),
      [1, 3, 5, undefined],
    );
    assert.deepEqual(
      [5, 4, 2, 0].map((from) => model.findError(from, -1)),
      [5, 3, 1, undefined],
    );
    model.choose({ text: '', regex: false, hidden: new Set(), level: 'warning' });
    assert.deepEqual(keys(model.visible), [1, 2, 3, 4, 5]);
    model.choose({ text: '', regex: false, hidden: new Set(), level: 'error' });
    assert.deepEqual(keys(model.visible), [1, 2, 3, 5]);
  });
});

describe('older lines', () => {
  const model = () => {
    const made = createLogModel(100);
    made.append(lines(1000, 1100));
    return made;
  };

  it('stand before all others, and more are held than usual', () => {
    const log = model();
    log.choose({ text: '7', regex: false, hidden: new Set(), level: 'all' });
    const before = log.visible.length;
    assert.equal(log.prepend(lines(500, 900)), log.visible.length - before);
    assert.equal(log.total(), 500);
    assert.deepEqual(log.oldest(), { time: 500, known: { a: 1 } });
    assert.deepEqual(
      keys(log.visible),
      [...keys(log.visible)].sort((a, b) => a - b),
    );
    log.append(lines(1100, 1200));
    assert.equal(log.total(), 600);
    assert.equal(log.visible.at(-1 + log.visible.length)?.key, 1197);
  });

  it('are let go of when somebody looks at the new ones again', () => {
    const log = model();
    log.prepend(lines(500, 900));
    assert.equal(log.leaveOlder(), 400);
    assert.deepEqual([log.total(), log.visible.at(0)?.key], [100, 1000]);
  });

  it('begin where as many lines of a millisecond are known as there are', () => {
    const log = createLogModel(100);
    assert.equal(log.oldest(), undefined);
    const at = (key: number, process: string, time: number) => ({ ...line(key, process), time });
    log.append([at(1, 'a', 5), at(2, 'b', 5), at(3, 'a', 5), at(4, 'a', 6)]);
    assert.deepEqual(log.oldest(), { time: 5, known: { a: 2, b: 1 } });
  });

  it('are a million at most', () => {
    const log = model();
    for (let piece = 0; piece < 11; piece++) log.prepend(lines(0, 100_000));
    assert.equal(log.total(), mostLines);
    assert.ok(log.isFull());
  });
});
