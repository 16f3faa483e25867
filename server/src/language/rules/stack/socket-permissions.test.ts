import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/socket-permissions';
const unix = edited(
  edited(article, '/w/router.ini', 'shared-socket = 127.0.0.1:3030', 'shared-socket = /run/r.sock'),
  '/w/nginx.conf',
  'uwsgi_pass 127.0.0.1:3030',
  'uwsgi_pass unix:/run/r.sock',
);
const router = (line: string) =>
  edited(unix, '/w/router.ini', 'master = true', `master = true\n${line}`);

describe(id, () => {
  it('reports a unix socket that nginx uses and no line opens to it', () => {
    const [finding, ...others] = findingsOf(id, unix);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'information');
    assert.equal(shown(unix, finding), '/run/r.sock');
    const mended = applied(unix, finding.fixes[0]);
    assert.match(mended['/w/router.ini'] ?? '', /\nchmod-socket = 660\nshared-socket/);
    assert.deepEqual(findingsOf(id, mended), []);
  });

  for (const [what, files] of Object.entries({
    TCP: article,
    'rights that are set': router('chmod-socket = 666'),
    'a user that is set': router('uid = www-data'),
    'a umask': router('umask = 007'),
    'a socket that nginx does not use': {
      ...article,
      '/w/other.ini': '[uwsgi]\nsocket = /run/x.sock\n',
    },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
