import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { testNginx } from '../../node/nginx-test/test-nginx.ts';
import { createLanguage, type Opinion } from '../language.ts';
import { fakeDisk } from '../testing/around.ts';
import { article, snapshot } from '../testing/workspace.ts';

const absent = spawnSync('nginx', ['-v']).error !== undefined;

describe('what the real nginx says', { skip: absent && 'no nginx here', timeout: 60_000 }, () => {
  let folder: string;
  /** Where the last test was run. */
  let used = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'opinion-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  async function opinions(
    files: Readonly<Record<string, string>>,
    path = '/w/nginx.conf',
    disk: Readonly<Record<string, string>> = {},
  ): Promise<readonly Opinion[]> {
    const language = createLanguage();
    const [test] = language.nginxTests({ ...snapshot(files), disk: fakeDisk(disk) }, path, true);
    assert.ok(test);
    let plan: ReturnType<typeof test.plan> | undefined;
    const outcome = await testNginx(
      'nginx',
      (given) => {
        used = given.folder;
        return (plan = test.plan({ ...given, modules: undefined }));
      },
      new AbortController().signal,
    );
    assert.ok(outcome.kind === 'tested', JSON.stringify(outcome));
    assert.ok(plan);
    return test.opinions(outcome.output, plan);
  }
  /** Level, place as the file writes it, and message of each. */
  async function said(
    files: Readonly<Record<string, string>>,
    path?: string,
    disk?: Readonly<Record<string, string>>,
  ) {
    return (await opinions(files, path, disk)).map(({ level, path: at, span, message }) => [
      level,
      `${at}: ${(files[at] ?? '').slice(span.start, span.end)}`,
      message,
    ]);
  }
  const http = (body: string) => ({ '/w/nginx.conf': `events {}\nhttp {\n${body}\n}\n` });

  it('is nothing about a sound configuration', async () => {
    assert.deepEqual(await said({ ...article, '/w/uwsgi_params': 'uwsgi_param A b;' }), []);
  });

  it('stands at the culprit, also in a statement of several lines', async () => {
    assert.deepEqual(await said(http('server {\n listen 8080;\n error_page\n  200\n /x;\n}')), [
      ['error', '/w/nginx.conf: 200', 'value "200" must be between 300 and 599'],
    ]);
    assert.deepEqual(await said(http('upstream empty {\n}')), [
      ['error', '/w/nginx.conf: upstream empty', 'no servers are inside upstream'],
    ]);
  });

  it('is looked for where nginx names no line', async () => {
    assert.deepEqual(
      await said(http('server { listen 8080; location / { return 200 "a${nope}"; } }')),
      [['error', '/w/nginx.conf: "a${nope}"', 'unknown "nope" variable']],
    );
    assert.deepEqual(await said(http('server { listen 80; limit_req zone=gone; }')), [
      ['error', '/w/nginx.conf: zone=gone', 'zero size shared memory zone "gone"'],
    ]);
  });

  it('stands at the directive that it is about, where nothing is quoted', async () => {
    const body = `map_hash_bucket_size 32;\nmap $host $long { ${'a'.repeat(120)} 1; }`;
    assert.deepEqual(await said(http(body)), [
      [
        'error',
        '/w/nginx.conf: map',
        'could not build map_hash, you should increase map_hash_bucket_size: 64',
      ],
    ]);
  });

  it('stands in the included file, in the workspace or beside it', async () => {
    const files = {
      ...http('include sites/*.conf;\ninclude /opt/other/x.conf;'),
      '/w/sites/a.conf': 'server {\n  listen 80;\n  gzip maybe;\n}\n',
    };
    assert.deepEqual(await said(files), [
      [
        'error',
        '/w/sites/a.conf: maybe',
        'invalid value "maybe" in "gzip" directive, it must be "on" or "off"',
      ],
    ]);
    const sound = { ...files, '/w/sites/a.conf': 'server {\n  listen 80;\n}\n' };
    assert.deepEqual(
      await said(sound, undefined, { '/opt/other/x.conf': 'server { listen 80; gzip maybe; }' }),
      [
        [
          'error',
          '/w/nginx.conf: /opt/other/x.conf',
          'invalid value "maybe" in "gzip" directive, it must be "on" or "off" in /opt/other/x.conf:1',
        ],
      ],
    );
  });

  it('names the addresses that a person has written', async () => {
    assert.deepEqual(
      await said(
        http(
          'server { listen 443; server_name a; } server { listen 0.0.0.0:443; server_name a; }\nserver { listen unix:/run/x.sock default_server; }\nserver { listen unix:/run/x.sock default_server; }',
        ),
      ),
      [
        [
          'error',
          '/w/nginx.conf: listen unix:/run/x.sock default_server',
          'a duplicate default server for unix:/run/x.sock',
        ],
      ],
    );
    assert.deepEqual(
      await said(
        http('server { listen 443; server_name a; } server { listen *:443; server_name a; }'),
      ),
      [['warning', '/w/nginx.conf: a', 'conflicting server name "a" on *:443, ignored']],
    );
  });

  it('is information where the machine is meant', async () => {
    const [missing] = await opinions(
      http('server { listen 443 ssl; ssl_certificate /no/c.pem; ssl_certificate_key /no/k.pem; }'),
    );
    assert.equal(missing?.level, 'information');
    assert.match(
      missing.message,
      /^cannot load certificate "\/no\/c\.pem": .* \(here, on this machine\)$/s,
    );
    const [host] = await opinions(http('upstream u { server nowhere.invalid:80; }'));
    assert.equal(host?.level, 'information');
    const [module] = await opinions({ '/w/nginx.conf': 'events {} mail { }' });
    assert.equal(module?.level, 'information');
  });

  it('tells an included file that is not there from a file of the machine', async () => {
    const level = async (body: string) => (await opinions(http(body))).map((one) => one.level);
    assert.deepEqual(await level('include sites/none.conf;'), ['error']);
    assert.deepEqual(await level('include /etc/nginx/none.types;'), ['information']);
    const auth = 'server { listen 80; ssl_password_file none.txt; }';
    assert.deepEqual(await level(auth), ['information']);
  });

  it('stands in the block that it is told at the end of', async () => {
    const body =
      'server {\n listen 80;\n location / {\n proxy_buffers 8 4k;\n proxy_cache 8;\n }\n}';
    assert.deepEqual(
      (await opinions(http(body))).map(({ span, message }) => [span.start, message]),
      [[http(body)['/w/nginx.conf'].indexOf('8;\n }'), '"proxy_cache" zone "8" is unknown']],
    );
  });

  it('is asked for a fragment in a wrapper', async () => {
    const site = { '/w/conf.d/a.conf': 'server {\n  gzip maybe;\n}\n' };
    assert.deepEqual(
      (await said(site, '/w/conf.d/a.conf')).map(([, at]) => at),
      ['/w/conf.d/a.conf: maybe'],
    );
    const location = {
      '/w/snippets/l.conf': 'location / {\n  return 999x;\n  proxy_set_header A $b;\n}\n',
    };
    assert.deepEqual(
      (await said(location, '/w/snippets/l.conf')).map(([, , message]) => message),
      ['invalid return code "999x"'],
    );
  });

  it('leaves nothing behind, and writes no log that a file names', async () => {
    const log = join(folder, 'error.log');
    assert.deepEqual(
      await said(
        {
          '/w/nginx.conf': `error_log ${log};\npid ${folder}/pid;\nevents {}\nhttp { access_log ${folder}/a.log; proxy_cache_path ${folder}/c1 keys_zone=a:1m; proxy_cache_path ${folder}/c2 keys_zone=b:1m; client_body_temp_path ${folder}/body; server { listen unix:${folder}/s; } include other.conf; }`,
        },
        undefined,
        { '/w/other.conf': `server { listen unix:${folder}/t; access_log ${folder}/b.log; }` },
      ),
      [],
    );
    assert.deepEqual(readdirSync(folder), []);
    assert.equal(existsSync(log), false);
    assert.notEqual(used, '');
    assert.equal(existsSync(used), false);
  });

  it('ends when it is called off', async () => {
    const controller = new AbortController();
    controller.abort();
    const outcome = await testNginx(
      'nginx',
      () => ({ files: [], args: ['-t'] }),
      controller.signal,
    );
    assert.deepEqual(outcome, { kind: 'cancelled' });
  });
});
