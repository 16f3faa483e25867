import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage, type Finding } from '../../language.ts';
import { swallowedSyntax, swallowedValues } from '../../testing/swallowed-lines.ts';
import { readMistakes, type MarkedFile } from '../../testing/swallowed-mistakes.ts';
import { swallowedAddresses, swallowedSubscriptions } from '../../testing/swallowed-sockets.ts';
import { snapshot } from '../../testing/workspace.ts';

const tables = [swallowedSyntax, swallowedValues, swallowedAddresses, swallowedSubscriptions];
const mistakes = tables.flatMap(readMistakes);

test('every mistake that uWSGI swallows is told by its rule, at its place', () => {
  const silent = mistakes.flatMap(({ name, mistake }) => {
    const findings = check(mistake);
    const marks = mistake.flatMap((file) => file.marks.map((mark) => ({ file, mark })));
    assert.ok(marks.length > 0, `nothing is marked in "${name}"`);
    return marks
      .filter(
        ({ file, mark }) =>
          !findings.some(
            ({ rule, path, span }) =>
              rule === mark.rule &&
              path === pathOf(file) &&
              span.start < mark.end &&
              Math.max(span.end, span.start + 1) > mark.start,
          ),
      )
      .map(({ mark }) => `${name}: ${mark.rule} is silent; ${describe(findings)}`);
  });
  assert.deepEqual(silent, []);
});

test('what looks like it, and is sound, is left alone', () => {
  const loud = mistakes.flatMap(({ name, sound }) => {
    const findings = check(sound);
    return findings.length === 0 ? [] : [`${name}: ${describe(findings)}`];
  });
  assert.deepEqual(loud, []);
});

function check(files: readonly MarkedFile[]): readonly Finding[] {
  const texts = Object.fromEntries(files.map((file) => [pathOf(file), file.text]));
  return (
    [...createLanguage().check(snapshot(texts)).values()]
      .flat()
      // The router of these workers is somewhere else.
      .filter(({ rule }) => rule !== 'stack/no-dangling-subscription')
  );
}

function pathOf({ name }: MarkedFile): string {
  return `/srv/site/${name}`;
}

function describe(findings: readonly Finding[]): string {
  return findings.map(({ rule, level, message }) => `${level} ${rule}: ${message}`).join('; ');
}
