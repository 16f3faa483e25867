import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNginxFile } from '../../testing/nginx-fixture.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { noUnknownDirective } from './no-unknown-directive.ts';
import { withNoticedLines } from './where-noticed.ts';

/** What stands at the places beside the findings, where nginx names another line. */
function besides(text: string): readonly string[] {
  const file = readNginxFile(text);
  return withNoticedLines(file, runRule(noUnknownDirective, file)).flatMap(({ related }) =>
    related.map(({ span }) => `${span.start}: ${text.slice(span.start, span.end)}`),
  );
}

test('an error in a directive of several lines is told with the line of its end', () => {
  assert.deepEqual(besides('http {\n  frob a\n    b;\n}\n'), ['21: ;']);
  assert.deepEqual(besides('http {\n  server {\n    frob a\n    {\n    }\n  }\n}\n'), ['33: {']);
});

test('what ends on its own line needs no other', () => {
  assert.deepEqual(besides('http {\n  frob a b;\n  frob { a\n b; }\n}\n'), []);
});
