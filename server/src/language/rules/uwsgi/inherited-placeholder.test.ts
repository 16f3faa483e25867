import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFix } from '../../testing/rule-fixture.ts';
import { createLanguage } from '../../language.ts';
import { snapshot } from '../../testing/workspace.ts';
import { inheritedPlaceholder } from './inherited-placeholder.ts';

const base = '[uwsgi]\nprocname = %(name)\npidfile = %d/pid\nenv = HOME=$(HOME)\n';

function found(main: string) {
  const files = { '/w/main.ini': main, '/w/base.ini': base };
  return [...createLanguage().check(snapshot(files)).values()]
    .flat()
    .filter(({ rule }) => rule === inheritedPlaceholder.id);
}

test('variables in an inherited file', () => {
  const main = '[uwsgi]\nname = a\ninherit = %d/base.ini\n';
  const findings = found(main);
  assert.deepEqual(
    findings.map(({ path, span }) => [path, base.slice(span.start, span.end)]),
    [
      ['/w/base.ini', '%(name)'],
      ['/w/base.ini', '$(HOME)'],
    ],
  );
  const [fix] = findings[0]?.fixes ?? [];
  assert.ok(fix);
  assert.equal(applyFix(main, fix), main.replace('inherit', 'ini'));
});

test('variables in a file that is read in place', () => {
  assert.deepEqual(found('[uwsgi]\nname = a\nini = %d/base.ini\n'), []);
  assert.deepEqual(found('[uwsgi]\nname = a\n'), []);
});
