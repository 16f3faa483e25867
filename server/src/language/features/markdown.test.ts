import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bullets, codeSpan, escapeMarkdown, link, paragraphs } from './markdown.ts';

test('a code span holds any text', () => {
  assert.equal(codeSpan('a'), '`a`');
  assert.equal(codeSpan('a`b``c'), '```a`b``c```');
  assert.equal(codeSpan('`a`'), '`` `a` ``');
  assert.equal(codeSpan('a\n\n# b'), '`a # b`');
  assert.equal(codeSpan(' '), '`""`');
  assert.equal(codeSpan('x'.repeat(500)).length, 203);
});

test('text of a file becomes no markup', () => {
  assert.equal(escapeMarkdown('[a](command:b)'), '\\[a\\]\\(command\\:b\\)');
  assert.equal(escapeMarkdown('<b>\n\n# *x* `y`'), '\\<b\\> \\# \\*x\\* \\`y\\`');
  assert.equal(escapeMarkdown('$(zap) https://a.b'), '\\$\\(zap\\) https\\://a\\.b');
});

test('links, lists and paragraphs', () => {
  assert.equal(link('manual', 'https://a/b(c)'), '[manual](https://a/b%28c%29)');
  assert.equal(paragraphs('a', undefined, '', 'b'), 'a\n\nb');
  assert.equal(bullets(['a', 'b']), '- a\n- b');
});
