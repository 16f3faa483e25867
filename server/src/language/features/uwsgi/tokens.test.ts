import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { iniTexts } from '../../testing/ini-texts.ts';
import { uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { textOf } from '../../text/span.ts';
import { uwsgiTokens } from './tokens.ts';
import { cpuNow } from '../../testing/cpu-time.ts';

const tokens = (text: string) =>
  uwsgiTokens(uwsgiFile(text)).map(({ span, type, modifiers = [] }) =>
    [type, ...modifiers, JSON.stringify(textOf(text, span)).slice(1, -1)].join(' '),
  );
/** Without the key and the equals sign. */
const value = (line: string) => tokens(line).slice(2);

test('options, variables, blocks and headers are told apart', () => {
  assert.deepEqual(tokens('[uwsgi]\n'), ['namespace declaration uwsgi']);
  assert.deepEqual(tokens('master\n'), ['property master']);
  assert.deepEqual(tokens('mastr\n'), ['variable declaration mastr']);
  assert.deepEqual(tokens('fastrouter-subscription-slot\n'), [
    'property deprecated fastrouter-subscription-slot',
  ]);
  assert.deepEqual(tokens('if-env = A\nendif =\nend\n'), [
    ...['keyword if-env', 'operator =', 'string A', 'keyword endif', 'operator =', 'keyword end'],
  ]);
  assert.deepEqual(tokens('; a = b\n\n[\n'), []);
});

test('a value has the colour of what the option reads', () => {
  assert.deepEqual(value('master = True\n'), ['enumMember True']);
  assert.deepEqual(value('master = maybe\n'), ['string maybe']);
  assert.deepEqual(value('processes = 4\n'), ['number 4']);
  assert.deepEqual(value('logto = a b\n'), ['string a b']);
  assert.deepEqual(value('x = 4\n'), ['number 4']);
  assert.deepEqual(value('socket = 127.*:0\n'), ['string 127.*', 'operator :', 'number 0']);
  assert.deepEqual(value('fastrouter = =0\n'), ['operator =', 'number 0']);
  assert.deepEqual(value('socket = /run/a.sock\n'), ['string /run/a.sock']);
  assert.deepEqual(value('https-socket = :443,a,b\n'), ['operator :', 'number 443', 'string ,a,b']);
  assert.deepEqual(value('subscribe2 = server=127.0.0.1:1,key=a\n'), [
    ...['property server', 'operator =', 'string 127.0.0.1', 'operator :', 'number 1'],
    ...['property key', 'operator =', 'string a'],
  ]);
  assert.deepEqual(value('module = a.b:c\n'), ['namespace a.b', 'operator :', 'function c']);
  assert.deepEqual(value('static-expires = /x/.* 60\n'), ['regexp /x/.*', 'string 60']);
  assert.deepEqual(value('set-ph = n=4\n'), ['variable declaration n', 'operator =', 'number 4']);
  assert.deepEqual(value('set = processes=4\n'), ['property processes', 'operator =', 'number 4']);
  assert.deepEqual(value('subscription-algo = lrc\n'), ['enumMember lrc']);
});

test('references lie over the value', () => {
  assert.deepEqual(value('socket = %(ip):3031\n'), [
    ...['macro %(', 'variable ip', 'macro )', 'operator :', 'number 3031'],
  ]);
  assert.deepEqual(value('x = a%(b + 2)c\n'), [
    ...['string a', 'macro %(', 'variable b', 'operator +', 'number 2', 'macro )', 'string c'],
  ]);
  assert.deepEqual(value('logto = %d%(processes)$(HOME)@(f)\n'), [
    ...['variable readonly defaultLibrary %d', 'macro %(', 'property processes', 'macro )'],
    ...['macro $(', 'variable readonly defaultLibrary HOME', 'macro )'],
    ...['macro @(', 'string f', 'macro )'],
  ]);
  assert.deepEqual(value('x = a%%b%qc\n'), ['string a', 'string b', 'string c']);
  assert.deepEqual(value('x = $(A%(b))\n'), [
    'macro $(',
    'variable readonly defaultLibrary A%(b)',
    'macro )',
  ]);
});

test('templates are left to the grammar; no token goes over a line break', () => {
  assert.deepEqual(tokens('socket = {{ a }}:1\n{% if x = 1 %}\n'), [
    ...['property socket', 'operator =', 'operator :', 'number 1'],
  ]);
  assert.deepEqual(tokens('x = 5%\ny\n'), [
    'variable declaration x',
    'operator =',
    'string 5',
    'string y',
  ]);
});

test('tokens come in order, do not overlap, and stay on one line', () => {
  fc.assert(
    fc.property(iniTexts, (text) => {
      let end = 0;
      for (const { span } of uwsgiTokens(uwsgiFile(text))) {
        assert.ok(span.start >= end && span.end > span.start, JSON.stringify(text));
        assert.ok(!textOf(text, span).includes('\n'));
        end = span.end;
      }
    }),
    { seed: 39, numRuns: 800 },
  );
});

test('time grows with the length of the file', () => {
  const start = cpuNow();
  uwsgiTokens(uwsgiFile('subscribe2 = server=%(a):1,key=%d$(B)\n'.repeat(20_000)));
  uwsgiTokens(uwsgiFile(`x = ${'{{ a }}'.repeat(2_000)}\n`));
  uwsgiTokens(uwsgiFile(`x = ${'%(a)'.repeat(2_000)}\n`));
  assert.ok(cpuNow() - start < 4000);
});
