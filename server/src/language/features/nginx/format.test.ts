import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseNginx } from '../../nginx/parse.ts';
import { applyEdits } from '../../testing/apply-edits.ts';
import { nginxTexts } from '../../testing/nginx-texts.ts';
import type { Span } from '../../text/span.ts';
import { formatNginx } from './format.ts';
import { cpuNow } from '../../testing/cpu-time.ts';

const options = { tabSize: 4, insertSpaces: true };
const edits = (text: string, within?: Span) =>
  formatNginx({ text, tree: parseNginx(text) }, options, within);
const format = (text: string, within?: Span) => applyEdits(text, edits(text, within));

test('one statement in each line, indented by its blocks', () => {
  assert.equal(
    format('http{server {listen 80;location / {return 204;}}\n  root  /x ;}'),
    `http {
    server {
        listen 80;
        location / {
            return 204;
        }
    }
    root /x;
}
`,
  );
});

test('the brace and the semicolon stand in the line of the directive', () => {
  assert.equal(format('server\n{\nlisten 80\n;\n}\n'), 'server {\n    listen 80;\n}\n');
});

test('an empty block may stay in one line', () => {
  const text = 'events {}\nhttp { }\n';
  assert.equal(format(text), text);
  assert.equal(format('a {   }\nb {\n   }\n'), 'a { }\nb {\n}\n');
});

test('of several blank lines one stays', () => {
  assert.equal(format('\n\na b;\n\n\n\nc {\n\n\nd e;\n}\n\n'), 'a b;\n\nc {\n\n    d e;\n}\n');
  assert.equal(format(' \n\n'), '');
});

test('comments stay where they are, and end their line', () => {
  assert.equal(
    format('a b;   # one  \n # two\nc { # three\n# four\nd # five\n e; }# six\n#seven'),
    `a b;   # one
# two
c { # three
    # four
    d # five
        e;
} # six
#seven
`,
  );
  assert.equal(format('a b # note\n;\nc # note\n{ }\n'), 'a b # note\n;\nc # note\n{ }\n');
});

test('words that are in columns stay in them; other blanks shrink to one', () => {
  const aligned = 'set         $a  1;\nproxy_pass  $b;\nmap_x y;\n';
  assert.equal(format(aligned), aligned);
  assert.equal(format('listen   80;\nroot  /a;\n'), 'listen 80;\nroot /a;\n');
  const tabs = 'uwsgi_param\tA\t\t$a;\n';
  assert.equal(format(tabs), tabs);
});

test('lines that go on are indented, or stand below an argument', () => {
  assert.equal(
    format("log_format main 'a'\n'b'\n   'c' ;\n"),
    "log_format main 'a'\n    'b'\n    'c';\n",
  );
  assert.equal(
    format("http {\nlog_format main 'a'\n                'b';\n}\n"),
    "http {\n    log_format main 'a'\n                    'b';\n}\n",
  );
});

test('a quoted word of several lines stays as it is', () => {
  const text = 'a {\n    b "c\n  d  ;\n";\n}\n';
  assert.equal(format(text), text);
});

test('Lua stays as it is', () => {
  assert.equal(
    format('location / {\ncontent_by_lua_block {\n  local a = {  }\n\n\n   }\n}\n'),
    'location / {\n    content_by_lua_block {\n  local a = {  }\n\n\n   }\n}\n',
  );
});

test('tags of a template engine stay where they are', () => {
  const text = '{% if a %}  listen 80; {% endif %}\n\n\n{{ b }}\nroot {{ c }};\n';
  assert.equal(format(text), text);
  assert.equal(format('a  {{ c  }} ;\n'), 'a {{ c  }};\n');
});

test('a file with a syntax error stays as it is', () => {
  for (const text of ['a {\n  b;\n', 'a  b\n}\n', '  a "b;\n', 'a  b', ' ;;'])
    assert.deepEqual(edits(text), []);
});

test('line breaks and the tabs of the settings', () => {
  assert.equal(format('a {\r\nb;\r\n\r\n\r\nc;}'), 'a {\r\n    b;\r\n\r\n    c;\r\n}\r\n');
  const text = 'a {\n  b;\n}\n';
  const tabs = formatNginx({ text, tree: parseNginx(text) }, { tabSize: 8, insertSpaces: false });
  assert.equal(applyEdits(text, tabs), 'a {\n\tb;\n}\n');
});

test('only the lines of the range are touched', () => {
  const text = 'a {\nb   1;  \nc    2;\n}\n';
  assert.equal(format(text, { start: 5, end: 5 }), 'a {\n    b 1;\nc    2;\n}\n');
  assert.equal(format(text, { start: 14, end: 18 }), 'a {\nb   1;  \n    c 2;\n}\n');
});

test('each edit is as small as a line', () => {
  assert.deepEqual(edits('a {\n  b;\n\n\n}\n'), [
    { span: { start: 4, end: 6 }, newText: '    ' },
    { span: { start: 8, end: 11 }, newText: '\n\n' },
  ]);
  assert.deepEqual(edits('a {\n    b;\n}\n'), []);
});

/** What nginx reads: the words and signs, and the comments without the blanks at their ends. */
const tokens = (text: string) =>
  parseNginx(text).tokens.flatMap(({ kind, span: { start, end } }) =>
    kind === 'blank' ? [] : [`${kind} ${text.slice(start, end).trimEnd()}`],
  );

/** Like what a person writes, and mostly sound. */
const soundTexts = fc.letrec((tie) => ({
  statement: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(
      'a b;',
      "log 'x' \n  'y'\n;",
      '# c\n',
      '{% if %}',
      'a  "b\nc"\t;',
      '\n\n',
      's\n{}',
    ),
    fc
      .tuple(blank(), tie('body'), blank())
      .map(([one, body, two]) => `b${one} {${body as string}${two}}`),
  ),
  body: fc.array(fc.tuple(tie('statement'), blank())).map((list) => list.flat().join('')),
})).body;

function blank(): fc.Arbitrary<string> {
  return fc.constantFrom('', ' ', '   ', '\n', '\t', '\r\n', '\n\n\n', '\n        ', ' # d\n');
}

for (const [name, texts] of Object.entries({ any: nginxTexts, sound: soundTexts }))
  test(`the tokens are the same before and after, and nothing is left to do: ${name}`, () => {
    fc.assert(
      fc.property(texts, (text) => {
        const after = format(text);
        assert.deepEqual(tokens(after), tokens(text));
        assert.equal(format(after), after);
      }),
      { seed: 41, numRuns: 2000 },
    );
  });

test('a part of a file can be formatted, too', () => {
  const place = fc.nat({ max: 150 });
  fc.assert(
    fc.property(soundTexts, place, place, (text, one, other) => {
      const within = { start: Math.min(one, other), end: Math.max(one, other) };
      assert.deepEqual(tokens(format(text, within)), tokens(text));
    }),
    { seed: 42, numRuns: 1000 },
  );
});

test('time grows with the length of the file', () => {
  const start = cpuNow();
  format(`http {\n${'server{listen   80;\n\n\n#c\nlocation /{a  b  c;}}\n'.repeat(25_000)}}`);
  format(`a${' \n b'.repeat(100_000)};`);
  format(`${'a{'.repeat(10_000)}${'}'.repeat(10_000)}`);
  format('a b; '.repeat(100_000));
  assert.ok(cpuNow() - start < 8000);
});
