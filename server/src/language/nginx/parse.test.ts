import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseNginx } from './parse.ts';
import type { NginxTree, Statement } from './tree.ts';
import { cpuNow } from '../testing/cpu-time.ts';

function values(statement: Statement | undefined): string[] {
  return statement ? [statement.name, ...statement.args].map(({ value }) => value) : [];
}

function words(text: string): string[] {
  const tree = parseNginx(text);
  assert.deepEqual(tree.errors, []);
  return values(tree.statements[0]);
}

function codes(text: string): string[] {
  return parseNginx(text).errors.map(({ code }) => code);
}

function joined({ text, tokens }: NginxTree): string {
  return tokens.map(({ span }) => text.slice(span.start, span.end)).join('');
}

describe('words', () => {
  test('a comment begins only where a word could', () => {
    assert.deepEqual(words('a#b "x#;{" # c {;\n d;'), ['a#b', 'x#;{', 'd']);
    assert.deepEqual(codes('a "x"#c;\n;'), ['glued-to-quote']);
  });
  test('a quote opens only at the start of a word', () => {
    assert.deepEqual(words('a"b "c d" e\'f;'), ['a"b', 'c d', "e'f"]);
    assert.deepEqual(words('a"b c";'), ['a"b', 'c"']);
  });
  test('`)` may follow a closing quote and begins a word', () => {
    assert.deepEqual(words('if ($a = "x") {}'), ['if', '($a', '=', 'x', ')']);
    assert.deepEqual(words('x "a")b;'), ['x', 'a', ')b']);
    assert.deepEqual(codes('x "a""b";'), ['glued-to-quote']);
  });
  test('`}` does not end a word, `{` does, but not right behind `$`', () => {
    assert.deepEqual(words('a}b;'), ['a}b']);
    assert.deepEqual(words('a b{}'), ['a', 'b']);
    assert.deepEqual(words('x ${y}/z ${{w;'), ['x', '${y}/z', '${{w']);
    assert.deepEqual(words('location ~ \\.php$ {}'), ['location', '~', '\\.php$']);
    assert.deepEqual(values(parseNginx('location ~ \\.php${ a; }').statements[0]), [
      'location',
      '~',
      '\\.php${',
      'a',
    ]);
  });
  test('a backslash keeps the next character from ending a word', () => {
    assert.deepEqual(words('a b\\;c\\{d\\ e "f\\"g" \'h\\\'i\' \\"j;'), [
      'a',
      'b\\;c\\{d\\ e',
      'f"g',
      "h'i",
      '"j',
    ]);
  });
  test('only six escapes lose their backslash', () => {
    assert.deepEqual(words(String.raw`a "\t\r\n\\\x41\$h";`), ['a', '\t\r\n\\\\x41\\$h']);
  });
  test('CR is white space, a CR alone does not end a comment', () => {
    assert.deepEqual(words('a\rb;\r\n'), ['a', 'b']);
    assert.equal(parseNginx('# x\ra;').statements.length, 0);
  });
  test('BOM, no-break space and form feed are part of words', () => {
    assert.deepEqual(words('\ufeffevents\u00a0on;'), ['\ufeffevents\u00a0on']);
    assert.deepEqual(words('a\fb;'), ['a\fb']);
  });
  test('empty and quoted words are words', () => {
    assert.deepEqual(words('"http" "" \'\' {}'), ['http', '', '']);
  });
  test('quoted words may hold lines, braces and semicolons', () => {
    assert.deepEqual(words('a "b\n;{}#";'), ['a', 'b\n;{}#']);
  });
});

describe('limits of 4096 bytes', () => {
  test('bare words', () => {
    assert.deepEqual(codes(`a ${'x'.repeat(4095)};`), []);
    assert.deepEqual(codes(`a ${'x'.repeat(4096)};`), ['too-long']);
    assert.deepEqual(codes(`a ${'é'.repeat(2047)};`), []);
    assert.deepEqual(codes(`a ${'é'.repeat(2048)};`), ['too-long']);
  });
  test('quoted words', () => {
    assert.deepEqual(codes(`a "${'x'.repeat(4094)}";`), []);
    assert.deepEqual(codes(`a "${'x'.repeat(4095)}";`), ['too-long']);
    const [error] = parseNginx(`a\n"${'x'.repeat(9000)}`).errors;
    assert.equal(error?.code, 'unclosed-quote');
    assert.equal(error.reportedAt, 2);
  });
  test('comments', () => {
    assert.deepEqual(codes(`#${'x'.repeat(4094)}\n`), []);
    assert.deepEqual(codes(`#${'x'.repeat(4095)}\n`), ['too-long']);
  });
});

describe('errors stand at the culprit and are reported where nginx reports them', () => {
  test('a missing semicolon before `}`', () => {
    const text = 'a {\n  b c\n}\nd;';
    const tree = parseNginx(text);
    assert.deepEqual(tree.errors, [
      {
        span: { start: 8, end: 9 },
        reportedAt: 10,
        code: 'missing-semicolon',
        message: 'missing `;`',
        insertSemicolonAt: 9,
      },
    ]);
    assert.deepEqual(tree.statements.map(values), [['a'], ['d']]);
  });
  test('a missing semicolon at the end of the file', () => {
    const [error] = parseNginx('a b\n').errors;
    assert.equal(error?.insertSemicolonAt, 3);
    assert.equal(error.reportedAt, 4);
  });
  test('a block that is never closed', () => {
    const tree = parseNginx('a {\n b;\n');
    assert.deepEqual(tree.errors[0]?.span, { start: 2, end: 3 });
    assert.equal(tree.errors[0].reportedAt, 8);
    const end = tree.statements[0]?.end;
    assert.equal(end?.kind === 'block' && end.close, undefined);
  });
  test('stray characters', () => {
    assert.deepEqual(codes('}'), ['stray-close']);
    assert.deepEqual(codes(';a;;'), ['stray-semicolon', 'stray-semicolon']);
    assert.deepEqual(codes('a {};'), ['stray-semicolon']);
    assert.deepEqual(codes('a { { b; } c; }'), ['stray-open']);
  });
  test('an unclosed quote costs one line only', () => {
    const tree = parseNginx('a "b;\nc d;\n');
    assert.deepEqual(
      tree.errors.map(({ code, span }) => [code, span.start, span.end]),
      [['unclosed-quote', 2, 4]],
    );
    assert.deepEqual(tree.statements.map(values), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
  test('a quote that is closed lines below is marked where it opens', () => {
    const [error] = parseNginx('a "b;\nc "d";\n').errors;
    assert.equal(error?.code, 'unclosed-quote');
    assert.deepEqual(error.span, { start: 2, end: 4 });
    assert.equal(error.reportedAt, 9);
  });
});

describe('Lua', () => {
  test('braces in strings, long brackets and comments do not count', () => {
    const body = ' a = "}" .. \'}\' .. [==[ } ]] ]==] -- }\n --[[ } ]] t = {} ';
    const tree = parseNginx(`content_by_lua_block {${body}} x;`);
    assert.deepEqual(tree.errors, []);
    const end = tree.statements[0]?.end;
    assert.ok(end?.kind === 'block' && end.raw);
    assert.equal(tree.text.slice(end.raw.start, end.raw.end), body);
    assert.deepEqual(values(tree.statements[1]), ['x']);
  });
  test('an unclosed body', () => {
    assert.deepEqual(codes('init_by_lua_block { x = "{'), ['missing-close']);
  });
});

test('template tags are words or stand for themselves', () => {
  const text = '{% if tls %}\nlisten {{ port }} ssl;\n{% endif %}\n{{ extra }}\nroot /{{a}}/x;';
  const tree = parseNginx(text);
  assert.deepEqual(tree.errors, []);
  assert.deepEqual(tree.statements.map(values), [
    ['listen', '{{ port }}', 'ssl'],
    ['root', '/{{a}}/x'],
  ]);
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    ...[
      '"',
      "'",
      '\\',
      '{',
      '}',
      ';',
      '#',
      '$',
      '\n',
      '\r',
      ' ',
      'a',
      'é',
      '\u{1f600}',
      '{{',
      '%}',
    ],
    ...['x_by_lua_block {', '--', '[[', ']]', ')', '\ufeff', '\0', 'server {', 'listen 80;\n'],
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  test('the tokens cover it without a gap, and nothing throws', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const tree = parseNginx(text);
        assert.equal(joined(tree), text);
        let at = 0;
        for (const { span } of tree.tokens) {
          assert.equal(span.start, at);
          assert.ok(span.end > span.start);
          at = span.end;
        }
        for (const { span, reportedAt } of tree.errors)
          assert.ok(span.start <= span.end && span.end <= text.length && reportedAt <= text.length);
      }),
      { numRuns: 2000 },
    );
  });
  test('ten thousand nested blocks', () => {
    const deep = 10_000;
    const text = 'a {'.repeat(deep) + '}'.repeat(deep);
    assert.deepEqual(parseNginx(text).errors, []);
    assert.equal(parseNginx('a {'.repeat(deep)).errors.length, deep);
    assert.equal(parseNginx('}'.repeat(deep)).errors.length, deep);
  });
  test('time grows with the length, not its square', () => {
    for (const line of [
      'listen 80;\n',
      '"a\n',
      '\' "\n',
      '{{\n',
      '$',
      'x_by_lua_block {"\n',
      '\\',
    ]) {
      const started = cpuNow();
      parseNginx(line.repeat(100_000));
      assert.ok(cpuNow() - started < 5000, JSON.stringify(line));
    }
  });
});

test('a quantifier of a regex outside quotes is one error, and the braces below keep their meaning', () => {
  const tree = parseNginx('location ~ ^/a{2,3}$ { b; }\nrewrite ^/x{2} /;');
  assert.deepEqual(
    tree.errors.map(({ code }) => code),
    ['unquoted-brace', 'unquoted-brace'],
  );
  assert.deepEqual(tree.statements.map(values), [
    ['location', '~', '^/a{2,3}$'],
    ['rewrite', '^/x{2}', '/'],
  ]);
  assert.deepEqual(codes('a b\\{2}; c "d{2}";'), []);
});

test('indentation tells which of several open blocks has lost its brace', () => {
  const text = ['http {', '  server {', '    a;', '  server {', '    b;', '  }', '}', ''].join(
    '\n',
  );
  assert.deepEqual(
    parseNginx(text).errors.map(({ span }) => span.start),
    [text.indexOf('{', 6)],
  );
});
