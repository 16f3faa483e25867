import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/read-timeout';
const worker = (line: string) =>
  edited(article, '/w/worker.ini', 'master = true', `master = true\n${line}`);
const slow = worker('harakiri = 300');
const waiting = (line: string) =>
  edited(slow, '/w/nginx.conf', '        location', `        ${line}\n        location`);

describe(id, () => {
  it('reports a worker that may take longer than nginx waits, and lets nginx wait', () => {
    const [finding, ...others] = findingsOf(id, slow);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'warning');
    assert.equal(shown(slow, finding), '300');
    assert.match(finding.message, /after 60 by default \(uwsgi_read_timeout\)/);
    const mended = applied(slow, finding.fixes[0]);
    assert.match(mended['/w/nginx.conf'] ?? '', /\n {12}uwsgi_read_timeout 310s;\n {12}uwsgi_pass/);
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('changes a time that is there', () => {
    const files = waiting('uwsgi_read_timeout 1m30s;');
    const [finding] = findingsOf(id, files);
    assert.match(finding?.message ?? '', /after 90 \(/);
    assert.equal(shown(files, finding?.related[0]), '1m30s');
    const mended = applied(files, finding?.fixes[0]);
    assert.match(mended['/w/nginx.conf'] ?? '', /uwsgi_read_timeout 310s;/);
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('reports a worker without a router', () => {
    const files = {
      '/w/nginx.conf': article['/w/nginx.conf'],
      '/w/worker.ini':
        '[uwsgi]\nplugins = python3\nharakiri = 90\nsocket = 127.0.0.1:3030\nwsgi-file = app.py\n',
    };
    assert.equal(findingsOf(id, files).length, 1);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'a quick worker': worker('harakiri = 30'),
    'a patient nginx': waiting('uwsgi_read_timeout 10m;'),
    'a time under a condition': worker('if-env = X\nharakiri = 300\nendif ='),
    'a time that a file may set which is not known': waiting('include timeouts.conf;'),
    'a time in a file': {
      ...waiting('include timeouts.conf;'),
      '/w/timeouts.conf': 'uwsgi_read_timeout 600s;\n',
    },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
