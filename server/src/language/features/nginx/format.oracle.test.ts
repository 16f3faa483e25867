import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseNginx } from '../../nginx/parse.ts';
import { applyEdits } from '../../testing/apply-edits.ts';
import { formatNginx } from './format.ts';

const absent = spawnSync('nginx', ['-v']).error !== undefined;

/** Statements of a server that only their blanks can break. */
const statement = fc.constantFrom(
  'set $a "x;\n  {y}";',
  'set $b a\\ b\\;c ;',
  'set $c a}b#c;',
  'location /a{return 204;}',
  'location ~ \\.php$ {return 200 "a"\n;}',
  'location ~ "^/a{2}$"\n{}',
  'if ($a = "x"){set $d 1;}',
  'if ($host ~* "a" ) { return 403 ; } # c\n',
  '# } ; {\n',
  'add_header  A  "${host}"\n always;',
  'server_name a.example\n# among\n\n b.example;',
  'error_page 404\t=200  /x;',
);
const blank = fc.constantFrom('', ' ', '\n', '\n\n\n', '\t', '\r\n', ' # note\n');

test(
  'nginx says the same of a file before and after formatting',
  { skip: absent && 'no nginx here', timeout: 60_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-format-'));
    const verdict = (text: string) => {
      const path = join(folder, 'nginx.conf');
      writeFileSync(path, text);
      const { status, stderr } = spawnSync(
        'nginx',
        ['-t', '-p', folder, '-c', path, '-e', 'stderr'],
        {
          timeout: 10_000,
        },
      );
      return [status, String(stderr).replace(/^.*?\[|:\d+$|\d+#\d+/gm, '')];
    };
    try {
      const bodies = fc.sample(fc.array(fc.tuple(statement, blank), { maxLength: 8 }), {
        seed: 43,
        numRuns: 80,
      });
      let accepted = 0;
      for (const body of bodies) {
        const server = `server{listen 127.0.0.1:18698;${body.flat().join('')}\n}`;
        const text = `pid ${folder}/pid;events{}http\n{access_log off;${server}}`;
        const edits = formatNginx(
          { text, tree: parseNginx(text) },
          { tabSize: 4, insertSpaces: true },
        );
        const before = verdict(text);
        assert.deepEqual(verdict(applyEdits(text, edits)), before, text);
        if (before[0] === 0 && edits.length > 0) accepted += 1;
      }
      assert.ok(accepted > 20, `nginx has accepted only ${accepted} of the texts`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
