import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uwsgiOption } from '../uwsgi/options.ts';
import { uwsgiDescriptions } from './uwsgi-descriptions.extra.ts';

const all = Object.entries(uwsgiDescriptions);

test('every description belongs to an option, by its first name', () => {
  assert.ok(all.length >= 250);
  const strangers = all.filter(([name]) => uwsgiOption(name)?.canonical !== name);
  assert.deepEqual(strangers, []);
});

test('each is one to three sentences, and no two are equal', () => {
  for (const [name, text] of all) {
    assert.ok(text.endsWith('.'), name);
    assert.ok(text.length <= 400, `${name}: ${text.length}`);
    assert.ok((text.match(/`/g) ?? []).length % 2 === 0, `${name}: a backtick is left open`);
  }
  assert.equal(new Set(all.map(([, text]) => text)).size, all.length);
});

test('no part gives an option that another part has given', async () => {
  const { readdirSync, readFileSync } = await import('node:fs');
  const folder = new URL('./uwsgi-descriptions/', import.meta.url);
  const keys = readdirSync(folder).flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(
      ([, key = '']) => key,
    ),
  );
  assert.equal(keys.length, all.length);
});
