import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/upload-limit';
const worker = (line: string) =>
  edited(article, '/w/worker.ini', 'master = true', `master = true\n${line}`);
const nginx = (files: typeof article, line: string) =>
  edited(files, '/w/nginx.conf', '        location', `        ${line}\n        location`);
const large = worker('limit-post = 10485760');

describe(id, () => {
  it('reports a worker that takes more than nginx allows, and lets nginx allow it', () => {
    const [finding, ...others] = findingsOf(id, large);
    assert.equal(others.length, 0);
    assert.equal(shown(large, finding), '10485760');
    assert.match(finding?.message ?? '', /takes bodies of 10m, but .* 1m by default .* 413/);
    const mended = applied(large, finding?.fixes[0]);
    assert.match(mended['/w/nginx.conf'] ?? '', /\n {12}client_max_body_size 10m;\n/);
    for (const fix of finding?.fixes ?? [])
      assert.deepEqual(findingsOf(id, applied(large, fix)), []);
  });

  it('reports a worker that takes less', () => {
    const files = nginx(worker('limit-post = 1000'), 'client_max_body_size 2m;');
    const [finding] = findingsOf(id, files);
    assert.match(finding?.message ?? '', /1000 at most, but .* 2m .* 502/);
    assert.equal(shown(files, finding?.related[0]), '2m');
    const preferred = finding?.fixes.find((fix) => fix.preferred);
    assert.match(applied(files, preferred)['/w/worker.ini'] ?? '', /limit-post = 2097152\n/);
    for (const fix of finding?.fixes ?? [])
      assert.deepEqual(findingsOf(id, applied(files, fix)), []);
  });

  it('offers one end only where nginx has no limit', () => {
    const files = nginx(large, 'client_max_body_size 0;');
    assert.equal(findingsOf(id, files)[0]?.fixes.length, 1);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'a large nginx and no limit of the worker': nginx(article, 'client_max_body_size 50m;'),
    'the same size': nginx(large, 'client_max_body_size 10m;'),
    'the same size in other words': nginx(large, 'client_max_body_size 10240k;'),
    'a size that is not known': worker('limit-post = $(LIMIT)'),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
