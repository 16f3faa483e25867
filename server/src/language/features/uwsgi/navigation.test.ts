import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeDisk } from '../../testing/around.ts';
import { askAt } from '../../testing/uwsgi-workspace.ts';
import { article } from '../../testing/workspace.ts';
import type { Disk } from '../../disk.ts';

type Files = Readonly<Record<string, string>>;

const ini = (text: string): Files => ({
  '/w/a.ini': text.startsWith('[') ? text : `[uwsgi]\n${text}`,
});
const definition = (files: Files, disk?: Disk) => {
  const { features, offset, show } = askAt(files, disk);
  return show(features.definition(offset));
};
const references = (files: Files) => {
  const { features, offset, show } = askAt(files);
  return show(features.references(offset));
};

test('a placeholder leads to the first line that sets it, wherever it stands', () => {
  assert.deepEqual(definition(ini('a = %(b<|>ase)\nbase = 1\nbase = 2\n')), [
    '/w/a.ini: «base» = 1',
  ]);
  assert.deepEqual(definition(ini('set-ph = n=1\na = %(2 + <|>n)\n')), [
    '/w/a.ini: set-ph = «n»=1',
  ]);
  assert.deepEqual(definition(ini('processes = 4\na = %(process<|>es)\n')), [
    '/w/a.ini: «processes» = 4',
  ]);
  assert.deepEqual(definition(ini('b = 1\nb<|> = 2\n')), ['/w/a.ini: «b» = 1']);
  assert.deepEqual(definition(ini('log-format = %(stat<|>us)\n')), []);
  assert.deepEqual(definition(ini('; %(b<|>)\nb = 1\n')), []);
  assert.deepEqual(definition(ini('mas<|>ter = true\n')), []);
});

test('the condition on an option leads to it', () => {
  assert.deepEqual(definition(ini('b = 1\nif-opt = b<|>=1\nvacuum = true\nendif =\n')), [
    '/w/a.ini: «b» = 1',
  ]);
});

test('what a block goes through is where it opens', () => {
  const block = 'for = 1 2\nenv = A=%(<|>_)\nenv = B=%(_)\nendfor =\nx = %(_)\n';
  assert.deepEqual(definition(ini(block)), ['/w/a.ini: for = «1 2»']);
  assert.deepEqual(references(ini(block)), [
    '/w/a.ini: for = «1 2»',
    '/w/a.ini: env = A=%(«_»)',
    '/w/a.ini: env = B=%(«_»)',
  ]);
  assert.deepEqual(definition(ini('x = %(<|>_)\n')), []);
});

test('references of a variable stand in all sections that are read together, and in no other', () => {
  const text =
    '[uwsgi]\nini = :base\nx = %(port)\n[base]\npo<|>rt = 1\nset = y=%(port + 1)\n[other]\nport = 2\n';
  assert.deepEqual(references(ini(text)), [
    '/w/a.ini: x = %(«port»)',
    '/w/a.ini: «port» = 1',
    '/w/a.ini: set = y=%(«port» + 1)',
  ]);
});

test('a section that nothing reads has names of its own', () => {
  assert.deepEqual(definition(ini('[uwsgi]\na = 1\n[dev]\nb = %(a<|>)\na = 2\n')), [
    '/w/a.ini: «a» = 2',
  ]);
});

test('the name of a section leads to its header, and back', () => {
  const text = (cursor: string, header: string) =>
    ini(
      `[uwsgi]\nini = :b${cursor}ase\n[base]\nvacuum = true\n[${header}base]\n[dev]\nini = :base\n`,
    );
  assert.deepEqual(definition(text('<|>', '')), ['/w/a.ini: [«base»]']);
  const all = [
    '/w/a.ini: [«base»]',
    '/w/a.ini: [«base»]',
    '/w/a.ini: ini = «:base»',
    '/w/a.ini: ini = «:base»',
  ];
  assert.deepEqual(references(text('<|>', '')), all);
  assert.deepEqual(references(text('', '<|>')), all);
});

test('a subscription leads to the server of the router, and the server to all that use it', () => {
  const worker = article['/w/worker.ini'].replace('127.0.0.1:3131', '127.0.0.1:31<|>31');
  assert.deepEqual(definition({ ...article, '/w/worker.ini': worker }), [
    '/w/router.ini: fastrouter-subscription-server = «127.0.0.1:3131»',
  ]);
  const router = article['/w/router.ini'].replace(':3131', ':<|>3131');
  assert.deepEqual(references({ ...article, '/w/router.ini': router }), [
    '/w/router.ini: fastrouter-subscription-server = «127.0.0.1:3131»',
    '/w/worker.ini: subscribe2 = server=«127.0.0.1:3131»,key=app.localhost',
  ]);
  assert.deepEqual(definition({ '/w/worker.ini': worker }), []);
});

test('the number of a shared socket leads to it, and the socket to nginx, too', () => {
  const router = article['/w/router.ini'].replace('= =0', '= =<|>0');
  assert.deepEqual(definition({ ...article, '/w/router.ini': router }), [
    '/w/router.ini: shared-socket = «127.0.0.1:3030»',
  ]);
  assert.deepEqual(references({ ...article, '/w/router.ini': router }), [
    '/w/router.ini: shared-socket = «127.0.0.1:3030»',
    '/w/nginx.conf:             uwsgi_pass «127.0.0.1:3030»;',
    '/w/router.ini: fastrouter = «=0»',
  ]);
});

test('an app leads to its callable', () => {
  const disk = fakeDisk({
    '/w/a.ini': '',
    '/w/app.py': 'import x\ndef application(e, s): pass\n',
    '/w/pkg/__init__.py': '',
    '/w/pkg/mod.py': 'app = 1\n',
  });
  const path = (text: string) => {
    const { features, offset } = askAt(ini(text), disk);
    return features.definition(offset).map(({ path: file, span }) => [file, span.start]);
  };
  assert.deepEqual(path('plugin = python3\nwsgi-file = ap<|>p.py\n'), [['/w/app.py', 13]]);
  assert.deepEqual(path('plugin = python3\nmodule = pkg.mod:a<|>pp\n'), [['/w/pkg/mod.py', 0]]);
  assert.deepEqual(path('plugin = python3\nmodule = pkg.none:a<|>pp\n'), []);
});

test('a variable is renamed in all sections that share it', () => {
  const { features, offset, apply } = askAt(
    ini(
      'set-ph = ba<|>se=/srv\nchdir = %(base)/x\nif-opt = base\nlogto = %(base + base)\nend =\n; base\n',
    ),
  );
  assert.deepEqual(features.renameable(offset), {
    span: { start: offset - 2, end: offset + 2 },
    name: 'base',
  });
  const outcome = features.rename(offset, 'root-1');
  assert.ok('edits' in outcome);
  assert.equal(
    apply(outcome.edits)['/w/a.ini'],
    '[uwsgi]\nset-ph = root-1=/srv\nchdir = %(root-1)/x\nif-opt = root-1\nlogto = %(root-1 + root-1)\nend =\n; base\n',
  );
});

test('a section is renamed where it is asked for, too', () => {
  const { features, offset, apply } = askAt(
    ini('[uwsgi]\nini = :dev\n[d<|>ev]\na = 1\n[dev]\nb = 2\n'),
  );
  const outcome = features.rename(offset, 'test');
  assert.ok('edits' in outcome);
  assert.equal(
    apply(outcome.edits)['/w/a.ini'],
    '[uwsgi]\nini = :test\n[test]\na = 1\n[test]\nb = 2\n',
  );
});

const problem = (text: string, name: string) => {
  const { features, offset } = askAt(ini(text));
  const outcome = features.rename(offset, name);
  return 'problem' in outcome ? outcome.problem : undefined;
};

test('a name that would change the meaning is refused', () => {
  assert.match(problem('b<|> = 1\n', 'processes') ?? '', /is an option of uWSGI/);
  assert.match(problem('b<|> = 1\nc = 2\n', 'c') ?? '', /is used already/);
  assert.match(problem('b<|> = 1\nlog-format = %(status)\n', 'status') ?? '', /is used already/);
  assert.match(problem('b<|> = 1\n', 'two words') ?? '', /could not read/);
  for (const name of ['a=b', 'a%', 'a)', '', ';a', '[a', '-'])
    assert.ok(problem('b<|> = 1\n', name));
  assert.match(problem('b<|> = 1\n', '12') ?? '', /is a number/);
  assert.ok(problem('b<|> = 1\n', '_'));
  assert.ok(problem('b<|> = 1\n', 'end'));
  assert.equal(problem('b<|> = 1\n', 'b'), undefined);
  assert.match(problem('[uwsgi]\na = 1\n[d<|>ev]\n', 'uwsgi') ?? '', /read both as one/);
  assert.match(problem('[uwsgi]\na = %x\n[d<|>ev]\n', 'new') ?? '', /uses %x/);
});

test('what belongs to uWSGI cannot be renamed', () => {
  for (const text of [
    'proc<|>esses = 1\n',
    'a = %(process<|>es)\nprocesses = 1\n',
    'a = %<|>d\n',
    'log-format = %(stat<|>us)\n',
    'for = 1\na = %(<|>_)\nend =\n',
    'a = $(HO<|>ME)\n',
    '[uws<|>gi]\n',
    '[uwsgi]\n[od<|>d\n',
    '; <|>\n',
  ]) {
    const { features, offset } = askAt(ini(text));
    assert.equal(features.renameable(offset), undefined, text);
    assert.ok('problem' in features.rename(offset, 'new'));
  }
});

const split: Files = {
  '/w/main.ini': '[uwsgi]\nname = shop\nini = %dcommon.ini\nini = %dcommon.ini:extra\n',
  '/w/common.ini': '[uwsgi]\nchdir = /srv/%(name)\nport = 1\n[extra]\nsocket = :%(port)\n',
};

test('names are followed into included files and into those that include', () => {
  const common = split['/w/common.ini'] ?? '';
  const inCommon = { ...split, '/w/common.ini': common.replace('%(name)', '%(na<|>me)') };
  assert.deepEqual(definition(inCommon), ['/w/main.ini: «name» = shop']);
  assert.deepEqual(references(inCommon), [
    '/w/common.ini: chdir = /srv/%(«name»)',
    '/w/main.ini: «name» = shop',
  ]);
  const extra = { ...split, '/w/common.ini': common.replace('%(port)', '%(po<|>rt)') };
  assert.deepEqual(definition(extra), ['/w/common.ini: «port» = 1']);
  const { features, offset, apply } = askAt(extra);
  const outcome = features.rename(offset, 'p');
  assert.ok('edits' in outcome);
  assert.equal(
    apply(outcome.edits)['/w/common.ini'],
    '[uwsgi]\nchdir = /srv/%(name)\np = 1\n[extra]\nsocket = :%(p)\n',
  );
});

test('an include leads to the section that it asks for', () => {
  const main = split['/w/main.ini'] ?? '';
  const at = (text: string) => ({ ...split, '/w/main.ini': main.replace(text, `${text}<|>`) });
  assert.deepEqual(definition(at('common.ini:ex')), ['/w/common.ini: [«extra»]']);
  assert.deepEqual(definition(at('ini = %dcomm')), ['/w/common.ini: [«uwsgi»]']);
  assert.deepEqual(references(at('common.ini:ex')), [
    '/w/common.ini: [«extra»]',
    '/w/main.ini: ini = «%dcommon.ini:extra»',
  ]);
  const missing = { '/w/a.ini': '[uwsgi]\nini = oth<|>er.ini\n' };
  const disk = fakeDisk({ '/w/other.ini': '' });
  assert.deepEqual(definition(missing, disk), ['/w/other.ini: «»']);
  assert.deepEqual(definition(missing), []);
});

test('a section is renamed in the files that ask for it', () => {
  const common = split['/w/common.ini'] ?? '';
  const { features, offset, apply } = askAt({
    ...split,
    '/w/common.ini': common.replace('[ex', '[ex<|>'),
  });
  const outcome = features.rename(offset, 'more');
  assert.ok('edits' in outcome);
  assert.match(apply(outcome.edits)['/w/main.ini'] ?? '', /common\.ini:more\n$/);
});
