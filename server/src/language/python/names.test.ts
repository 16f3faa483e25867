import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../text/span.ts';
import { pythonNames } from './names.ts';
import { cpuNow } from '../testing/cpu-time.ts';

const names = (text: string) => [...pythonNames(text).names.keys()];
const open = (text: string) => pythonNames(text).open;

test('functions, classes and variables', () => {
  assert.deepEqual(names('def application(env, start): pass\n'), ['application']);
  assert.deepEqual(names('async def app(scope):\n    inner = 1\nclass App(Base):\n  x = 2\n'), [
    'app',
    'App',
  ]);
  assert.deepEqual(names('application = get_wsgi_application()\n'), ['application']);
  assert.deepEqual(names('a = b = c\nd, (e, *f) = g\nh: Flask = i\nj: int\n'), [
    ...['a', 'b', 'd', 'e', 'f', 'h'],
  ]);
  assert.deepEqual(names('if x == 1: y = 2; z = 3\n'), ['y', 'z']);
  assert.deepEqual(names('if (n := 3) > 2: pass\n'), ['n']);
});

test('imports', () => {
  assert.deepEqual(names('import os, sys as s, a.b.c\n'), ['os', 's', 'a']);
  assert.deepEqual(names('from x import y as z, w\nfrom . import (a,\n  b as c,\n)\n'), [
    ...['z', 'w', 'a', 'c'],
  ]);
  assert.equal(pythonNames('from m import app').names.get('app')?.kind, 'import');
});

test('what is not bound in the module', () => {
  assert.deepEqual(
    names('os.environ["A"] = "b"\nx[i] = 1\nf(a=1)\nb == c\nd += 1\nprint(e)\n'),
    [],
  );
  assert.deepEqual(names('def f():\n    app = 1\n\n    return app\n'), ['f']);
  assert.deepEqual(names('"""\napp = 1\n"""\n# app = 2\nr\'\\\'\napp = 3\n'), ['app']);
  assert.deepEqual(names("s = 'a\\'b = 1'\n"), ['s']);
  assert.deepEqual(names('def f(x=1, y: int = 2) -> int: return 3\n'), ['f']);
});

test('blocks that may not be run count', () => {
  const text =
    'try:\n    from a import app\nexcept ImportError:\n    app2 = None\nelse:\n\tapp3 = 1\n';
  assert.deepEqual(names(text), ['app', 'app2', 'app3']);
  assert.deepEqual(names('with open(f) as g, h() as i:\n  j = 1\nfor k, l in m:\n  pass\n'), [
    ...['g', 'i', 'j', 'k', 'l'],
  ]);
  assert.deepEqual(names('def f():\n  global late\n  late = 1\n'), ['f', 'late']);
});

test('lines that go on', () => {
  assert.deepEqual(names('a = (1,\nb = 2)\nc = 3\n'), ['a', 'c']);
  assert.deepEqual(names('a = 1 + \\\n  2\nd = {\n "x": 1,\n}\n'), ['a', 'd']);
  assert.deepEqual(names('application = Flask(__name__) # app\r\nx = 1\r\n'), ['application', 'x']);
});

test('modules that may have more names', () => {
  for (const text of [
    ...['from x import *\n', 'globals()["app"] = 1\n', 'exec(code)\n'],
    ...['def __getattr__(name):\n  pass\n', 'setattr(m, "app", 1)\n', 'a = (1\n', 's = """\n'],
  ]) {
    assert.ok(open(text), text);
  }
  for (const text of ['app = 1\n', 'from x import a\n', 'x = "from y import *"\n', ''])
    assert.ok(!open(text), text);
});

test('the place of a name', () => {
  const text = 'import os\n\nclass Application:\n    pass\n';
  const found = pythonNames(text).names.get('Application');
  assert.equal(found?.kind, 'class');
  assert.equal(textOf(text, found.span), 'Application');
});

test('any text is read', () => {
  const piece = fc.constantFrom(
    ...['def ', 'class ', 'x', '=', '(', ')', '[', ']', ':', '\n', '  ', '\t', '"', "'", '"""'],
    ...['#', '\\', ',', 'import ', 'from ', 'as ', '*', 'if ', ';', 'é', '😀', '\0', '\r\n'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      for (const [name, { span }] of pythonNames(text).names)
        assert.equal(textOf(text, span), name);
    }),
    { seed: 3, numRuns: 2000 },
  );
});

test('time grows with the length of the file, not with its square', () => {
  const start = cpuNow();
  pythonNames('value = call(1, "text")\n'.repeat(40_000));
  pythonNames('('.repeat(300_000));
  pythonNames(' '.repeat(500_000));
  pythonNames('"""'.repeat(200_001));
  pythonNames('a = '.repeat(100_000));
  assert.ok(cpuNow() - start < 4000);
});
