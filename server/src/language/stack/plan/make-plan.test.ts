import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LaunchPlan } from '../../../../../shared/launch-plan.ts';
import type { PlanParams } from '../../../../../shared/messages.ts';
import { createLanguage } from '../../language.ts';
import { article, edited, planParams, snapshot } from '../../testing/workspace.ts';

type Files = Readonly<Record<string, string>>;

function plan(files: Files, params: Partial<PlanParams> = {}): LaunchPlan {
  const result = createLanguage().plan(snapshot(files), { ...planParams, ...params });
  assert.equal(result.kind, 'plan', JSON.stringify(result));
  return result.plan;
}

function problems(files: Files, params: Partial<PlanParams> = {}) {
  const result = createLanguage().plan(snapshot(files), { ...planParams, ...params });
  assert.equal(result.kind, 'problems');
  return result.problems;
}

describe('plan of the article’s stack', () => {
  const made = plan(article);
  const [router, one, two, nginx] = made.steps;

  it('starts the router, the workers, nginx, in this order', () => {
    assert.deepEqual(
      made.steps.map(({ id, title, after }) => ({ id, title, after })),
      [
        { id: 'router', title: 'router', after: [] },
        { id: 'worker-1', title: 'worker 1', after: ['router'] },
        { id: 'worker-2', title: 'worker 2', after: ['router'] },
        { id: 'nginx', title: 'nginx', after: ['router', 'worker-1', 'worker-2'] },
      ],
    );
  });

  it('runs the files as they are, with stats sockets in the run folder', () => {
    assert.deepEqual(router?.argv, [
      ...['/usr/bin/uwsgi', '--ini', '/w/router.ini'],
      ...['--set', 'fastrouter-stats=/run/x/router.sock'],
    ]);
    assert.deepEqual(two?.argv, [
      ...['/usr/bin/uwsgi', '--ini', '/w/worker.ini', '--set', 'stats=/run/x/worker-2.sock'],
      ...['--set', 'master-fifo=/run/x/worker-2.fifo'],
    ]);
    assert.equal(two.cwd, '/w');
    assert.deepEqual(two.env.unsetPrefixes, ['UWSGI_']);
  });

  it('claims the fixed addresses only, and names their lines', () => {
    assert.deepEqual(
      made.steps.flatMap(({ claims }) => claims),
      [
        {
          address: { kind: 'tcp', host: '127.0.0.1', port: 3030 },
          transport: 'stream',
          source: { path: '/w/router.ini', line: 3 },
          label: 'fastrouter 127.0.0.1:3030',
        },
        {
          address: { kind: 'tcp', host: '127.0.0.1', port: 3131 },
          transport: 'datagram',
          source: { path: '/w/router.ini', line: 5 },
          label: 'fastrouter-subscription-server 127.0.0.1:3131',
        },
        {
          address: { kind: 'tcp', host: '127.0.0.1', port: 8080 },
          transport: 'stream',
          source: { path: '/w/nginx.conf', line: 3 },
          label: 'listen 127.0.0.1:8080',
        },
      ],
    );
  });

  it('is ready when the router lists the worker and a page is answered', () => {
    const routerStats = { kind: 'unix', path: '/run/x/router.sock' };
    const workerStats = { kind: 'unix', path: '/run/x/worker-1.sock' };
    assert.deepEqual(one?.ready, [
      { kind: 'app-loaded', stats: workerStats },
      { kind: 'subscribed', routerStats, workerStats, key: 'app.localhost', announced: undefined },
    ]);
    assert.deepEqual(made.ready, [
      {
        kind: 'answers',
        page: {
          url: 'http://app.localhost:8080/',
          address: { kind: 'tcp', host: '127.0.0.1', port: 8080 },
          host: 'app.localhost:8080',
          path: '/',
        },
        router: { stats: routerStats, key: 'app.localhost' },
      },
    ]);
  });

  it('stops uWSGI by SIGINT first and everything by the group at last', () => {
    for (const step of made.steps) {
      assert.notEqual(step.stop[0]?.signal, 'SIGKILL');
      assert.deepEqual(step.stop.at(-1), { signal: 'SIGKILL', to: 'group', graceMs: 2000 });
    }
    assert.equal(one?.stop[0]?.signal, 'SIGINT');
    assert.equal(nginx?.stop[0]?.signal, 'SIGQUIT');
  });

  it('checks nginx on the shadow before it starts', () => {
    assert.deepEqual(nginx?.check?.argv, [
      ...['/usr/sbin/nginx', '-p', '/run/x/', '-c', '/run/x/conf/nginx.conf', '-e', 'stderr'],
      ...['-t', '-q'],
    ]);
  });

  it('shows nginx’s requests among its lines', () => {
    assert.deepEqual(nginx?.follow, [{ path: '/run/x/access.log', holds: 'requests' }]);
    assert.ok(made.files.some((file) => file.kind === 'log' && file.path === '/run/x/access.log'));
  });

  it('says how a worker leaves without losing a request', () => {
    assert.deepEqual(one?.graceful, {
      fifo: '/run/x/worker-1.fifo',
      stats: { kind: 'unix', path: '/run/x/worker-1.sock' },
      leaves: [
        {
          server: { host: '127.0.0.1', port: 3131 },
          routerStats: { kind: 'unix', path: '/run/x/router.sock' },
          key: 'app.localhost',
          modifier1: 0,
          announced: undefined,
        },
      ],
      graceMs: 10_000,
    });
    const own = edited(article, '/w/worker.ini', 'master', 'master-fifo = own.fifo\nmaster');
    assert.equal(plan(own).steps[1]?.graceful, undefined);
    const signed = edited(article, '/w/worker.ini', 'key=app', 'sign=SHA1:k.pem,key=app');
    assert.deepEqual(plan(signed).steps[1]?.graceful?.leaves, []);
  });

  it('moves the files of a system service into the run folder', () => {
    const service = edited(
      article,
      '/w/worker.ini',
      'master',
      'logto = /var/log/uwsgi/app.log\npidfile = /run/app.pid\nmaster',
    );
    const [, first, second] = plan(service).steps;
    assert.deepEqual(first?.argv.slice(-4), [
      ...['--set', 'logto=/run/x/worker-1.log', '--set', 'pidfile=/run/x/worker-1.pid'],
    ]);
    assert.deepEqual(first.follow, [{ path: '/run/x/worker-1.log', holds: 'output' }]);
    assert.equal(second?.argv.at(-1), 'pidfile=/run/x/worker-2.pid');
  });

  it('has the modules of the build where relative paths of unknown files lead', () => {
    assert.deepEqual(
      made.files.filter(({ kind }) => kind === 'link'),
      [{ kind: 'link', path: '/run/x/modules', target: '/usr/lib/nginx/modules' }],
    );
  });

  it('knows the files that each program reads', () => {
    assert.deepEqual(
      made.steps.map(({ inputs }) => inputs),
      [['/w/router.ini'], ['/w/worker.ini'], ['/w/worker.ini'], ['/w/nginx.conf']],
    );
    const split = {
      ...edited(article, '/w/worker.ini', 'master', 'ini = /w/common.ini\nmaster'),
      '/w/common.ini': '[uwsgi]\nthreads = 2\n',
    };
    assert.deepEqual(plan(split).steps[1]?.inputs, ['/w/worker.ini', '/w/common.ini']);
  });

  it('adds no stats sockets where they are not wanted', () => {
    const result = createLanguage().plan(snapshot(article, { statsSockets: false }), planParams);
    assert.equal(result.kind, 'plan');
    const { steps, ready } = result.plan;
    assert.ok(steps.every(({ argv }) => !argv.some((word) => word.includes('stats='))));
    assert.deepEqual(
      steps.map((step) => step.ready.map(({ kind }) => kind)),
      [['accepts'], [], [], ['accepts']],
    );
    assert.ok(ready.every((probe) => probe.kind === 'answers' && probe.router === undefined));
  });

  it('looks for the address that a worker announces', () => {
    const announced = edited(article, '/w/worker.ini', 'key=app', 'addr=127.0.0.1:4040,key=app');
    const probe = plan(announced).steps[1]?.ready[1];
    assert.equal(probe?.kind === 'subscribed' && probe.announced, '127.0.0.1:4040');
  });

  it('has nginx take another port where that is wanted', () => {
    const { steps, pages, notes } = plan(article, { moved: { '8080': 8085 } });
    assert.deepEqual(steps.at(-1)?.claims[0]?.address, {
      ...{ kind: 'tcp', host: '127.0.0.1', port: 8085 },
    });
    assert.equal(pages[0]?.url, 'http://app.localhost:8085/');
    assert.deepEqual(notes, ['nginx listens on 127.0.0.1:8085 instead of 127.0.0.1:8080.']);
  });

  it('is the same for the same input', () => {
    assert.deepEqual(plan(article), made);
  });

  it('starts as many workers as asked for', () => {
    const ids = (workers: Record<string, number>) =>
      plan(article, { workers })
        .steps.map(({ id }) => id)
        .filter((id) => id.startsWith('worker'));
    assert.deepEqual(ids({ worker: 3 }), ['worker-1', 'worker-2', 'worker-3']);
    assert.deepEqual(ids({ worker: 0 }), []);
    assert.equal(ids({ worker: 1000 }).length, 100);
  });
});

describe('plans of other stacks', () => {
  it('starts a worker with a fixed address once, and says why not more often', () => {
    const fixed = plan(edited(article, '/w/worker.ini', '127.*:0', '127.0.0.1:3032'));
    assert.deepEqual(
      fixed.steps.map(({ id }) => id),
      ['router', 'worker-1', 'nginx'],
    );
    const [template] = fixed.workerTemplates;
    assert.equal(template?.scalable.kind, 'no');
    assert.match(template.scalable.reason, /fixed address 127\.0\.0\.1:3032/);
  });

  it('runs one file that is router and worker at once as one process', () => {
    const one = plan({
      '/w/nginx.conf': article['/w/nginx.conf'],
      '/w/uwsgi.ini': `${article['/w/router.ini']}socket = 127.0.0.1:0
subscribe2 = server=127.0.0.1:3131,key=app.localhost
wsgi-file = app.py
`,
    });
    assert.deepEqual(
      one.steps.map(({ id, roles }) => ({ id, roles })),
      [
        { id: 'router', roles: ['router', 'worker'] },
        { id: 'nginx', roles: ['nginx'] },
      ],
    );
    assert.deepEqual(
      one.steps[0]?.ready.map(({ kind }) => kind),
      ['router-stats', 'app-loaded', 'subscribed'],
    );
  });

  it('runs nginx straight to a worker', () => {
    const direct = plan({
      '/w/nginx.conf': article['/w/nginx.conf'].replace('3030', '3032'),
      '/w/worker.ini': '[uwsgi]\nplugins = python3\nsocket = 127.0.0.1:3032\nwsgi-file = app.py\n',
    });
    assert.deepEqual(
      direct.steps.map(({ id }) => id),
      ['worker-1', 'nginx'],
    );
    assert.deepEqual(
      direct.ready.map((probe) => probe.kind === 'answers' && probe.router),
      [undefined],
    );
  });

  it('uses the stats socket that a file already has', () => {
    const own = plan(
      edited(article, '/w/router.ini', 'master', 'fastrouter-stats = 127.0.0.1:3132\nmaster'),
    );
    assert.deepEqual(own.steps[0]?.argv, ['/usr/bin/uwsgi', '--ini', '/w/router.ini']);
    assert.deepEqual(own.steps[0].ready, [
      { kind: 'router-stats', stats: { kind: 'tcp', host: '127.0.0.1', port: 3132 } },
    ]);
  });
});

describe('failures that only the running nginx knows', () => {
  it('names the line of a certificate that cannot be loaded', () => {
    const made = plan(
      edited(
        article,
        '/w/nginx.conf',
        'location /',
        'ssl_certificate a+b.pem; ssl_certificate_key k;\n        location /',
      ),
    );
    const line =
      '2026/11/23 22:00:00 [emerg] 7#7: cannot load certificate "/w/a+b.pem": BIO_new_file() failed (SSL: error:80000002:system library::No such file or directory:calling fopen(/w/a+b.pem, r))';
    const patterns = made.steps.at(-1)?.failures ?? [];
    const first = patterns.find(({ pattern }) => new RegExp(pattern, 'u').test(line));
    assert.equal(first?.cause, 'nginx.conf:6: ssl_certificate: nginx cannot load /w/a+b.pem: $1.');
  });
});

describe('reasons not to start', () => {
  it('names the broken wire, its line and the mend', () => {
    const [problem, ...others] = problems(
      edited(article, '/w/nginx.conf', '127.0.0.1:3030', '127.0.0.1:3031'),
    );
    assert.equal(others.length, 0);
    assert.match(problem?.message ?? '', /^nginx\.conf:9: Nothing listens at 127\.0\.0\.1:3031/);
    assert.equal(problem?.remedy, 'Pass to 127.0.0.1:3030 (router.ini).');
    assert.equal(problem.line, 8);
  });

  it('names an error of syntax', () => {
    const [problem] = problems(edited(article, '/w/nginx.conf', '$host;', '$host'));
    assert.match(problem?.message ?? '', /^nginx\.conf:8: /);
  });

  it('refuses what would run out of sight', () => {
    const [problem] = problems(
      edited(article, '/w/worker.ini', 'master', 'daemonize = /tmp/log\nmaster'),
    );
    assert.match(problem?.message ?? '', /daemonize/);
  });

  it('says a thing once that a rule and the planner know', () => {
    const both = problems(edited(article, '/w/router.ini', 'master = true', 'master = off'));
    assert.deepEqual(
      both.map(({ line }) => line),
      [2],
    );
  });

  it('names the keys when no page can reach any worker', () => {
    const other = edited(article, '/w/nginx.conf', 'app.localhost', 'other.localhost');
    const [problem, ...others] = problems(other);
    assert.equal(others.length, 0);
    assert.equal(
      problem?.message,
      'nginx.conf:8: nginx asks the router for key "other.localhost", but the workers announce "app.localhost" (worker.ini:5): every page would be a 502.',
    );
    assert.equal(
      problem.remedy,
      'Change `key=` to other.localhost, or `server_name` to app.localhost.',
    );
    const fixed = edited(article, '/w/nginx.conf', '$host', 'other');
    assert.match(problems(fixed)[0]?.remedy ?? '', /or UWSGI_FASTROUTER_KEY to app\.localhost\.$/);
  });

  it('does not guess about keys', () => {
    const other = edited(article, '/w/nginx.conf', 'app.localhost', 'other.localhost');
    plan(edited(other, '/w/nginx.conf', '$host', '$arg_tenant'));
    plan(edited(other, '/w/nginx.conf', 'uwsgi_param UWSGI_FASTROUTER_KEY $host;', ''));
    plan(edited(other, '/w/worker.ini', 'key=app', 'key=.app'));
    plan(edited(other, '/w/router.ini', 'master', 'fastrouter-to = 127.0.0.1:1\nmaster'));
  });

  it('runs the servers of fragments in a configuration of their own', () => {
    const { '/w/nginx.conf': _, ...others } = article;
    const site = (port: number, name: string) =>
      `server {\n  listen ${port};\n  server_name ${name};\n  location / {\n    include uwsgi_params;\n    uwsgi_pass 127.0.0.1:3030;\n  }\n}\n`;
    const made = plan({
      ...others,
      '/w/sites-enabled/app.conf': site(8081, 'app.localhost'),
      '/w/sites-enabled/other.conf': site(8082, 'other.localhost'),
    });
    const nginx = made.steps.at(-1);
    assert.deepEqual(nginx?.inputs, ['/w/sites-enabled/app.conf', '/w/sites-enabled/other.conf']);
    assert.deepEqual(
      nginx.claims.map(({ address, source }) => [address.kind === 'tcp' && address.port, source]),
      [
        [8081, { path: '/w/sites-enabled/app.conf', line: 1 }],
        [8082, { path: '/w/sites-enabled/other.conf', line: 1 }],
      ],
    );
    const texts = made.files.flatMap((file) => (file.kind === 'text' ? [file.text] : []));
    assert.equal(texts.length, 3);
    assert.match(texts[0] ?? '', /^daemon off;.* events \{\} http \{ .*\ninclude .*;\ninclude /s);
    // Beside the fragment there is none; the system's nginx would find it in its own folder.
    assert.match(texts[1] ?? '', /include \/etc\/nginx\/uwsgi_params;/);
    assert.equal(made.pages[0]?.url, 'http://app.localhost:8081/');
  });

  it('puts a location alone into a server', () => {
    const { '/w/nginx.conf': _, ...others } = article;
    const made = plan({
      ...others,
      '/w/snippet.conf':
        'location /x/ {\n  uwsgi_param UWSGI_FASTROUTER_KEY app.localhost;\n  uwsgi_pass 127.0.0.1:3030;\n}\n',
    });
    const ports = made.steps.at(-1)?.claims.map(({ address }) => address);
    assert.deepEqual(ports, [{ kind: 'tcp', host: '127.0.0.1', port: 8000 }]);
    assert.equal(made.pages[0]?.url, 'http://app.localhost:8000/x/');
  });

  it('leaves fragments alone where a whole configuration leads to the router', () => {
    const made = plan({
      ...article,
      '/w/snippet.conf': 'location /x { uwsgi_pass 127.0.0.1:3030; }\n',
    });
    assert.deepEqual(made.steps.at(-1)?.inputs, ['/w/nginx.conf']);
  });

  it('says what a folder without a stack lacks', () => {
    assert.match(problems({})[0]?.message ?? '', /No stack was found/);
  });

  it('asks which of several', () => {
    const other = Object.fromEntries(
      Object.entries(article).map(([path, text]) => [path.replace('/w/', '/v/'), text]),
    );
    assert.match(problems({ ...article, ...other })[0]?.message ?? '', /There are 2 stacks here/);
  });
});
