import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk } from '../../testing/around.ts';
import { askAt } from '../../testing/uwsgi-workspace.ts';
import { textOf } from '../../text/span.ts';

const inlays = (text: string) => {
  const { features, show } = askAt({ '/w/a.ini': `[uwsgi]\n${text}<|>` });
  const all = features.inlays({ start: 0, end: text.length + 8 });
  return all.map(({ offset, label, target }) => {
    const before = `[uwsgi]\n${text}`.slice(0, offset).split('\n').at(-1) ?? '';
    return target ? [`${before} ${label}`, ...show([target])] : [`${before} ${label}`];
  });
};

test('what a value becomes stands behind it', () => {
  assert.deepEqual(inlays('base = /srv\nchdir = %(base)/x\n'), [
    ['chdir = %(base)/x → /srv/x', '/w/a.ini: «base» = /srv'],
  ]);
  assert.deepEqual(inlays('a = 1\nb = %(a + 2)|%(a)\n'), [['b = %(a + 2)|%(a) → 3|1']]);
  assert.deepEqual(inlays('logto = %dx.log\n'), [['logto = %dx.log → /w/x.log']]);
});

test('nothing stands where nothing is replaced, or nobody knows by what', () => {
  assert.deepEqual(
    inlays(
      'a = 1\nlog-date = %%Y\nb = $(HOME)%(a)\nc = %h\nd = %(none)\n; %(a)\nset-ph = e=%(a)\n',
    ),
    [],
  );
});

test('the turns of a loop, and the address of a shared socket', () => {
  assert.deepEqual(inlays('for = 1 2\nx = a%(_)\nendfor =\n'), [['x = a%(_) → a1, a2']]);
  assert.deepEqual(inlays('for-times = 5\nx = a%(_)\nendfor =\n'), [
    ['x = a%(_) → a1, a2, a3, … (5 values)'],
  ]);
  assert.deepEqual(inlays('shared-socket = :1\nshared-socket = :2\nhttp-socket = =1\n'), [
    ['http-socket = =1 → :2', '/w/a.ini: shared-socket = «:2»'],
  ]);
});

const links = (text: string) => {
  const files = {
    '/w/b.ini': '[uwsgi]\n',
    '/w/app.py': 'app = 1\n',
    '/w/pkg/m.py': '',
    '/w/pkg/__init__.py': '',
  };
  const disk = fakeDisk({
    ...files,
    '/w/a.ini': '',
    '/w/p.xml': '',
    '/w/x.pid': '',
    '/v/s.py': '',
  });
  const { features } = askAt(
    { '/w/a.ini': `[uwsgi]\n${text}<|>`, '/w/b.ini': '[uwsgi]\nmaster = true\n' },
    disk,
  );
  return features.links().map(({ span, target }) => [textOf(`[uwsgi]\n${text}`, span), target]);
};

test('included files, modules and files of other options are links', () => {
  assert.deepEqual(
    links('ini = %db.ini\nxml = /w/p.xml\nini = none.ini\nini = :dev\n[dev]\nmaster = true\n'),
    [
      ['%db.ini', '/w/b.ini'],
      ['/w/p.xml', '/w/p.xml'],
    ],
  );
  assert.deepEqual(
    links('plugin = python3\nmodule = pkg.m:app\nwsgi-file = app.py\nmount = /x=app.py\n'),
    [
      ['pkg.m', '/w/pkg/m.py'],
      ['app.py', '/w/app.py'],
      ['app.py', '/w/app.py'],
    ],
  );
  assert.deepEqual(links('touch-reload = /v/s.py\ntouch-exec = x.pid rm -f y\npidfile = x.pid\n'), [
    ['/v/s.py', '/v/s.py'],
    ['x.pid', '/w/x.pid'],
    ['x.pid', '/w/x.pid'],
  ]);
});

test('what is not there, not known or no file is no link', () => {
  assert.deepEqual(links('pidfile = none.pid\nlogto = $(X)\nprocesses = 2\nx = x.pid\n'), []);
});
