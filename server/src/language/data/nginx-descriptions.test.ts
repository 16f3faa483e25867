import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allDirectiveNames, directivesNamed } from '../nginx-conf/directives.ts';
import { nginxDescription, writtenDescriptions } from './nginx-descriptions.extra.ts';
import { passDescriptions, passPrefixes } from './nginx-descriptions-pass.extra.ts';

test('each text belongs to a directive', () => {
  for (const key of Object.keys(writtenDescriptions)) {
    const [name = '', context] = key.split('@');
    const entries = directivesNamed(name);
    assert.ok(entries.length > 0, key);
    if (context !== undefined)
      assert.ok(
        entries.some(({ contexts }) => contexts.some((one) => one === context)),
        key,
      );
  }
  for (const rest of Object.keys(passDescriptions))
    assert.ok(
      Object.keys(passPrefixes).some((prefix) => directivesNamed(`${prefix}_${rest}`).length > 0),
      rest,
    );
});

test('texts are sentences, and no two are the same', () => {
  const described = [...new Set([...allDirectiveNames(), ...Object.keys(writtenDescriptions)])];
  const texts = described.flatMap((name) => nginxDescription(name) ?? []);
  assert.ok(texts.length >= 450, String(texts.length));
  for (const text of texts) assert.match(text, /^[A-Z`].*[.]$|^[A-Z].*[.]\*\*$/, text);
  assert.equal(new Set(texts).size, texts.length);
});
