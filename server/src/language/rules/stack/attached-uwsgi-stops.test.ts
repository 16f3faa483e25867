import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/attached-uwsgi-stops';
const attach = (line: string) =>
  edited(article, '/w/router.ini', 'master = true', `master = true\n${line}`);
const attached = attach('attach-daemon = uwsgi --ini worker.ini');

describe(id, () => {
  it('reports a worker that the router starts and cannot stop, and mends the worker', () => {
    const [finding, ...others] = findingsOf(id, attached);
    assert.equal(others.length, 0);
    assert.equal(shown(attached, finding), 'uwsgi --ini worker.ini');
    const mended = applied(attached, finding?.fixes[0]);
    assert.match(mended['/w/worker.ini'] ?? '', /^\[uwsgi\]\ndie-on-term = true\nplugins/);
    assert.deepEqual(findingsOf(id, mended), []);
    assert.equal(
      findingsOf(id, attach('attach-daemon2 = cmd=/usr/bin/uwsgi worker.ini')).length,
      1,
    );
  });

  for (const [what, files] of Object.entries({
    'a worker that stops': edited(
      attached,
      '/w/worker.ini',
      'master = true',
      'master = true\ndie-on-term = true',
    ),
    'another signal': attach('attach-daemon2 = cmd=uwsgi --ini worker.ini,stopsignal=2'),
    'the option on the command line': attach('attach-daemon = uwsgi --die-on-term worker.ini'),
    'another program': attach('attach-daemon = celery -c worker.ini'),
    'a file that is not here': attach('attach-daemon = uwsgi --ini other.ini'),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
