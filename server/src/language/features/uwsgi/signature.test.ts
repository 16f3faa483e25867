import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cursorIn } from '../../testing/cursor.ts';
import { iniTexts } from '../../testing/ini-texts.ts';
import { uwsgiFile } from '../../testing/uwsgi-rule.ts';
import { uwsgiSignature } from './signature.ts';

/** The label, with the active parameter in brackets of its own. */
function shown(line: string): string | undefined {
  const { text, offset } = cursorIn(`[uwsgi]\n${line}\n`);
  const found = uwsgiSignature(uwsgiFile(text), offset);
  if (found === undefined) return undefined;
  const active = found.active === undefined ? undefined : found.parameters[found.active]?.label;
  for (const { label } of found.parameters) assert.ok(found.label.includes(label), label);
  return `${found.label.split(' = ')[0] ?? ''}: ${active ?? '-'}`;
}

test('the key that the cursor is in', () => {
  assert.equal(shown('subscribe2 = <|>'), 'subscribe2: -');
  assert.equal(shown('subscribe2 = server=127.0.0.1:3131<|>'), 'subscribe2: server=ADDRESS');
  assert.equal(shown('subscribe2 = server=127.0.0.1:3131,key=a<|>'), 'subscribe2: key=NAME');
  assert.equal(shown('subscribe2 = server=127.0.0.1:3131,nokey=a<|>'), 'subscribe2: -');
});

test('the field that the cursor is in', () => {
  assert.equal(shown('cron = <|>'), 'cron: MINUTE');
  assert.equal(shown('cron = 5 4 <|>'), 'cron: DAY');
  assert.equal(shown('cron = 5 4 -1 -1 0 /bin/true and mo<|>re'), 'cron: COMMAND');
  assert.equal(shown('static-map = /static<|>'), 'static-map: MOUNTPOINT');
  assert.equal(shown('static-map = /static=/srv/a=b<|>'), 'static-map: PATH');
});

test('nothing where a value has no parts, and outside of values', () => {
  assert.equal(shown('master = tr<|>ue'), undefined);
  assert.equal(shown('subscri<|>be2 = server=a'), undefined);
  assert.equal(shown('; subscribe2 = server=<|>'), undefined);
  assert.equal(shown('my-own = a=<|>'), undefined);
});

test('no offset of any file makes it fail', () => {
  fc.assert(
    fc.property(iniTexts, (text) => {
      const file = uwsgiFile(text);
      for (let offset = 0; offset <= text.length; offset += 1) {
        const found = uwsgiSignature(file, offset);
        const { active, parameters } = found ?? {};
        assert.ok(active === undefined || (active >= 0 && active < (parameters?.length ?? 0)));
      }
    }),
    { numRuns: 50 },
  );
});
