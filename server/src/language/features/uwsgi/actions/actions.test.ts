import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../../feature.ts';
import { askAt } from '../../../testing/uwsgi-workspace.ts';

type Files = Readonly<Record<string, string>>;

/** `<|>` is the cursor; `«…»` is what is selected. */
function actionsOn(files: Files) {
  const path = Object.keys(files).find((name) => /<\|>|«/.test(files[name] ?? '')) ?? '';
  const selected = /«(.*?)»/s.exec(files[path] ?? '')?.[1] ?? '';
  const marked = (files[path] ?? '').replace('«', '<|>').replace('»', '');
  const { features, offset, apply } = askAt({ ...files, [path]: marked });
  const actions = features.actions({ start: offset, end: offset + selected.length });
  return { actions, after: (action: Action) => apply(action.edits)[path] };
}

/** The text after the only action whose title begins so; undefined when it is not offered. */
function done(title: string, text: string | Files): string | undefined {
  const { actions, after } = actionsOn(typeof text === 'string' ? { '/w/a.ini': text } : text);
  const found = actions.filter((action) => action.title.startsWith(title));
  assert.ok(found.length < 2, `${title} twice`);
  return found[0] && after(found[0]);
}
const offered = (text: string) => actionsOn({ '/w/a.ini': text }).actions.map(({ title }) => title);

test('a part of a value becomes a placeholder', () => {
  assert.equal(
    done('Extract', '[uwsgi]\nmaster = true\nchdir = «/srv/app»/src\n'),
    '[uwsgi]\nmaster = true\nset-placeholder = base=/srv/app\nchdir = %(base)/src\n',
  );
  assert.equal(
    done('Extract', '[uwsgi]\r\nbase = x\r\nsocket = 127.0.0.1:«3031»\r\n'),
    '[uwsgi]\r\nbase = x\r\nset-placeholder = port=3031\r\nsocket = 127.0.0.1:%(port)\r\n',
  );
  assert.equal(
    done('Extract', '[uwsgi]\nbase = x\npidfile = %(base)/y\nchdir = «/srv»/src'),
    '[uwsgi]\nbase = x\npidfile = %(base)/y\nset-placeholder = base2=/srv\nchdir = %(base2)/src',
  );
});

test('no placeholder where uWSGI would not replace it, or replace it otherwise', () => {
  for (const text of [
    '[uwsgi]\nplugins = «python3»\n',
    '[uwsgi]\nchdir = /srv/«%d»x\n',
    '[uwsgi]\nchdir = /srv/%(«base»)\nbase = 1\n',
    '[uwsgi]\nchdir = /srv/%«d»x\n',
    '[uwsgi]\nchdir = « /srv»\n'.replace('« ', '«').replace('/srv»', '/srv »x'),
    '[uwsgi]\nif-env = A\nchdir = «/srv»\nendif =\n',
    '[uwsgi]\nchdir = <|>/srv\n',
    '[uwsgi]\npidfile = %(chdir)/x\nchdir = «/srv»/y\n',
    '[uwsgi]\nchdir = «/srv\npidfile = /x»/y\n',
  ])
    assert.equal(done('Extract', text), undefined, text);
});

test('a placeholder is written out', () => {
  const text =
    '[uwsgi]\nset-placeholder = b<|>ase=/srv\nchdir = %(base)/src\npidfile = %(base)/p\n';
  const plain = '[uwsgi]\nchdir = /srv/src\npidfile = /srv/p\n';
  assert.equal(done('Inline', text), plain);
  assert.equal(
    done('Inline', '[uwsgi]\nchdir = %(ba<|>se)/src\npidfile = %(base)/p\nbase = /srv\n'),
    plain,
  );
  assert.equal(
    done('Inline', '[uwsgi]\na<|> = %d\nb = %(a)x\nchdir = %(b)\n'),
    '[uwsgi]\nb = %dx\nchdir = %(b)\n',
  );
});

test('a placeholder of another file', () => {
  const { actions } = actionsOn({
    '/w/a.ini': '[uwsgi]\nini = /w/b.ini\nchdir = %(ba<|>se)/src\n',
    '/w/b.ini': '[uwsgi]\nbase = /srv\n',
  });
  assert.deepEqual(
    actions[0]?.edits.map(({ path, newText }) => [path, newText]),
    [
      ['/w/b.ini', ''],
      ['/w/a.ini', '/srv'],
    ],
  );
});

test('a placeholder that has to stay', () => {
  for (const text of [
    '[uwsgi]\nx<|> = 1\nx = 2\nenv = A=%(x)\n',
    '[uwsgi]\nx<|> = 1\nprocesses = %(x + 1)\n',
    '[uwsgi]\nx<|> = 1\nplugins = %(x)\nenv = A=%(x)\n',
    '[uwsgi]\nx<|> = 1\nif-opt = x\nenv = A=%(x)\nendif =\n',
    '[uwsgi]\nx<|> = HOME\nenv = A=$(%(x))\n',
    '[uwsgi]\nif-env = A\nx<|> = 1\nendif =\nenv = A=%(x)\n',
    '[uwsgi]\nprocesses<|> = 1\nenv = A=%(processes)\n',
    '[uwsgi]\nx<|> =\ny = 1\nenv = %(x)%(y)\n',
    '[uwsgi]\nx<|> = 1\n',
  ])
    assert.equal(done('Inline', text), undefined, text);
});

test('subscribe-to with the names of its fields', () => {
  const converted = (value: string) =>
    done('Convert', `[uwsgi]\nsocket = :1\nsubscribe-to = <|>${value}\n`)?.split('\n')[2];
  assert.equal(
    converted('127.0.0.1:3131:app.local'),
    'subscribe2 = server=127.0.0.1:3131,key=app.local',
  );
  assert.equal(
    converted('10.0.0.1:5=127.0.0.1:3131:a,5,SHA1:/k.pem'),
    'subscribe2 = server=127.0.0.1:3131,key=a,addr=10.0.0.1:5,modifier1=5,sign=SHA1:/k.pem',
  );
  assert.equal(converted('/run/r.sock:a'), 'subscribe2 = server=/run/r.sock,key=a');
  for (const value of ['=0=127.0.0.1:1:a', '127.0.0.1:1:@keys', '127.0.0.1', '%(r):1:a'])
    assert.equal(converted(value), undefined, value);
});

test('lists of plugins', () => {
  assert.equal(
    done('Join', '[uwsgi]\nplugins = a, b\nplugin<|> = 0:c\nplugin-dir = /x\nplugin = d\n'),
    '[uwsgi]\nplugins = a,b,0:c\nplugin-dir = /x\nplugin = d\n',
  );
  assert.equal(
    done('Write each', '[uwsgi]\n  plugins = a,<|> b\n'),
    '[uwsgi]\n  plugins = a\n  plugins = b\n',
  );
  assert.equal(done('Join', '[uwsgi]\nplugins<|> = a\nneed-plugin = b\n'), undefined);
  assert.equal(done('Write each', '[uwsgi]\nplugins<|> = a , b\n'), undefined);
});

test('the folder of the file', () => {
  assert.equal(
    done('Write %d', '[uwsgi]\nstatic-map = /s=/w/sta<|>tic\n'),
    '[uwsgi]\nstatic-map = /s=%dstatic\n',
  );
  assert.equal(done('Write %d', '[uwsgi]\nchdir = /srv/w/x<|>\n'), undefined);
  assert.equal(done('Write %d', '[uwsgi]\nchdir = /w<|>\n'), undefined);
});

test('lines worth adding, where they are missing', () => {
  assert.equal(
    done('Add `master', '[uw<|>sgi]\nsocket = :1\n'),
    '[uwsgi]\nmaster = true\nsocket = :1\n',
  );
  assert.equal(
    done('Add `need-app', '[uwsgi]\nsocket = :1\nwsgi-file<|> = app.py'),
    '[uwsgi]\nsocket = :1\nwsgi-file = app.py\nneed-app = true',
  );
  assert.deepEqual(offered('[uw<|>sgi]\nmaster = true\nsocket = :1\n'), []);
  assert.deepEqual(offered('[uwsgi]\nsocket = :1\nwsgi-file<|> = a.py\nneed-app = true\n'), []);
  assert.deepEqual(offered('[uwsgi]\n; socket<|> = :1\n\n'), []);
});
