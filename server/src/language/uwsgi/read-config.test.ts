import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseIni } from '../ini/parse.ts';
import { readConfig } from './read-config.ts';
import { cpuNow } from '../testing/cpu-time.ts';

const read = (text: string, section?: string) =>
  readConfig(parseIni(text), { path: '/srv/site/worker.ini', ...(section && { section }) });
const values = (body: string) =>
  read(`[uwsgi]\n${body}`).entries.map(({ key, value }) => `${key}=${value}`);
const last = (body: string) => read(`[uwsgi]\n${body}`).entries.at(-1);

test('reads the asked section only, all parts of it', () => {
  const text = 'x = 0\n[uwsgi]\na = 1\n[other]\nb = 2\n[uwsgi]\nc = 3\n';
  assert.deepEqual(
    read(text).entries.map(({ key }) => key),
    ['a', 'c'],
  );
  assert.deepEqual(
    read(text, 'other').entries.map(({ key }) => key),
    ['b'],
  );
  assert.equal(read(text, 'none').found, false);
});

test('ini = :name puts a section in place, and ends in a circle', () => {
  const text = '[uwsgi]\nini = :router\nz = 1\n[router]\nfastrouter = :1\nini = :uwsgi\n';
  const config = read(text);
  assert.deepEqual(
    config.entries.map(({ key }) => key),
    ['ini', 'fastrouter', 'ini', 'z'],
  );
  assert.deepEqual(config.roles, { router: true, worker: false });
});

test('magic variables that follow from the path', () => {
  assert.deepEqual(values('a = %d|%n|%s|%e|%c|%p|%0|%D|%%|%q|\n'), [
    'a=/srv/site/|worker|worker.ini|ini|site|/srv/site/worker.ini|srv|/srv/site/|%||',
  ]);
  const host = last('a = x-%h\n');
  assert.deepEqual([host?.value, host?.known], ['x-%h', false]);
});

test('a placeholder is the first option of the name, wherever it stands', () => {
  assert.deepEqual(values('a = %(b)\nb = 1\nb = 2\n'), ['a=1', 'b=1', 'b=2']);
  assert.equal(last('a = %(none)\n')?.known, false);
  assert.deepEqual(values('socket = %%(b)\nb = 1\n'), ['socket=1', 'b=1']);
});

test('arithmetic goes from left to right and wants blanks', () => {
  assert.deepEqual(
    values('a = 2\nb = 3\nc = %(a + b * 3)|%(a+b)|%(a b)|%(a / 0)|%(a ++)\n').at(-1),
    'c=15|%(a+b)|23|0|3',
  );
  assert.equal(last('a = 2\nc = %(a + none)\n')?.value, '2');
  assert.equal(last('c = %(9223372036854775807 + 1)\n')?.value, '-9223372036854775808');
});

test('a placeholder that a replacement puts at the beginning stays', () => {
  assert.equal(values('c = %(d)\nd = %(a)%(b)\na = 1\nb = 2\n')[0], 'c=%(a)2');
  assert.equal(values('c = x%(d)\nd = %(a)%(b)\na = 1\nb = 2\n')[0], 'c=x12');
});

test('immediate options are executed before the pass, set adds an option', () => {
  assert.deepEqual(values('x = 1\nplugins = %(x)\nset = y=%(x)\nset-ph = z=%(x)\n'), [
    ...['x=1', 'plugins=%(x)', 'set=y=%(x)', 'y=1', 'set-ph=z=%(x)', 'z=%(x)'],
  ]);
  const declared = last('set = processes=4\n');
  assert.deepEqual([declared?.option?.name, declared?.origin], ['processes', 'set']);
  assert.equal(last('resolve = r=localhost\n')?.known, false);
});

test('what the environment, a file, a loop or a template decides is not known', () => {
  for (const value of ['$(HOME)', '@(file)', '{{ name }}', '${PORT}', '%(host)']) {
    assert.equal(last(`socket = ${value}\n`)?.known, false, value);
  }
  assert.equal(last('if-env = A\nb = 1\n')?.conditional, true);
  assert.equal(last('if-env = A\nendif =\nb = 1\n')?.conditional, false);
  assert.equal(last('if-env = A\nb = 1\nend-if =\nc = %(b)\n')?.known, false);
});

test('a variable that contains itself comes to an end', () => {
  const start = cpuNow();
  const config = read(`[uwsgi]\na = x%(a)\n${'b = %(a)%(a)%(a)\n'.repeat(2000)}`);
  assert.equal(config.entries[0]?.known, false);
  const doubling = Array.from({ length: 60 }, (_, i) => `v${i} = x%(v${i + 1})%(v${i + 1})\n`);
  read(`[uwsgi]\n${doubling.join('')}v60 = y\n`);
  read(`[uwsgi]\nw = ${'y'.repeat(9000)}\n${`a = %(${'w '.repeat(3000)})\n`.repeat(50)}`);
  assert.ok(cpuNow() - start < 3000);
});

test('roles', () => {
  const roles = (body: string) => read(`[uwsgi]\n${body}`).roles;
  assert.deepEqual(roles('fastrouter = :1\nsocket = :2\n'), { router: true, worker: true });
  assert.deepEqual(roles('shared-socket = :1\n'), { router: false, worker: false });
  assert.deepEqual(roles('subscribe2 = server=a:1,key=b\n'), { router: false, worker: true });
});

test('100000 lines are read in linear time', () => {
  const start = cpuNow();
  read(`[uwsgi]\na = 1\n${'k = %(a)-%(a)\n'.repeat(100_000)}`);
  assert.ok(cpuNow() - start < 3000);
});
