import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/no-shared-port';
const worker = (line: string) =>
  edited(article, '/w/worker.ini', 'master = true', `master = true\n${line}`);
const router = (line: string) =>
  edited(article, '/w/router.ini', 'master = true', `master = true\n${line}`);
const only = (files: Readonly<Record<string, string>>) => {
  const [finding, ...others] = findingsOf(id, files);
  assert.equal(others.length, 0);
  assert.ok(finding);
  return { level: finding.level, text: shown(files, finding), message: finding.message };
};

describe(id, () => {
  it('reports the port of another program of the stack', () => {
    const stats = only(worker('stats = :3030'));
    assert.deepEqual([stats.level, stats.text], ['warning', ':3030']);
    assert.match(stats.message, /`fastrouter` of router\.ini/);
    const web = only(worker('http-socket = 0.0.0.0:8080'));
    assert.match(web.message, /`listen` of nginx\.conf/);
  });

  it('reports the same port twice in one file as an error', () => {
    const twice = only(worker('socket = :4000\nstats = 127.0.0.1:4000'));
    assert.deepEqual([twice.level, twice.text], ['error', '127.0.0.1:4000']);
    assert.match(only(router('fastrouter-stats = 127.0.0.1:3030')).message, /anew each second/);
  });

  it('gives an announced worker and a stats server another port', () => {
    const clash = edited(article, '/w/worker.ini', '127.*:0', '127.0.0.1:3030');
    assert.deepEqual(applied(clash, findingsOf(id, clash)[0]?.fixes[0]), article);
    const stats = router('fastrouter-stats = 127.0.0.1:3030');
    const mended = applied(stats, findingsOf(id, stats)[0]?.fixes[0]);
    assert.match(mended['/w/router.ini'] ?? '', /fastrouter-stats = 127\.0\.0\.1:3031\n/);
    assert.deepEqual(findingsOf(id, mended), []);
  });

  it('knows that [::] of uWSGI takes IPv4, too, and that of nginx does not', () => {
    assert.equal(findingsOf(id, worker('stats = [::]:3030')).length, 1);
    assert.deepEqual(findingsOf(id, worker('stats = [::1]:3030')), []);
    const files = edited(article, '/w/nginx.conf', '127.0.0.1:8080', '[::]:8080');
    const taken = { ...files, '/w/worker.ini': worker('stats = :8080')['/w/worker.ini'] };
    assert.deepEqual(findingsOf(id, taken), []);
    const both = edited(taken, '/w/nginx.conf', '[::]:8080', '[::]:8080 ipv6only=off');
    assert.equal(findingsOf(id, both).length, 1);
  });

  it('reports two routers that take subscriptions at one address', () => {
    const files = {
      ...article,
      '/w/second.ini':
        '[uwsgi]\nmaster = true\nfastrouter = 127.0.0.1:3040\nfastrouter-subscription-server = 127.0.0.1:3131\n',
    };
    const found = only(files);
    assert.equal(found.level, 'information');
    assert.match(found.message, /takes all announcements/);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'TCP and UDP of one number': worker('stats = 127.0.0.1:3131'),
    'two addresses of the loopback': worker('stats = 127.0.0.2:3030'),
    'ports that the kernel chooses': worker('socket = 127.0.0.1:0\nsocket = :0'),
    'a socket under a condition': worker('if-env = DEBUG\nstats = :3030\nendif ='),
    'ports that are shared on purpose': worker('reuse-port = true\nsocket = :4000\nsocket = :4000'),
    'files of another stack': { ...article, '/v/app.ini': '[uwsgi]\nsocket = 127.0.0.1:3030\n' },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
