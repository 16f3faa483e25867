import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, findingsOf, shown } from '../../testing/stack-rule.ts';
import { article, edited } from '../../testing/workspace.ts';

const id = 'stack/unreachable-worker';
const socket = (value: string) => edited(article, '/w/worker.ini', 'socket = 127.*:0', value);

describe(id, () => {
  for (const [lines, culprit, says, mended] of [
    [
      'http-socket = 127.*:0',
      '127.*:0',
      /speaks the uwsgi protocol to `http-socket`/,
      /\nsocket = 127/,
    ],
    [
      'socket = localhost:0',
      'localhost:0',
      /"localhost" as it is written/,
      /\nsocket = 127\.0\.0\.1:0/,
    ],
    [
      'socket = app.example:0',
      'app.example:0',
      /not look names up/,
      /resolve = own=app\.example\nsocket = %\(own\):0/,
    ],
    ['socket = [::1]:0', '[::1]:0', /cannot connect to IPv6/, /\nsocket = 127\.0\.0\.1:0/],
    ['socket = [::]:0', '[::]:0', /cannot connect to IPv6/, /\nsocket = 127\.\*:0/],
    [
      'http-socket = :9090\nsocket = 127.*:0',
      ':9090',
      /http-socket/,
      /key=app\.localhost,socket=1/,
    ],
  ] as const)
    it(`reports ${lines.replace('\n', ', ')}, and mends it`, () => {
      const files = socket(lines);
      const [finding, ...others] = findingsOf(id, files);
      assert.equal(others.length, 0);
      assert.equal(finding?.level, 'error');
      assert.equal(shown(files, finding), culprit);
      assert.match(finding.message, says);
      assert.equal(shown(files, finding.related[0]), '127.0.0.1:3131');
      const after = applied(files, finding.fixes[0]);
      assert.match(after['/w/worker.ini'] ?? '', mended);
      assert.deepEqual(findingsOf(id, after), []);
    });

  it('warns when another machine is told the loopback', () => {
    const far = edited(article, '/w/worker.ini', 'server=127.0.0.1', 'server=10.0.0.7');
    const [finding] = findingsOf(id, far);
    assert.equal(finding?.level, 'warning');
    assert.match(finding.message, /connects to itself/);
  });

  for (const [what, files] of Object.entries({
    'the article': article,
    'all interfaces, on one machine': socket('socket = :0'),
    'a unix socket': socket('socket = worker.sock'),
    'an http-socket that is not announced': socket('socket = 127.*:0\nhttp-socket = :9090'),
    'a chosen socket': edited(
      socket('http-socket = :9090\nsocket = 127.*:0'),
      '/w/worker.ini',
      'key=app.localhost',
      'key=app.localhost,socket=1',
    ),
    'an address of its own': edited(
      socket('http-socket = :9090'),
      '/w/worker.ini',
      'key=app.localhost',
      'key=app.localhost,addr=127.0.0.1:4000',
    ),
    'a router by a name, which may be on this machine': edited(
      article,
      '/w/worker.ini',
      'subscribe2 = server=127.0.0.1',
      'resolve = router=router.example\nsubscribe2 = server=%(router)',
    ),
    'a worker without a subscription': {
      '/w/worker.ini': '[uwsgi]\nplugins = python3\nhttp-socket = :9090\nwsgi-file = app.py\n',
    },
  }))
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(id, files), []);
    });
});
