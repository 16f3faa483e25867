import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/missing-shared-socket';
const router = (before: string, after: string) => edited(article, '/w/router.ini', before, after);

describe(id, () => {
  it('reports a number that no shared socket has, and corrects it', () => {
    const files = router('fastrouter = =0', 'fastrouter = =1');
    const [finding, ...others] = findingsOf(id, files);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'error');
    assert.equal(shown(files, finding), '=1');
    assert.match(finding.message, /There is 1 shared-socket, number 0: router\.ini does not start/);
    assert.deepEqual(applied(files, finding.fixes[0]), article);
  });

  it('reports a router without any', () => {
    const files = router('shared-socket = 127.0.0.1:3030\n', '');
    assert.match(findingsOf(id, files)[0]?.message ?? '', /no shared-socket for =0/);
  });

  it('reports a socket above the shared one that another file brings in', () => {
    const files = {
      '/w/worker.ini': '[uwsgi]\nsocket = =0\nini = %d/shared.ini\nwsgi-file = app.py\n',
      '/w/shared.ini': '[uwsgi]\nshared-socket = 127.0.0.1:3030\n',
    };
    const [finding] = findingsOf(id, files);
    assert.match(finding?.message ?? '', /comes below this line/);
    assert.equal(finding?.related[0]?.path, '/w/shared.ini');
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'a router above its shared socket': router(
      'shared-socket = 127.0.0.1:3030\nfastrouter = =0',
      'fastrouter = =0\nshared-socket = 127.0.0.1:3030',
    ),
    'a shared socket of an included file': {
      '/w/worker.ini': '[uwsgi]\nini = %d/shared.ini\nsocket = =0\nwsgi-file = app.py\n',
      '/w/shared.ini': '[uwsgi]\nshared-socket = 127.0.0.1:3030\n',
    },
    'an included file that is not known': router(
      'shared-socket = 127.0.0.1:3030',
      'ini = %d/s.ini',
    ),
    'a socket of one file, which is told there': {
      '/w/worker.ini': '[uwsgi]\nsocket = =0\nwsgi-file = app.py\n',
    },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
