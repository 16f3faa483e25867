import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeStep } from '../testing/plans.ts';
import { findRow } from './message-row.ts';
import { createMessageReader } from './message-reader.ts';
import { createMessageStore } from './message-store.ts';
import { nginxMessages } from './nginx-messages.ts';
import { explainOutage } from './outage.ts';
import { uwsgiMessages } from './uwsgi-messages.ts';

const worker = makeStep('worker-1', {
  title: 'worker 1',
  source: { path: '/w/worker.ini', line: 0 },
  places: {
    'wsgi-file': { path: '/w/worker.ini', line: 9 },
    'chmod-socket': { path: '/w/worker.ini', line: 4 },
    harakiri: { path: '/w/worker.ini', line: 6 },
    processes: { path: '/w/worker.ini', line: 3 },
  },
  instance: { template: 'worker', number: 1 },
});
const nginx = makeStep('nginx', {
  roles: ['nginx'],
  source: { path: '/w/nginx.conf', line: 0 },
  places: {
    '127.0.0.1:3030': { path: '/w/nginx.conf', line: 21 },
    '/run/app.sock': { path: '/w/sites/app.conf', line: 3 },
    'server app.localhost': { path: '/w/nginx.conf', line: 15 },
  },
});

const read = (step: typeof worker, ...lines: string[]) => {
  const reader = createMessageReader(step, '/w');
  return lines.flatMap((line) => reader.read(line));
};
const shown = (step: typeof worker, ...lines: string[]) =>
  read(step, ...lines).map(
    ({ level, place }) => `${level} ${place.path}:${String(place.line + 1)}`,
  );

/** A line of each kind as the program has printed it, and where it is mended. */
const uwsgiLines: readonly (readonly [line: string, place: string])[] = [
  [
    '*** WARNING: Can\'t find section "uwsgi" in INI configuration file /w/worker.ini ***',
    'error /w/worker.ini:1',
  ],
  [
    'realpath() of common.ini failed: No such file or directory [core/utils.c line 3662]',
    'error /w/worker.ini:1',
  ],
  ['[strict-mode] unknown config directive: processes', 'error /w/worker.ini:4'],
  ['invalid chmod value: 0660', 'error /w/worker.ini:5'],
  ['user nobodyy not found.', 'error /w/worker.ini:1'],
  ['invalid cheaper value: must be lower than processes', 'error /w/worker.ini:4'],
  [
    '!!! UNABLE to load uWSGI plugin: /usr/lib/uwsgi/plugins/python_plugin.so: cannot open shared object file: No such file or directory !!!',
    'error /w/worker.ini:1',
  ],
  [
    'no request plugin is loaded, you will not be able to manage requests.',
    'error /w/worker.ini:10',
  ],
  ['The -s/--socket option is missing and stdin is not a socket.', 'error /w/worker.ini:1'],
  [
    'probably another instance of uWSGI is running on the same address (127.0.0.1:3030).',
    'error /w/worker.ini:1',
  ],
  ['bind(): Address already in use [core/socket.c line 769]', 'error /w/worker.ini:1'],
  ['uWSGI fastrouter subscription server bound on 127.0.0.1 fd -1', 'error /w/worker.ini:1'],
  ['unable to use shared socket 3', 'error /w/worker.ini:1'],
  [
    '[uwsgi-fastrouter] unable to connect() to node "127.0.0.1:21411" (0 retries): Connection refused',
    'warning /w/worker.ini:1',
  ],
  ['[uWSGI fastrouter pid 12] no more nodes available. Going cheap...', 'warning /w/worker.ini:1'],
  [
    'send_subscription()/sendto(): Permission denied [core/subscription.c line 665]',
    'error /w/worker.ini:1',
  ],
  ['failed to open python file nosuch.py', 'error /w/worker.ini:10'],
  ['unable to find "application" callable in file app.py', 'error /w/worker.ini:10'],
  [
    "unable to load app 0 (mountpoint='') (callable not found or import error)",
    'error /w/worker.ini:10',
  ],
  ['*** no app loaded. GAME OVER ***', 'error /w/worker.ini:10'],
  [
    '[pid: 7|app: 0|req: 1/1] 127.0.0.1 () {32 vars in 410 bytes} [Fri Nov 27 09:12:18 2026] GET /empty => generated 0 bytes in 0 msecs (HTTP/1.1 500) 0 headers in 0 bytes (0 switches on core 0)',
    'error /w/worker.ini:10',
  ],
  [
    '--- no python application found, check your startup logs for errors ---',
    'error /w/worker.ini:10',
  ],
  ['invalid request block size: 4161 (max 4096)...skip', 'error /w/worker.ini:1'],
  [
    'DAMN ! worker 1 (pid: 99) died, killed by signal 9 :( trying respawn ...',
    'error /w/worker.ini:1',
  ],
  [
    'Thu Nov 26 12:00:00 2026 - *** HARAKIRI ON WORKER 1 (pid: 12, try: 1, graceful: no) ***',
    'warning /w/worker.ini:7',
  ],
  [
    '*** uWSGI listen queue of socket "127.0.0.1:3030" (fd: 3) full !!! (101/100) ***',
    'warning /w/worker.ini:4',
  ],
];

describe('what uWSGI says', () => {
  for (const [line, place] of uwsgiLines)
    it(`${line.slice(0, 60)} is told at its line`, () => {
      assert.deepEqual(shown(worker, line), [place]);
      const [message] = read(worker, line);
      assert.doesNotMatch(`${message?.means ?? ''} ${message?.remedy ?? ''}`, /\$/);
    });

  it('is understood behind a date, too', () => {
    assert.deepEqual(shown(worker, '2026-11-23 20:00:48 - invalid chmod value: 0660'), [
      'error /w/worker.ini:5',
    ]);
  });

  it('is left alone where nothing is wrong', () => {
    const fine = [
      '[uWSGI] getting INI configuration from /w/worker.ini',
      'uwsgi socket 0 bound to TCP address 127.0.0.1:21209 fd 3',
      '*** WARNING: you are running uWSGI as root !!! (use the --uid flag) ***',
      'spawned uWSGI worker 1 (and the only) (pid: 12, cores: 2)',
      "WSGI app 0 (mountpoint='') ready in 0 seconds on interpreter 0x7f pid: 7 (default app)",
      '[uWSGI fastrouter pid 7] app.localhost => marking 127.0.0.1:2 as failed',
      '[pid: 7|app: 0|req: 1/1] 127.0.0.1 () {30 vars in 343 bytes} [Mon Nov 23 19:27:27 2026] GET /user-x-not-found. => generated 17 bytes in 0 msecs (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)',
    ];
    assert.deepEqual(shown(worker, ...fine), []);
  });
});

describe('a traceback', () => {
  const import_ = [
    'Traceback (most recent call last):',
    '  File "/w/app.py", line 3, in <module>',
    '    import nosuch',
    "ModuleNotFoundError: No module named 'nosuch'",
  ];

  it('is one message, at the innermost line of the own folder', () => {
    const [message, ...more] = read(
      worker,
      'Traceback (most recent call last):',
      '  File "/w/app.py", line 9, in application',
      '    return helper()',
      '           ^^^^^^^^',
      '  File "/w/lib/helper.py", line 4, in helper',
      '    json.loads("{")',
      '  File "/usr/lib/python3.11/json/__init__.py", line 346, in loads',
      '    return _default_decoder.decode(s)',
      'json.decoder.JSONDecodeError: Expecting property name: line 1 column 2 (char 1)',
    );
    assert.deepEqual(more, []);
    assert.deepEqual(message?.place, { path: '/w/lib/helper.py', line: 3 });
    assert.equal(message.frames.length, 3);
    assert.match(message.means ?? '', /while it answered a request/);
  });

  it('at an import says so', () => {
    const [message] = read(worker, ...import_);
    assert.deepEqual(message?.place, { path: '/w/app.py', line: 2 });
    assert.match(message.means ?? '', /cannot load the app/);
  });

  it('may name its files as the configuration does', () => {
    const step = { ...worker, cwd: '/w/site' };
    const lines = [
      'Traceback (most recent call last):',
      '  File "app.py", line 9, in index',
      'KeyError: 1',
    ];
    assert.deepEqual(shown(step, ...lines), ['error /w/site/app.py:9']);
  });

  it('of a syntax error has no head line', () => {
    assert.deepEqual(
      shown(
        worker,
        '  File "/w/app.py", line 2',
        '    def (',
        '        ^',
        'SyntaxError: invalid syntax',
      ),
      ['error /w/app.py:2'],
    );
  });

  it('tells the last of several exceptions', () => {
    const found = read(
      worker,
      ...import_.slice(0, 3),
      'KeyError: 1',
      '',
      'During handling of the above exception, another exception occurred:',
      '',
      'Traceback (most recent call last):',
      '  File "/w/app.py", line 7, in <module>',
      'ValueError: two',
    );
    assert.deepEqual(
      found.map(({ says }) => says),
      ['KeyError: 1', 'ValueError: two'],
    );
  });
});

describe('what nginx says', () => {
  const failed = (what: string) =>
    `2026/11/26 12:00:00 [error] 7#7: *3 ${what}, client: 127.0.0.1, server: app.localhost, request: "GET / HTTP/1.1", upstream: "uwsgi://127.0.0.1:3030", host: "app.localhost:8080"`;

  it('at its start is told at the line that it names', () => {
    const line = 'nginx: [emerg] unknown directive "servr" in /w/nginx.conf:13';
    const [message] = read(nginx, line);
    assert.deepEqual(message?.place, { path: '/w/nginx.conf', line: 12 });
    assert.equal(message.says, 'unknown directive "servr"');
  });

  it('of a request is told where it is passed on', () => {
    for (const what of [
      'connect() failed (111: Connection refused) while connecting to upstream',
      'upstream prematurely closed connection while reading response header from upstream',
      'upstream timed out (110: Connection timed out) while reading response header from upstream',
      'upstream sent invalid header while reading response header from upstream',
    ])
      assert.deepEqual(shown(nginx, failed(what)), ['error /w/nginx.conf:22'], what);
  });

  it('of a unix socket, too', () => {
    const line =
      '2026/11/26 12:00:00 [crit] 7#7: *3 connect() to unix:/run/app.sock failed (13: Permission denied) while connecting to upstream, client: 1.2.3.4, server: app.localhost, request: "GET / HTTP/1.1", upstream: "uwsgi://unix:/run/app.sock:", host: "app.localhost"';
    assert.deepEqual(shown(nginx, line), ['error /w/sites/app.conf:4']);
  });

  it('of a server is told at its name', () => {
    const large =
      '2026/11/26 12:00:00 [error] 7#7: *3 client intended to send too large body: 2000000 bytes, client: 127.0.0.1, server: app.localhost, request: "POST / HTTP/1.1", host: "app.localhost"';
    assert.deepEqual(shown(nginx, large), ['warning /w/nginx.conf:16']);
  });

  it('is told in its own words where nobody has explained it', () => {
    const [message] = read(nginx, failed('something new has happened'));
    assert.deepEqual(
      [message?.says, message?.means, message?.place.line],
      ['something new has happened', undefined, 21],
    );
  });

  it('of its normal life is left alone', () => {
    assert.deepEqual(
      shown(
        nginx,
        '2026/11/26 12:00:00 [notice] 7#7: signal 3 (SIGQUIT) received, shutting down',
        '127.0.0.1 - - [26/Nov/2026:12:00:00 +0000] "GET /[error] HTTP/1.1" 200 5 "-" "x"',
      ),
      [],
    );
  });
});

describe('the table', () => {
  it('has patterns that no other row takes away', () => {
    for (const [line] of uwsgiLines) {
      const found = findRow(uwsgiMessages, line);
      assert.ok(found, line);
    }
    for (const row of [...uwsgiMessages, ...nginxMessages]) {
      assert.match(row.means, /[.:]$/, row.means);
      assert.match(row.remedy, /\.$/, row.remedy);
    }
  });
});

describe('the messages of a stack', () => {
  let sequence = 0;
  const line = (stepId: string, text: string, stream: 'stdout' | 'stack' = 'stdout') => ({
    ...{ stepId, text, stream, time: 1000 + sequence, sequence: (sequence += 1) },
  });
  const failure = line(
    'nginx',
    '2026/11/26 12:00:00 [error] 7#7: *3 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: app.localhost, request: "GET / HTTP/1.1", upstream: "uwsgi://127.0.0.1:3030", host: "app.localhost"',
  );
  const answer = line(
    'worker-1',
    '[pid: 7|app: 0|req: 1/1] 127.0.0.1 () {30 vars in 343 bytes} [Mon Nov 23 19:27:27 2026] GET / => generated 17 bytes in 0 msecs (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)',
  );
  const store = () => {
    const made = createMessageStore(() => undefined);
    made.plan([worker, nginx], '/w');
    return made;
  };

  it('are told once, with their number', () => {
    const kept = store();
    assert.equal(kept.read([failure], false).length, 1);
    assert.equal(
      kept.read([{ ...failure, text: failure.text.replace('*3', '*4') }], false).length,
      0,
    );
    assert.deepEqual(
      kept.messages.map(({ count }) => count),
      [2],
    );
  });

  it('of failed requests go when a request is answered', () => {
    const kept = store();
    kept.read([failure], false);
    kept.read([{ ...answer, text: answer.text.replace(' 200)', ' 500)') }], false);
    assert.equal(kept.messages.length, 1);
    kept.read([answer], false);
    assert.deepEqual(kept.messages, []);
  });

  it('go when the process is started anew, and not when another one is', () => {
    const kept = store();
    kept.read([line('worker-1', 'invalid chmod value: 0660')], false);
    kept.read([line('nginx', 'starting nginx', 'stack')], false);
    assert.equal(kept.messages.length, 1);
    kept.read([line('worker-1', 'starting worker 1', 'stack')], false);
    assert.deepEqual(kept.messages, []);
  });

  it('go when their file is saved, and stay when the stack is down', () => {
    const kept = store();
    kept.read([line('worker-1', 'invalid chmod value: 0660')], false);
    kept.plan([], '/w');
    kept.saved('/w/nginx.conf');
    assert.equal(kept.messages.length, 1);
    kept.saved('/w/worker.ini');
    assert.deepEqual(kept.messages, []);
  });

  it('go with a worker that is taken out', () => {
    const kept = store();
    kept.read([line('worker-1', 'invalid chmod value: 0660')], false);
    kept.plan([nginx], '/w');
    assert.deepEqual(kept.messages, []);
  });

  it('of failed requests are none while the stack is stopped', () => {
    const kept = store();
    assert.deepEqual(kept.read([failure], true), []);
    assert.deepEqual(kept.messages, []);
  });

  it('together with the states explain an outage', () => {
    const kept = store();
    const [told] = kept.read([failure], false);
    assert.ok(told);
    const reason = {
      message: 'worker 1 has ended with status 1.',
      remedy: undefined,
      source: undefined,
      stepId: 'worker-1',
    };
    const steps = [
      { step: worker, status: { kind: 'failed', reason } as const, restarts: [5] },
      { step: nginx, status: { kind: 'ready', pid: 1 } as const, restarts: [] },
    ];
    const outage = explainOutage(told, { steps, plan: undefined }, () => '12:03:11');
    assert.deepEqual(outage, {
      cause:
        'A request for app.localhost has failed: worker 1 is down at 12:03:11. worker 1 has ended with status 1.',
      restart: 'worker-1',
      add: undefined,
      place: told.place,
      key: 'down worker-1',
    });
  });
});
