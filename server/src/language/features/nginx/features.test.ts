import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLanguage, type FileFeatures } from '../../language.ts';
import { nginxTexts } from '../../testing/nginx-texts.ts';
import { fakeDisk } from '../../testing/around.ts';
import { article, snapshot } from '../../testing/workspace.ts';
import type { Place } from '../feature.ts';

const path = '/w/nginx.conf';
const fragment = '/w/part.conf';

/** A file with a fragment beside it that it may include. */
function ask(text: string, part: string, version: number): FileFeatures {
  const base = snapshot(article);
  const nginx = (name: string, content: string) =>
    [name, { path: name, text: content, kind: 'nginx', version }] as const;
  const files = new Map([...base.files, nginx(path, text), nginx(fragment, part)]);
  const disk = fakeDisk({ '/w/a': '', '/w/8k': '' });
  const features = language.features({ ...base, files, disk }, path);
  assert.ok(features);
  return features;
}
const language = createLanguage();

const options = { tabSize: 4, insertSpaces: true };

test('no text and no place in it makes a feature fail', () => {
  let version = 1;
  fc.assert(
    fc.property(nginxTexts, nginxTexts, (text, part) => {
      const features = ask(`include part.conf;\n${text}`, part, ++version);
      const length = text.length + 'include part.conf;\n'.length;
      const isInside = ({ path: where, span }: Place) =>
        where !== path || (0 <= span.start && span.start <= span.end && span.end <= length);
      for (let offset = 0; offset <= length; offset += 1 + (offset % 3)) {
        const hover = features.hover(offset);
        if (hover) assert.ok(hover.span.start <= offset && offset <= hover.span.end);
        for (const { replace } of features.completion(offset))
          assert.ok(0 <= replace.start && replace.start <= offset && offset <= replace.end);
        const signature = features.signature(offset);
        for (const { label } of signature?.parameters ?? [])
          assert.ok(signature?.label.includes(label), label);
        assert.ok(features.definition(offset).every(isInside));
        assert.ok(features.references(offset).every(isInside));
        const renameable = features.renameable(offset);
        if (renameable !== undefined && 'span' in renameable)
          assert.ok(renameable.span.start <= offset && offset <= renameable.span.end);
        checkRename(features, offset, renameable !== undefined && 'span' in renameable);
        features.selections(offset);
        features.actions({ start: offset, end: Math.min(length, offset + 3) });
        features.inlays({ start: offset, end: Math.min(length, offset + 9) });
      }
      features.links();
      features.symbols();
      features.foldings();
      features.tokens();
      features.format(options);
    }),
    { numRuns: 80, seed: 8 },
  );
});

/** What is offered can be done; edits do not overlap. */
function checkRename(features: FileFeatures, offset: number, offered: boolean): void {
  const outcome = features.rename(offset, 'new_name');
  assert.equal('edits' in outcome, offered);
  if (!('edits' in outcome)) return;
  const ends = new Map<string, number>();
  for (const { path: where, span } of outcome.edits) {
    assert.ok(span.start >= (ends.get(where) ?? 0) && span.start <= span.end);
    ends.set(where, span.end);
  }
}
