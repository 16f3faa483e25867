import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLanguage, type Language, type Snapshot } from './language.ts';
import { editedStack, type RandomEdit, randomEdits, spotOf } from './testing/random-edits.ts';
import { snapshot } from './testing/workspace.ts';

const paths = Object.keys(editedStack);

function apply(texts: Map<string, string>, edit: RandomEdit): void {
  const path = paths[edit.file % paths.length] ?? '';
  if (edit.kind === 'remove') texts.delete(path);
  if (edit.kind === 'restore') texts.set(path, editedStack[path] ?? '');
  if (edit.kind === 'edit') {
    const text = texts.get(path);
    if (text === undefined) return;
    const { start, end } = spotOf(text, edit);
    texts.set(path, text.slice(0, start) + edit.text + text.slice(end));
  }
}

/** All that a core says of the files as a whole. */
function verdict(language: Language, now: Snapshot): string {
  return JSON.stringify([
    [...language.check(now)].sort(([one], [other]) => (one < other ? -1 : 1)),
    language.outlines(now),
    language.outlines(now).map(({ id }) => language.diagram(now, id)),
    language.wireSymbols(now),
  ]);
}

test('after any edits a core says what one says that has seen the last texts only', () => {
  fc.assert(
    fc.property(fc.array(randomEdits, { minLength: 1, maxLength: 12 }), (edits) => {
      const language = createLanguage();
      const texts = new Map(Object.entries(editedStack));
      let version = 1;
      let now = snapshot(editedStack);
      for (const edit of edits) {
        language.check(now);
        const before = new Map(texts);
        apply(texts, edit);
        const next = snapshot(Object.fromEntries(texts));
        // A file that has not changed stays the same object, as the server keeps it.
        const files = [...next.files].map(([path, file]) => {
          const old = now.files.get(path);
          if (old !== undefined && before.get(path) === file.text) return [path, old] as const;
          version++;
          return [path, { ...file, version }] as const;
        });
        now = { ...now, files: new Map(files) };
        // What a person at the keyboard causes: looks at one file, and checks that are dropped half-way.
        for (const path of paths) language.checkNear(now, path);
        const dropped = language.checkInSteps(now);
        for (let step = 0; step < (edit.file % 5) * 40; step++) dropped.next();
      }
      assert.equal(verdict(language, now), verdict(createLanguage(), now));
    }),
    { seed: 8, numRuns: 40 },
  );
});
