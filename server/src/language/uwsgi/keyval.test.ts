import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uwsgiKeyvals } from '../data/uwsgi-keyvals.extra.ts';
import { keyvalKey, keyvalList, keyvalSyntax } from './keyval.ts';
import { uwsgiOption } from './options.ts';
import { subscribe2Keys } from './subscription.ts';

test('every list belongs to an option, and no key of it has two meanings', () => {
  for (const [option, { keys }] of Object.entries(uwsgiKeyvals)) {
    assert.equal(uwsgiOption(option)?.canonical, option);
    const names = keys.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    assert.equal(new Set(names).size, names.length, option);
  }
  assert.deepEqual(subscribe2Keys.slice(0, 2), ['server', 'key']);
});

test('a command may stand behind the list, and another form in its place', () => {
  const items = (option: string, value: string) =>
    keyvalList(uwsgiOption(option), value)?.items.map(({ key }) => key.text);
  assert.deepEqual(items('cron2', 'hour=5,unique=1 run a=b,c=d'), ['hour', 'unique']);
  assert.equal(items('cron2', 'run a=b'), undefined);
  assert.deepEqual(items('attach-daemon2', 'cmd=run it,stopsignal=2'), ['cmd', 'stopsignal']);
  assert.equal(items('socket', 'a=b'), undefined);
});

test('a key by any of its names', () => {
  const daemon = uwsgiOption('attach-daemon2');
  const syntax = daemon && keyvalSyntax(daemon);
  assert.ok(syntax);
  assert.equal(keyvalKey(syntax, 'command')?.name, 'cmd');
  assert.equal(keyvalKey(syntax, 'Command'), undefined);
});
