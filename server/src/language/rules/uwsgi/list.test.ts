import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { uwsgiRules } from './list.ts';
import { runRule } from '../../testing/rule-fixture.ts';
import { uwsgiFile } from '../../testing/uwsgi-rule.ts';

const file = join(import.meta.dirname, '../../../../../snippets/uwsgi-ini.json');
const snippets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { body: string[] }>;

test('no rule finds anything in a snippet', () => {
  for (const [name, { body }] of Object.entries(snippets)) {
    const defaults = new Map<string, string>();
    const text = body
      .join('\n')
      .replace(/\$\{(\d):((?:%\(_\)|[^}])*)\}/g, (_, stop: string, value: string) => {
        defaults.set(stop, value);
        return value;
      })
      .replace(/\$\{(\d)\}/g, (_, stop: string) => defaults.get(stop) ?? '')
      .replace('$0', '');
    // "key" in the snippets of blocks stands for an option.
    const socket = text.startsWith('subscribe') ? 'socket = 127.0.0.1:0\n' : '';
    const whole = text.startsWith('[')
      ? text
      : `[uwsgi]\n${socket}${text.replace(/^key/m, 'route-run')}`;
    for (const rule of uwsgiRules) {
      assert.deepEqual(
        runRule(rule, uwsgiFile(whole)).map(({ message }) => message),
        [],
        `${name}\n${whole}`,
      );
    }
  }
});

test('every rule has an https source and an own id', () => {
  assert.equal(new Set(uwsgiRules.map(({ id }) => id)).size, uwsgiRules.length);
  for (const { id, docs } of uwsgiRules) {
    assert.match(id, /^uwsgi\//);
    assert.match(docs.source, /^https:\/\//);
  }
});
