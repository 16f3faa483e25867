import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/key-without-server';
const key = (name: string) => edited(article, '/w/worker.ini', 'key=app.localhost', `key=${name}`);
const other = key('ap.localhost');
const router = (line: string) =>
  edited(other, '/w/router.ini', 'master = true', `master = true\n${line}`);
const server = (before: string, after: string) => edited(other, '/w/nginx.conf', before, after);
const keyLine = '            uwsgi_param UWSGI_FASTROUTER_KEY $host;\n';

describe(id, () => {
  it('reports a key that no server asks for, and offers the one that it asks for', () => {
    const [finding, ...others] = findingsOf(id, other);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'warning');
    assert.equal(shown(other, finding), 'ap.localhost');
    assert.equal(shown(other, finding.related[0]), 'app.localhost');
    assert.deepEqual(applied(other, finding.fixes[0]), article);
  });

  it('tells a difference of case from a different name', () => {
    assert.match(findingsOf(id, key('App.localhost'))[0]?.message ?? '', /with the case/);
    assert.match(findingsOf(id, key('shop'))[0]?.message ?? '', /only for "app\.localhost"/);
  });

  it('takes a key that nginx names outright', () => {
    const named = server('KEY $host', 'KEY shop');
    assert.match(findingsOf(id, named)[0]?.message ?? '', /only for "shop"/);
  });

  it('takes the Host header with and without its port where nginx names no key', () => {
    assert.equal(findingsOf(id, server(keyLine, '')).length, 1);
    const ported = edited(key('app.localhost:8080'), '/w/nginx.conf', keyLine, '');
    assert.deepEqual(findingsOf(id, ported), []);
  });

  for (const [what, files] of Object.entries({
    'the right key': article,
    'a key from the environment': key('$(KEY)'),
    'a server of any name': server('server_name app.localhost', 'server_name _'),
    'a server without a name': server('        server_name app.localhost;\n', ''),
    'a pattern': server('server_name app.localhost', 'server_name *.localhost'),
    'a variable as the key': server('KEY $host', 'KEY $tenant'),
    'a fallback key': router('fastrouter-subscription-fallback-key = ap.localhost'),
    'keys divided at their dots': router('subscription-dotsplit = true'),
    'a router with other backends': router('fastrouter-to = 127.0.0.1:4000'),
    'a stack without nginx': {
      '/w/router.ini': article['/w/router.ini'],
      '/w/worker.ini': other['/w/worker.ini'],
    },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
