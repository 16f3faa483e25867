import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fakeDisk } from '../../testing/around.ts';
import { accepted, cursorIn } from '../../testing/cursor.ts';
import { iniTexts } from '../../testing/ini-texts.ts';
import { askAt } from '../../testing/uwsgi-workspace.ts';
import { uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { article } from '../../testing/workspace.ts';
import { uwsgiCompletion } from './completion.ts';

const app =
  'import bottle\nfrom bottle import route\n\napplication = bottle.Bottle()\ndef helper(): pass\n';

function complete(value: string) {
  const path = '/w/worker.ini';
  const disk = fakeDisk({ '/w/app.py': app, '/w/site/x.txt': '' });
  const marked: Record<string, string> = { ...article, [path]: `[uwsgi]\nname = shop\n${value}\n` };
  const { features, offset } = askAt(marked, disk);
  const items = features.completion(offset);
  const take = (label: string) => {
    const item = items.find((each) => each.label === label);
    assert.ok(item, `${label} is not among ${items.map((each) => each.label).join()}`);
    return accepted(cursorIn(marked[path] ?? ''), item).split('\n')[2];
  };
  return { labels: items.map(({ label }) => label), take, items };
}

test('option names, with their value to come', () => {
  assert.equal(complete('fastr<|>').take('fastrouter'), 'fastrouter = <|>');
  assert.equal(complete('<|>').take('master'), 'master = <|>true');
  assert.equal(complete('lazy-<|> = true').take('lazy-apps'), 'lazy-apps<|> = true');
  assert.equal(complete('<|>').take('endif'), 'endif<|>');
  assert.equal(complete('; fastr<|>').labels.length, 0);
});

test('options of the file’s role come first, those that are there already last', () => {
  const { items } = complete('socket = :1\nprocesses = 2\n<|>');
  const rank = (label: string) => items.find((item) => item.label === label)?.sort ?? '';
  assert.ok(rank('threads') < rank('fastrouter'));
  assert.ok(rank('fastrouter') < rank('processes'));
  assert.ok(rank('processes') > rank('socket'), 'a list may go on');
});

test('values by what the option takes', () => {
  assert.deepEqual(complete('master = <|>').labels, ['true', 'false']);
  assert.equal(complete('plugins = python3,<|>').take('logfile'), 'plugins = python3,logfile<|>');
  assert.equal(complete('socket = <|>').take('127.*:0'), 'socket = 127.*:0<|>');
  assert.equal(complete('module = <|>').take('app'), 'module = app<|>');
  assert.equal(complete('module = app:<|>').take('application'), 'module = app:application<|>');
  assert.deepEqual(complete('chdir = <|>').labels, ['app.py', 'site']);
  assert.equal(complete('wsgi-file = site/<|>').take('x.txt'), 'wsgi-file = site/x.txt<|>');
  assert.deepEqual(complete('nothing-known = <|>').labels, []);
});

test('keys of a list, and what the other files give for them', () => {
  assert.equal(complete('subscribe2 = <|>').take('server'), 'subscribe2 = server=<|>');
  const server = complete('subscribe2 = server=<|>');
  assert.equal(server.take('127.0.0.1:3131'), 'subscribe2 = server=127.0.0.1:3131<|>');
  const next = complete('subscribe2 = server=127.0.0.1:3131,<|>');
  assert.ok(!next.labels.includes('server'));
  const key = complete('subscribe2 = server=127.0.0.1:3131,key=<|>');
  assert.deepEqual(key.labels, ['app.localhost']);
});

test('placeholders, magic and log variables', () => {
  assert.equal(complete('pidfile = /run/%(<|>').take('name'), 'pidfile = /run/%(name)<|>');
  assert.equal(complete('pidfile = %(na<|>me)').take('name'), 'pidfile = %(name<|>)');
  assert.equal(complete('chdir = %<|>').take('%d'), 'chdir = %d<|>');
  assert.ok(!complete('log-date = %%<|>').labels.includes('%d'));
  assert.equal(complete('log-format = %(<|>').take('status'), 'log-format = %(status)<|>');
});

test('no offset of any file makes it fail, and each item replaces text around the cursor', () => {
  fc.assert(
    fc.property(iniTexts, (text) => {
      const file = uwsgiFile(text);
      for (let offset = 0; offset <= text.length; offset += 1) {
        for (const { replace } of uwsgiCompletion(file, offset).slice(0, 3)) {
          assert.ok(replace.start <= offset && offset <= replace.end, `${offset} of ${text}`);
        }
      }
    }),
    { numRuns: 30 },
  );
});
