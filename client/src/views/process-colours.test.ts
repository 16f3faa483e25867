import assert from 'node:assert/strict';
import { it } from 'node:test';
import { processColour } from './process-colours.ts';

it('gives neighbours different colours and never runs out', () => {
  const colours = [1, 2, 3, 4, 5, 6].map((number) => processColour('worker', number));
  assert.equal(
    new Set([...colours, processColour('nginx', 1), processColour('router', 1)]).size,
    8,
  );
  assert.equal(processColour('worker', 7), processColour('worker', 1));
  assert.match(processColour('worker', 0), /^ansi/);
});
