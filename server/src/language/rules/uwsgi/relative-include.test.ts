import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../language.ts';
import { applyFix } from '../../testing/rule-fixture.ts';
import { snapshot } from '../../testing/workspace.ts';
import { relativeInclude } from './relative-include.ts';

function found(main: string) {
  const base = '[uwsgi]\nmaster = true\n[x]\nvacuum = true\n';
  return [
    ...createLanguage()
      .check(snapshot({ '/w/main.ini': main, '/w/base.ini': base, '/w/sub/base.ini': base }))
      .values(),
  ]
    .flat()
    .filter(({ rule }) => rule === relativeInclude.id);
}

test('a file beside this one', () => {
  for (const name of ['base.ini', 'base.ini:x']) {
    const main = `[uwsgi]\nini = ${name}\n`;
    const [finding, ...more] = found(main);
    assert.deepEqual(more, []);
    assert.equal(finding?.level, 'hint');
    const [fix] = finding.fixes;
    assert.ok(fix);
    assert.equal(applyFix(main, fix), `[uwsgi]\nini = %d${name}\n`);
  }
});

test('paths that are whole, lead elsewhere, or stay in the file', () => {
  const names = ['%dbase.ini', '%d/base.ini', '/w/base.ini', 'sub/base.ini', ':x', 'none.ini'];
  for (const name of names) assert.deepEqual(found(`[uwsgi]\nini = ${name}\n[x]\na = 1\n`), []);
});
