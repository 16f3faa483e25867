import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileFailures, explainFailure, meaningfulLines } from '../failures.ts';
import { makeStep } from '../testing/plans.ts';
import { createMessageReader } from './message-reader.ts';
import { createMessageStore } from './message-store.ts';
import { nginxMessages } from './nginx-messages.ts';
import { uwsgiMessages } from './uwsgi-messages.ts';

const source = { path: '/w/x.ini', line: 0 };
const steps = [
  makeStep('worker-1', { source, places: { socket: { path: '/w/x.ini', line: 3 } } }),
  makeStep('nginx', { source, roles: ['nginx'] }),
];

/** What the patterns look for, taken apart: lines of it come near to many of them. */
const words = [...uwsgiMessages, ...nginxMessages].flatMap(({ pattern }) =>
  pattern.source
    .replace(/^\^|\$$/g, '')
    .split(/\(\?:|\((?!\?)|\)|\\d\+|\.\+|\.\*|\\S\+/)
    .map((word) => word.replaceAll(/\\(.)/g, '$1'))
    .filter((word) => word.length > 1),
);
const piece = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(
    ...[
      '__proto__',
      'constructor',
      'toString',
      '$1',
      '$&',
      '0',
      '99999999999999999999',
      ' in /x:0',
    ],
    ...[' in /:', ': ', '"', "'", '(', ' [', '\u001b[31m', '\u0000', '\ud800', '../../x', 'é'],
    ...['Traceback (most recent call last):', '  File "/w/a.py", line 0, in x', '  File "'],
    ...['2026/11/26 12:00:00 [error] 7#7: *3 ', 'nginx: [emerg] ', ', upstream: "', ', host: "'],
    ...[', server: constructor', ', client: 1', '", line 99999999999999999999', 'ValueError: x'],
    ...['[strict-mode] unknown config directive: '],
  ),
);
const lines = fc.array(
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  { maxLength: 12 },
);

function assertPlace({ path, line }: { readonly path: unknown; readonly line: number }): void {
  assert.ok(typeof path === 'string' && path !== '', String(path));
  // What an editor takes for a line.
  assert.ok(Number.isInteger(line) && line >= 0 && line < 2 ** 31, String(line));
}

describe('lines of a log that somebody else has written', { timeout: 60_000 }, () => {
  it('lead to places that an editor can show, or to none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...steps), lines, (step, all) => {
        const reader = createMessageReader(step, '/w');
        for (const message of all.flatMap((line) => reader.read(line))) {
          assertPlace(message.place);
          message.frames.forEach(assertPlace);
        }
      }),
      { seed: 71, numRuns: 5000 },
    );
  });

  it('fill no list without end', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 40 }), (batches) => {
        const store = createMessageStore(() => undefined);
        store.plan(steps, '/w');
        for (const [at, batch] of batches.entries())
          store.read(
            batch.map((text, number) => ({
              ...{ sequence: at * 100 + number, time: 0, stream: 'stderr', text },
              stepId: steps[number % 2]?.id ?? '',
            })),
            false,
          );
        assert.ok(store.messages.length <= 200);
      }),
      { seed: 72, numRuns: 100 },
    );
  });

  it('cost time by their length only', () => {
    // Were a pattern let loose on all of them, this test would not end.
    const fill = (text: string) => text.repeat(Math.ceil(100_000 / text.length));
    const slow = [
      ...words.map(fill),
      ...words.map((word) => `${word}${fill(': ')}`),
      ...[' in /:', ' node: ', ' in /:1', '" ', ') ', '=> generated 1 bytes in 1 msecs'].map(fill),
      'invalid (sniffed ?) packet sent for slot: '.repeat(4000) + ' node: '.repeat(10_000),
      `nginx: [emerg] ${fill(' in /:1')}`,
    ];
    const failures = steps.map((step) => compileFailures(step.failures));
    for (const line of slow) {
      for (const step of steps) createMessageReader(step, '/w').read(line);
      for (const match of failures) match(line);
      const store = createMessageStore(() => undefined);
      store.plan(steps, '/w');
      const shared = { sequence: 1, time: 0, text: line, stream: 'stdout' } as const;
      store.read([{ ...shared, stepId: 'nginx' }], false);
      meaningfulLines([line]);
      for (const step of steps) explainFailure(step, 'x', [line, line]);
    }
  });
});
