import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createLanguage } from '../../language.ts';
import { readFile } from '../../read-file.ts';
import { planParams, snapshot } from '../../testing/workspace.ts';

/** What a shell, a path, a page or a terminal would make something of. */
const pieces = [
  ...[
    '$(touch x)',
    '`touch x`',
    ';touch x;',
    '&& touch x',
    '| sh',
    '\n',
    '\r',
    '..',
    '../../x',
    '~',
  ],
  ...['/etc/cron.d/x', '<img src=x onerror=alert(1)>', '"', "'", '\\', '%', '%(a)', '@(exec://id)'],
  ...[
    '--ini=x',
    'a:b',
    '-c',
    '*',
    '[a]',
    '{b}',
    '?',
    '\u001b]0;x\u0007',
    ' ',
    'é',
    '#',
    'a',
    '\u0000',
  ],
];
const hostile = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 })
  .map((some) => some.join(''));
const names = hostile.map((text) => text.replaceAll('/', '_').replace(/^\.+$/, '_'));
/** Quoted, so that nginx takes it for one word. */
const word = hostile.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`);

const workspaces = fc.record({
  folder: names,
  nginx: names,
  site: names,
  worker: names,
  words: fc.array(word, { minLength: 6, maxLength: 6 }),
});

const main = (site: string, words: readonly string[]) => `pid ${words[0]};
error_log ${words[1]};
lock_file ${words[2]};
events {}
http {
  access_log ${words[3]};
  proxy_cache_path ${words[4]} keys_zone=a:1m;
  client_body_temp_path ${words[5]};
  include "${site.replaceAll(/["\\]/g, '\\$&')}";
  include sites/*.conf;
  server {
    error_log ${words[2]} debug;
    listen 127.0.0.1:8080;
    server_name app.localhost ${words[0]};
    location / {
      access_log ${words[1]} combined;
      uwsgi_param UWSGI_FASTROUTER_KEY $host;
      uwsgi_pass 127.0.0.1:3030;
    }
  }
}
`;

/** Directives of nginx that write where their argument says. */
const writing = /^(?:pid|lock_file|error_log|access_log|\w+_(?:temp|cache)_path)$/;

describe('a plan of files that mean harm', () => {
  it('writes into its folder only, and hands over lists of arguments', () => {
    let planned = 0;
    fc.assert(
      fc.property(workspaces, ({ folder, nginx, site, worker, words }) => {
        const base = `/w/${folder}`;
        const paths = {
          nginx: `${base}/${nginx}.nginx`,
          worker: `${base}/${worker}.uwsgi`,
          site: `${base}/sites/${site}.conf`,
        };
        const files = {
          [paths.nginx]: main(`sites/${site}.conf`, words),
          [paths.site]: `server { listen 127.0.0.1:8081; access_log ${words[0]}; }\n`,
          [`${base}/router.uwsgi`]:
            '[uwsgi]\nplugins = fastrouter\nmaster = true\nfastrouter = 127.0.0.1:3030\nfastrouter-subscription-server = 127.0.0.1:3131\n',
          [paths.worker]:
            '[uwsgi]\nplugins = python3\nmaster = true\nsocket = 127.*:0\nsubscribe2 = server=127.0.0.1:3131,key=app.localhost\nwsgi-file = app.py\n',
        };
        const result = createLanguage().plan(snapshot(files), planParams);
        if (result.kind !== 'plan') return;
        planned++;
        const { plan } = result;
        for (const file of plan.files) {
          assert.ok(isInside(file.path), file.path);
          assert.match(file.path, /^[\w./-]+$/);
          if (file.kind === 'text') assertWritesInside(file.path, file.text);
        }
        const [router, ...others] = plan.steps;
        const own = [
          '/run/x/',
          ...[`${base}/router.uwsgi`, paths.worker].flatMap((path) => [path, `${path}:uwsgi`]),
        ];
        for (const { id, argv, env, cwd, title } of [router, ...others].filter(
          (step) => step !== undefined,
        )) {
          assert.match(id, /^[\w-]+$/);
          assert.match(title, /^[\w -]+$/);
          assert.ok(['/usr/bin/uwsgi', '/usr/sbin/nginx'].includes(argv[0]));
          assert.deepEqual(env.set, {});
          assert.equal(cwd, base);
          for (const argument of argv.slice(1))
            assert.ok(
              own.includes(argument) || /^[\w./=,:-]+$/.test(argument),
              JSON.stringify(argument),
            );
        }
      }),
      { seed: 101, numRuns: 150 },
    );
    assert.ok(planned > 50, `only ${planned} of them could be planned`);
  });
});

function isInside(path: string): boolean {
  return path.startsWith('/run/x/') && !path.split('/').includes('..');
}

function assertWritesInside(path: string, text: string): void {
  const { nginx } = readFile({ path, text, kind: 'nginx', version: 1 });
  for (const { statement } of nginx?.conf.all ?? []) {
    if (!writing.test(statement.name.value)) continue;
    const target = statement.args[0]?.value ?? '';
    assert.ok(target === 'stderr' || isInside(target), `${statement.name.value} ${target}`);
  }
}
