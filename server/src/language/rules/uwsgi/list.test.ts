import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runRule } from '../../testing/rule-fixture.ts';
import { uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { uwsgiRules } from './list.ts';

/** What tutorials and the manual show, whole. */
const plain = {
  worker: `[uwsgi]
plugins = python3
master = true
processes = 2
threads = 4
heartbeat = 10
socket = 127.*:0
subscribe2 = server=127.0.0.1:3131,key=localhost
wsgi = app
vacuum = true
harakiri = 30
max-requests = 5000
`,
  router: `[uwsgi]
plugins = fastrouter
master = true
shared-socket = 127.0.0.1:3030
fastrouter-subscription-server = 127.0.0.1:3131
fastrouter = =0
fastrouter-cheap = true
vacuum = true
`,
  django: `[uwsgi]
chdir = /path/to/your/project
module = mysite.wsgi:application
master = True
pidfile = /tmp/project-master.pid
vacuum = True
max-requests = 5000
daemonize = /var/log/uwsgi/yourproject.log
`,
  flask: `[uwsgi]
module = wsgi:app
master = true
processes = 5
socket = myproject.sock
chmod-socket = 660
vacuum = true
die-on-term = true
`,
  quickstart: `[uwsgi]
http-socket = 127.0.0.1:9090
wsgi-file = foobar.py
master = true
processes = 4
threads = 2
stats = 127.0.0.1:9191
`,
  emperor: `[uwsgi]
emperor = /etc/uwsgi/vassals
uid = www-data
gid = www-data
vassal-set = processes=8
emperor-tyrant = true
`,
};

test('no rule finds anything in plain configurations', () => {
  for (const [name, text] of Object.entries(plain))
    for (const rule of uwsgiRules.filter(({ optional }) => optional !== true))
      assert.deepEqual(
        runRule(rule, uwsgiFile(text)).map(({ message }) => message),
        [],
        name,
      );
});

test('every rule has an https source and an own id', () => {
  assert.equal(new Set(uwsgiRules.map(({ id }) => id)).size, uwsgiRules.length);
  for (const { id, docs } of uwsgiRules) {
    assert.match(id, /^uwsgi\//);
    assert.match(docs.source, /^https:\/\//);
  }
});
