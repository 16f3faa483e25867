import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, edited } from '../../testing/workspace.ts';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';

const id = 'stack/no-dangling-pass';
const off = edited(article, '/w/nginx.conf', '127.0.0.1:3030', '127.0.0.1:3031');

describe(id, () => {
  it('reports an address at which nothing listens, and shows the router', () => {
    const [finding, ...others] = findingsOf(id, off);
    assert.equal(others.length, 0);
    assert.equal(finding?.level, 'error');
    assert.equal(shown(off, finding), '127.0.0.1:3031');
    assert.match(finding.message, /Nothing listens at 127\.0\.0\.1:3031/);
    assert.equal(shown(off, finding.related[0]), '127.0.0.1:3030');
    assert.equal(finding.related[0]?.path, '/w/router.ini');
  });

  it('mends either end', () => {
    const [finding] = findingsOf(id, off);
    assert.equal(finding?.fixes.length, 2);
    for (const fix of finding.fixes) assert.deepEqual(findingsOf(id, applied(off, fix)), []);
    assert.deepEqual(applied(off, finding.fixes[0]), article);
  });

  it('says so when the port is that of the subscriptions', () => {
    const mixed = edited(article, '/w/nginx.conf', '127.0.0.1:3030', '127.0.0.1:3131');
    assert.match(findingsOf(id, mixed)[0]?.message ?? '', /takes subscriptions only/);
  });

  it('follows an upstream, and marks the server in it', () => {
    const upstream = edited(
      edited(article, '/w/nginx.conf', 'uwsgi_pass 127.0.0.1:3030', 'uwsgi_pass router'),
      '/w/nginx.conf',
      'http {',
      'http {\n    upstream router { server 127.0.0.1:3039; }',
    );
    const [finding] = findingsOf(id, upstream);
    assert.equal(shown(upstream, finding), '127.0.0.1:3039');
  });

  for (const [what, files] of Object.entries({
    'the right address': article,
    localhost: edited(article, '/w/nginx.conf', '127.0.0.1:3030', 'localhost:3030'),
    'a router whose address is known when it runs': edited(
      off,
      '/w/router.ini',
      '127.0.0.1:3030',
      '$(ADDRESS)',
    ),
    'a name that the router looks up, too': edited(
      edited(article, '/w/nginx.conf', '127.0.0.1:3030', 'app.example:3030'),
      '/w/router.ini',
      'shared-socket = 127.0.0.1:3030',
      'resolve = own=app.example\nshared-socket = %(own):3030',
    ),
    'a variable': edited(article, '/w/nginx.conf', '127.0.0.1:3030', '$backend'),
    'another machine': edited(article, '/w/nginx.conf', '127.0.0.1:3030', '10.0.0.7:3031'),
    'a container': edited(article, '/w/nginx.conf', '127.0.0.1:3030', 'app:3031'),
    'a folder without uWSGI': { '/w/nginx.conf': off['/w/nginx.conf'] },
    'a router that listens everywhere': edited(article, '/w/router.ini', '127.0.0.1:3030', ':3030'),
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
