import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createLanguage } from '../../language.ts';
import { readNginx } from '../../testing/around.ts';
import { applyEdits } from '../../testing/apply-edits.ts';
import { snapshot } from '../../testing/workspace.ts';
import { namesIn } from './names.ts';

const absent = spawnSync('nginx', ['-v']).error !== undefined;

/** Every kind of name, each used in many forms, in two files. */
const main = (folder: string) => `pid ${folder}/nginx.pid; error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  upstream App { server 127.0.0.1:1; }
  upstream blue { server 127.0.0.1:2; }
  limit_req_zone $binary_remote_addr zone=req:1m rate=1r/s;
  limit_conn_zone $binary_remote_addr zone=conn:1m;
  proxy_cache_path ${folder}/cache keys_zone=pages:1m levels=1:2;
  log_format "main" '$to "$captured" \${Plain}x';
  map $host $to { default blue; ~^(?<captured>x)\\. $captured; }
  split_clients $remote_addr$plain $variant { 50% a; * b; }
  geo $geo { default 0; 10.0.0.0/8 1; }
  server {
    listen unix:${folder}/a.sock;
    set $plain "$geo-$variant";
    include part.conf;
    location @late { return 200 $to; }
  }
  server {
    listen unix:${folder}/b.sock;
    location @late { return 404 "\${to}"; }
    error_page 404 @late;
  }
}
`;
const part = (folder: string) => `location / {
  limit_req zone=req burst=5;
  'limit_conn' "conn" 5;
  proxy_cache pages;
  access_log ${folder}/access.log main buffer=1k;
  try_files /none @late;
}
location /app { proxy_pass http://app/x$PLAIN; }
location /bare { proxy_pass http://APP; }
location /uri { proxy_pass http://app$request_uri; }
location /var { proxy_pass http://$to; }
location /uwsgi { uwsgi_pass uwsgi://app; }
`;

describe('a renamed configuration', { skip: absent && 'no nginx here', timeout: 60_000 }, () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rename-oracle-'));
    mkdirSync(join(folder, 'cache'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** What nginx says against the files; undefined when it takes them. */
  const complaint = (files: Readonly<Record<string, string>>): string | undefined => {
    for (const [path, text] of Object.entries(files)) writeFileSync(path, text);
    const { status, stderr } = spawnSync(
      'nginx',
      ['-t', '-q', '-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'],
      { encoding: 'utf8', timeout: 10_000 },
    );
    return status === 0 ? undefined : stderr;
  };

  it('is taken by nginx, with each of its names renamed in all places', () => {
    const paths = [join(folder, 'nginx.conf'), join(folder, 'part.conf')] as const;
    const files = { [paths[0]]: main(folder), [paths[1]]: part(folder) };
    assert.equal(complaint(files), undefined);
    const language = createLanguage();
    const kinds = new Set<string>();
    for (const path of paths) {
      const text = files[path] ?? '';
      const features = language.features(snapshot(files), path);
      for (const place of namesIn(readNginx(text, path))) {
        const { kind, span, name, declares } = place;
        const newName = kind === 'named location' ? '@renamed' : 'renamed';
        const outcome = features?.rename(span.start, newName);
        if (outcome === undefined || 'problem' in outcome) {
          // Built-in variables, and values that only look like an upstream.
          assert.ok(!declares, name);
          continue;
        }
        kinds.add(kind);
        const renamed = Object.fromEntries(
          paths.map((one) => {
            const edits = outcome.edits.filter((edit) => edit.path === one);
            return [one, applyEdits(files[one] ?? '', edits)];
          }),
        );
        assert.equal(complaint(renamed), undefined, `${kind} ${name}`);
        assert.ok(outcome.edits.length > 1, `${kind} ${name} is used somewhere`);
        // nginx itself looks for no named location, and takes an unknown host for one that it asks the DNS for.
        if (kind === 'named location' || kind === 'upstream' || place.through !== undefined)
          continue;
        const alone = { ...files, [path]: applyEdits(text, [{ span, newText: newName }]) };
        if (declares) assert.notEqual(complaint(alone), undefined, `${kind} ${name} alone`);
      }
    }
    assert.deepEqual([...kinds].sort(), [
      'cache zone',
      'connection zone',
      'log format',
      'named location',
      'request zone',
      'upstream',
      'variable',
    ]);
  });
});
