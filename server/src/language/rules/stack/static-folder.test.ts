import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/static-folder';
const stack = (location: string, map: string) => ({
  ...edited(article, '/w/nginx.conf', '        location', `        ${location}\n        location`),
  '/w/worker.ini': `${article['/w/worker.ini']}static-map = ${map}\n`,
});
const apart = stack('location /static/ { alias /srv/static/; }', '/static=%d/public');

describe(id, () => {
  it('reports two folders for one path, and mends either end', () => {
    const [finding, ...others] = findingsOf(id, apart);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'information');
    assert.equal(shown(apart, finding), '/srv/static/');
    assert.match(
      finding.message,
      /from \/srv\/static, .* worker\.ini to \/w\/public is never asked/,
    );
    assert.equal(shown(apart, finding.related[0]), '/static=%d/public');
    const [here, there] = finding.fixes.map((fix) => applied(apart, fix));
    assert.match(here?.['/w/nginx.conf'] ?? '', /alias \/w\/public\/;/);
    assert.match(there?.['/w/worker.ini'] ?? '', /static-map = \/static=\/srv\/static\n/);
    for (const files of [here, there]) assert.deepEqual(findingsOf(id, files ?? {}), []);
  });

  it('knows that `root` has the path of the location behind it', () => {
    const files = stack('location /static { root /srv; }', '/static=/srv/files');
    assert.match(findingsOf(id, files)[0]?.message ?? '', /from \/srv\/static,/);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'the same folder': stack('location /static/ { alias /w/public/; }', '/static=%d/public'),
    'the same folder by `root`': stack('location /static { root /w; }', '/static=static'),
    'another path': stack('location /media/ { alias /srv/media/; }', '/static=%d/public'),
    'a folder that counts from nginx’s own': stack(
      'location /static/ { alias static/; }',
      '/static=%d/public',
    ),
    'a location that asks the worker for the rest': stack(
      'location /static/ { alias /srv/static/; try_files $uri @app; }',
      '/static=%d/public',
    ),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
