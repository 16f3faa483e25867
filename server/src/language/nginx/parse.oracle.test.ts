import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexLines, lineAt } from '../text/line-index.ts';
import { parseNginx } from './parse.ts';

/** The real tokenizer and ours must agree on whether a file is sound, and on the line of the first error. */
const absent = spawnSync('nginx', ['-v']).error !== undefined;

test('finds a syntax error where nginx finds one', { skip: absent && 'no nginx here' }, () => {
  const directory = mkdtempSync(join(tmpdir(), 'nginx-parse-'));
  let compared = 0;
  try {
    for (const body of fc.sample(bodies, { seed: 1221, numRuns: 150 })) {
      // In the body of `types` any words are legal, so that mostly the tokenizer complains.
      const text = `events {}\nhttp {\ntypes {\n${body}\n}\n}\n`;
      const path = join(directory, 'nginx.conf');
      writeFileSync(path, text);
      const line = nginxLine(path, directory);
      if (line === 'another complaint') continue;
      compared++;
      assert.equal(ourLine(text), line, JSON.stringify(text));
    }
    assert.ok(compared > 100);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

const piece = fc.constantFrom(
  ...[
    '"a b"',
    "'c\n'",
    '"',
    "'",
    '\\',
    '\\"',
    '$',
    '${',
    '#',
    '# d\n',
    ' ',
    '\n',
    '\t',
    '\r\n',
    ')',
  ],
  ...['k1 v1;\n', 'k2 v2;\n', 'k3 "v3";\n', 'word', 'é', '\u{1f600}', ';', '}'],
);
const bodies = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

function ourLine(text: string): number | undefined {
  const { errors } = parseNginx(text);
  // What follows an unclosed quote is a reading of ours; nginx takes all of it for the quoted text.
  const quote = errors.find(({ code }) => code === 'unclosed-quote');
  const shared = errors.filter(({ span }) => !quote || span.start <= quote.span.start);
  const first = Math.min(...shared.map(({ reportedAt }) => reportedAt));
  return first === Infinity ? undefined : lineAt(indexLines(text), first) + 1;
}

/** undefined when nginx accepts the file. */
function nginxLine(path: string, directory: string): number | 'another complaint' | undefined {
  const { stderr } = spawnSync('nginx', ['-t', '-c', path, '-p', directory, '-e', 'stderr'], {
    encoding: 'utf8',
  });
  if (stderr.includes(' syntax is ok')) return undefined;
  // A block in the body of `types` is refused by the directive, not by the tokenizer.
  if (stderr.includes('unexpected "{"')) return 'another complaint';
  const match = /\[emerg\] .*?(?:unexpected|too long parameter)[\s\S]* in .*:(\d+)$/m.exec(stderr);
  return match ? Number(match[1]) : 'another complaint';
}
