import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  freePorts,
  giveFolder,
  sendRaw,
  startNginx,
  temporaryPaths,
} from '../../testing/live-nginx.ts';
import { readNginxFile } from '../../testing/nginx-fixture.ts';
import { nginxInlays } from './inlays.ts';

const absent = spawnSync('nginx', ['-v']).error !== undefined;

interface Case {
  readonly title: string;
  readonly outer: string;
  readonly inner: string;
  readonly hint: string | undefined;
  /** Whether what stands outside still acts inside. */
  readonly acts: (answer: {
    status: number;
    headers: ReadonlyMap<string, string>;
    body: string;
  }) => boolean;
}

const answers = 'return 200 "$http_host";';
const cases: readonly Case[] = [
  {
    title: 'add_header',
    outer: 'add_header X-Outer 1;',
    inner: `add_header X-Inner 1; ${answers}`,
    hint: 'drops X-Outer of server',
    acts: ({ headers }) => headers.has('x-outer'),
  },
  {
    title: 'add_header without one inside',
    outer: 'add_header X-Outer 1;',
    inner: answers,
    hint: undefined,
    acts: ({ headers }) => headers.has('x-outer'),
  },
  {
    title: 'allow and deny',
    outer: 'deny all;',
    inner: 'allow 127.0.0.2; try_files /none =204;',
    hint: 'drops deny all of server',
    acts: ({ status }) => status === 403,
  },
  {
    title: 'error_page',
    outer: 'error_page 404 =299 /outer;',
    inner: 'error_page 403 /inner; return 404;',
    hint: 'drops 404 =299 /outer of server',
    acts: ({ status }) => status === 299,
  },
  {
    title: 'error_page without one inside',
    outer: 'error_page 404 =299 /outer;',
    inner: 'return 404;',
    hint: undefined,
    acts: ({ status }) => status === 299,
  },
  {
    title: 'proxy_set_header',
    outer: 'proxy_set_header Host outer;',
    inner: 'proxy_set_header X-Inner 1; proxy_pass http://127.0.0.1:PORT/echo;',
    hint: 'drops Host of server',
    acts: ({ body }) => body === 'outer',
  },
  {
    title: 'default_type',
    outer: 'default_type text/outer;',
    inner: `default_type text/inner; ${answers}`,
    hint: 'instead of text/outer',
    acts: ({ headers }) => headers.get('content-type') === 'text/outer',
  },
];

describe(
  'what a block drops or overrides, nginx does not apply there',
  { skip: absent && 'no nginx here', timeout: 60_000 },
  () => {
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'inlays-oracle-'));
      giveFolder(folder);
    });
    after(() => {
      rmSync(folder, { recursive: true });
    });

    for (const { title, outer, inner, hint, acts } of cases)
      it(title, async () => {
        const [port = 0] = await freePorts(18300, 18399, 1);
        const text = `events {}
http {
  ${temporaryPaths(folder)} access_log off;
  server {
    listen 127.0.0.1:${port};
    ${outer}
    location /asked { ${inner.replace('PORT', String(port))} }
    location /outer { internal; return 200; }
    location /echo { ${answers} }
  }
}
`;
        const start = text.indexOf('/asked');
        const within = { start, end: text.indexOf('\n', start) };
        const labels = nginxInlays(readNginxFile(text), within).map(({ label }) => label);
        assert.equal(
          labels.find((label) => !label.startsWith('→')),
          hint,
        );
        const nginx = await startNginx(folder, text);
        if ('refused' in nginx) assert.fail(nginx.refused);
        try {
          const request = 'GET /asked HTTP/1.0\r\nHost: asked\r\n\r\n';
          const answer = await sendRaw('127.0.0.1', port, request);
          assert.ok(answer);
          assert.equal(acts(answer), hint === undefined, JSON.stringify(answer));
        } finally {
          await nginx.stop();
        }
      });
  },
);
