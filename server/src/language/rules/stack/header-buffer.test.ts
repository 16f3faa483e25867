import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/header-buffer';
const worker = (line: string) =>
  edited(article, '/w/worker.ini', 'master = true', `master = true\n${line}`);
const large = edited(
  article,
  '/w/nginx.conf',
  'http {',
  'http {\n    large_client_header_buffers 4 32k;',
);

describe(id, () => {
  it('reports a worker with a smaller buffer, and enlarges it', () => {
    const [finding, ...others] = findingsOf(id, large);
    assert.equal(others.length, 0);
    assert.equal(shown(large, finding), '32k');
    assert.match(finding?.message ?? '', /4096 bytes of headers at most by default/);
    const mended = applied(large, finding?.fixes[0]);
    assert.match(mended['/w/worker.ini'] ?? '', /\nbuffer-size = 32768\nsocket/);
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('changes a size that is there, up to what uWSGI can have', () => {
    const files = edited(
      { ...worker('buffer-size = 8192'), '/w/nginx.conf': large['/w/nginx.conf'] },
      '/w/nginx.conf',
      '32k',
      '128k',
    );
    const mended = applied(files, findingsOf(id, files)[0]?.fixes[0]);
    assert.match(mended['/w/worker.ini'] ?? '', /buffer-size = 65535\n/);
    assert.deepEqual(findingsOf(id, mended), []);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'a large buffer': {
      ...worker('buffer-size = 65535'),
      '/w/nginx.conf': large['/w/nginx.conf'],
    },
    'a size that is not known': {
      ...worker('buffer-size = $(SIZE)'),
      '/w/nginx.conf': large['/w/nginx.conf'],
    },
    'another server': {
      ...article,
      '/w/nginx.conf': article['/w/nginx.conf'].replace(
        'http {',
        'http {\n    server { listen 81; large_client_header_buffers 4 32k; }',
      ),
    },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
