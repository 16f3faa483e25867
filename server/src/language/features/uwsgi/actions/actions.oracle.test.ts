import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyFix } from '../../../testing/rule-fixture.ts';
import { shownConfig, uwsgiIsAbsent } from '../../../testing/show-config.ts';
import { uwsgiFile } from '../../../testing/uwsgi-rule.ts';
import { uwsgiActions } from './actions.ts';

/** Text, what is selected in it, and the title of the action; DIR is the folder of the file. */
const cases: readonly (readonly [string, string, string])[] = [
  ['[uwsgi]\nchdir = /srv/app/src\npidfile = /x\n', '/srv/app', 'Extract'],
  ['[uwsgi]\r\n  socket = 127.0.0.1:3031\r\nenv = A=b\r\n', '3031', 'Extract'],
  ['[uwsgi]\nlog-format = %(method) took %(msecs) 100%%\n', 'took', 'Extract'],
  ['[uwsgi]\nenv = A=x = y ; z\nstrict = true\n', 'x = y', 'Extract'],
  ['[uwsgi]\nset-placeholder = b=/srv\nchdir = %(b)/src\nenv = L=%(b)/%(b)\n', 'b=/srv', 'Inline'],
  ['[uwsgi]\nchdir = %(base)/src\nbase = %d\nenv = L=a%(base)\n', 'base)', 'Inline'],
  ['[uwsgi]\nx = 1\ny = %(x)2\nprocesses = %(y)\n', 'y = ', 'Inline'],
  ['[uwsgi]\nstatic-map = /s=DIR/static\nenv = L=DIR/log\n', 'DIR/static', 'Write %d'],
  ['[uwsgi]\nset-placeholder = a=DIR/b\nchdir = %(a)\n', 'a=DIR', 'Write %d'],
];

test(
  'uWSGI reads the same options after a change that keeps the meaning',
  { skip: uwsgiIsAbsent && 'no uwsgi here' },
  () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'uwsgi-actions-')));
    const path = join(folder, 'site.ini');
    const inFolder = (text: string) => text.replaceAll('DIR', folder);
    /** Without the lines of variables, and with one slash where %d brings a second one. */
    const options = (text: string) =>
      shownConfig(path, text)?.filter(
        (line) => !/^(?:set-placeholder|b|a|x|y|base\d*|port|\S+-value) = /.test(line),
      );
    try {
      for (const [text, selected, title] of cases) {
        const before = inFolder(text);
        const start = before.indexOf(inFolder(selected));
        const within = { start, end: title === 'Extract' ? start + selected.length : start };
        const actions = uwsgiActions(uwsgiFile(before, path), within);
        const action = actions.find((one) => one.title.startsWith(title));
        assert.ok(action, `${title}: ${before}`);
        const after = applyFix(before, action);
        assert.notEqual(after, before);
        assert.ok(options(before), before);
        assert.deepEqual(options(after), options(before), after);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
