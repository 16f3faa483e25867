import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLanguage } from '../language.ts';
import { findingsOf, shown } from '../testing/stack-rule.ts';
import { article, planParams, snapshot } from '../testing/workspace.ts';

/** The article's stack, with what two workers and the router have in common in files of its own. */
const spread = {
  '/w/nginx.conf': article['/w/nginx.conf'],
  '/w/router.ini':
    '[uwsgi]\nplugins = fastrouter\nini = %d/common.ini\ninherit = %d/parts/front.ini\n',
  '/w/parts/front.ini':
    '[uwsgi]\nshared-socket = 127.0.0.1:3030\nfastrouter = =0\nfastrouter-subscription-server = 127.0.0.1:3131\n',
  '/w/common.ini': '[uwsgi]\nmaster = true\nvacuum = true\n',
  '/w/one.ini': '[uwsgi]\nini = %d/common.ini\nini = %d/worker.ini:base\nwsgi-file = one.py\n',
  '/w/two.ini': '[uwsgi]\nini = %d/common.ini\nini = %d/worker.ini:base\nwsgi-file = two.py\n',
  '/w/worker.ini':
    '[base]\nplugins = python3\nsocket = 127.*:0\nsubscribe2 = server=127.0.0.1:3131,key=app.localhost\n',
};

describe('a stack that is spread over included files', () => {
  it('is one stack of the files that are started', () => {
    const [stack, ...others] = createLanguage().outlines(snapshot(spread));
    assert.equal(others.length, 0);
    assert.deepEqual(
      stack?.nodes.map(({ title, roles, address }) => [title, roles.join(), address]),
      [
        ['nginx.conf', 'nginx', '127.0.0.1:8080'],
        ['router.ini', 'router', '127.0.0.1:3030'],
        ['one', 'worker', '127.*:0'],
        ['two', 'worker', '127.*:0'],
      ],
    );
    assert.deepEqual([...stack.files].sort(), Object.keys(spread).sort());
  });

  it('can be started', () => {
    const result = createLanguage().plan(snapshot(spread), planParams);
    assert.equal(result.kind, 'plan', JSON.stringify(result));
  });

  it('offers the start in the files that are started', () => {
    const language = createLanguage();
    const lenses = (path: string) =>
      language
        .codeLenses(snapshot(spread), path)
        .filter(({ command }) => command === 'uwsgiStack.startStack').length;
    assert.deepEqual(Object.keys(spread).map(lenses), [1, 1, 0, 0, 1, 1, 0]);
  });

  it('has a mistake of an included file told once, where it is written', () => {
    const off = {
      ...spread,
      '/w/worker.ini': spread['/w/worker.ini'].replace(':3131', ':3132'),
    };
    const [finding, ...others] = findingsOf('stack/no-dangling-subscription', off);
    assert.equal(others.length, 0);
    assert.equal(finding?.path, '/w/worker.ini');
    assert.equal(shown(off, finding), '127.0.0.1:3132');
    assert.equal(finding.related[0]?.path, '/w/parts/front.ini');
    assert.equal(shown(off, finding.related[0]), '127.0.0.1:3131');
  });

  it('is read anew when an included file changes, comes or goes', () => {
    const language = createLanguage();
    const before = snapshot(spread);
    const dangling = (files: typeof before.files) =>
      [...language.check({ ...before, files }).values()]
        .flat()
        .filter(({ rule }) => rule === 'stack/no-dangling-subscription').length;
    assert.equal(dangling(before.files), 0);
    const front = before.files.get('/w/parts/front.ini');
    assert.ok(front);
    const moved = { ...front, version: 2, text: front.text.replace(':3131', ':3139') };
    assert.equal(dangling(new Map([...before.files, [front.path, moved]])), 1);
    assert.equal(dangling(before.files), 0);
    const without = new Map(before.files);
    without.delete(front.path);
    assert.equal(language.outlines({ ...before, files: without })[0]?.nodes.length ?? 0, 0);
    assert.equal(language.outlines(before)[0]?.nodes.length, 4);
  });

  it('keeps files that bring in each other: one of them is started', () => {
    const circle = {
      ...article,
      '/w/router.ini': `${article['/w/router.ini']}ini = %d/worker.ini\n`,
      '/w/worker.ini': `${article['/w/worker.ini']}ini = %d/router.ini\n`,
    };
    const [stack] = createLanguage().outlines(snapshot(circle));
    assert.deepEqual(
      stack?.nodes.map(({ title }) => title),
      ['nginx.conf', 'router.ini', 'worker.ini'],
    );
  });
});
