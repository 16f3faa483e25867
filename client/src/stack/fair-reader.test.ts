import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { readFairly } from './fair-reader.ts';

function chunks(stream: PassThrough, onChunk: (text: string) => void = () => undefined) {
  const taken: string[] = [];
  const readRest = readFairly(stream, (chunk) => {
    taken.push(chunk.toString());
    onChunk(chunk.toString());
  });
  return { taken, readRest };
}

test('a stream is handed over whole, in its order', async () => {
  const stream = new PassThrough();
  const { taken } = chunks(stream);
  const ended = once(stream, 'end');
  for (let number = 0; number < 1000; number += 1) {
    if (!stream.write(`${number}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await ended;
  assert.deepEqual(
    taken.join('').split('\n').slice(0, -1).map(Number),
    Array.from({ length: 1000 }, (_, number) => number),
  );
});

test('a stream that brings more than can be read keeps neither another one nor a timer waiting', async () => {
  const flood = new PassThrough({ highWaterMark: 16 });
  const quiet = new PassThrough();
  let isOver = false;
  let turns = 0;
  const { promise: heard, resolve } = Promise.withResolvers<string>();
  chunks(flood, () => {
    turns += 1;
    // There is always more, and reading it takes longer than a turn may.
    for (const end = performance.now() + 10; performance.now() < end;);
    if (!isOver) flood.write('more');
  });
  chunks(quiet, (text) => {
    resolve(text);
  });
  flood.write('more');
  const timer = new Promise<void>((done) => setTimeout(done, 1));
  quiet.write('a word');
  await Promise.all([heard, timer]);
  isOver = true;
  assert.ok(turns > 0);
});

test('what is there can be had at once', () => {
  const stream = new PassThrough();
  const { taken, readRest } = chunks(stream);
  stream.write('last words');
  readRest();
  assert.deepEqual(taken, ['last words']);
});
