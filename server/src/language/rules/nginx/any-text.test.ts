import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLanguage, type Finding } from '../../language.ts';
import { nginxTexts } from '../../testing/nginx-texts.ts';
import { snapshot } from '../../testing/workspace.ts';
import { cpuNow } from '../../testing/cpu-time.ts';

const conf = '/w/nginx.conf';
const check = (files: Readonly<Record<string, string>>) => createLanguage().check(snapshot(files));

/** A rule that throws is a finding of its own, which this refuses. */
function assertSound(
  files: Readonly<Record<string, string>>,
  all: ReadonlyMap<string, readonly Finding[]>,
): void {
  for (const [path, findings] of all)
    for (const { span, message, fixes } of findings) {
      const text = files[path] ?? assert.fail(`a finding in ${path}, which is no file`);
      assert.doesNotMatch(message, /^The rule .* failed on this file/);
      for (const place of [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))])
        assert.ok(place.start >= 0 && place.start <= place.end, message);
      assert.ok(span.end <= text.length, message);
    }
}

test('no text makes a rule fail or point outside of the file', () => {
  fc.assert(
    fc.property(fc.oneof(nginxTexts, fc.string({ unit: 'binary' })), nginxTexts, (text, part) => {
      const files = {
        [conf]: `events {}\nhttp {\ninclude part.conf;\n${text}\n}\n`,
        '/w/conf.d/alone.conf': text,
        '/w/part.conf': part,
      };
      assertSound(files, check(files));
    }),
    { seed: 51, numRuns: 400 },
  );
});

test('files that include each other are found, not followed for ever', () => {
  const files = {
    [conf]: 'events {}\nhttp { include conf.d/a.conf; }\n',
    '/w/conf.d/a.conf': 'include conf.d/b.conf;\n',
    '/w/conf.d/b.conf': 'include conf.d/a.conf;\ninclude nginx.conf;\n',
  };
  const messages = [...check(files).values()].flat().map(({ message }) => message);
  assert.ok(
    messages.some((message) => message.includes('nginx crashes on it')),
    messages.join('\n'),
  );
});

test('ten thousand blocks in each other are read', () => {
  for (const name of ['location /a', 'x', 'map $a $b']) {
    const text = `events {}\nhttp {\n${`${name} {\n`.repeat(10_000)}${'}\n'.repeat(10_001)}`;
    const found = check({ [conf]: text });
    assertSound({ [conf]: text }, found);
    assert.ok((found.get(conf)?.length ?? 0) > 0, name);
  }
});

test('a hundred thousand lines are no trouble', () => {
  const line = '    location = /a { set $x "a"; }\n';
  const text = `events {}\nhttp {\n  server {\n${line.repeat(100_000)}  }\n}\n`;
  const start = cpuNow();
  assert.ok((check({ [conf]: text }).get(conf)?.length ?? 0) > 0);
  assert.ok(cpuNow() - start < 60_000);
});
