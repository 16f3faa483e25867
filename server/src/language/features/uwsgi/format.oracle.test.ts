import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../testing/apply-edits.ts';
import { readUwsgi } from '../../testing/around.ts';
import { iniTexts } from '../../testing/ini-texts.ts';
import { shownConfig, uwsgiIsAbsent } from '../../testing/show-config.ts';
import { formatUwsgi } from './format.ts';

const fixed = [
  '[uwsgi]\nk=100%\nl=v\n;  50%\nm=1\n',
  '[uwsgi]\r\nk=5%\r\nl=v\r\n\r\n\r\nfastrouter==0',
  '[uwsgi]\nk=5% \nl=v\t\n\n\n; 5%  \nm=1\n',
  '[uwsgi]\nif-env=HOME\n  h=%(_)\nendif=\nfor=a b\nx=%(_)\nendfor\n',
  '\ufeff\n\n[uwsgi]\nk=1\0 2\n\fl=3\u00a0\n',
  '[uwsgi]\n  env=A=b \n%qk=v\nlog-format=%%(a)  x\nset=n = v \n',
];

test(
  'uWSGI reads the same options from a formatted file',
  { skip: uwsgiIsAbsent && 'no uwsgi here' },
  () => {
    const directory = mkdtempSync(join(tmpdir(), 'uwsgi-format-'));
    try {
      const samples = fc.sample(iniTexts, { seed: 2035, numRuns: 120 });
      let changed = 0;
      for (const text of [...fixed, ...samples]) {
        const path = join(directory, 'site.ini');
        const edits = formatUwsgi(readUwsgi(text, path), { tabSize: 4, insertSpaces: true });
        const before = shownConfig(path, text);
        const after = shownConfig(path, applyEdits(text, edits));
        assert.deepEqual(after, before, JSON.stringify(text));
        if (before !== undefined && edits.length > 0) changed += 1;
      }
      assert.ok(changed > 60, `only ${changed} files have changed and been read`);
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
);
