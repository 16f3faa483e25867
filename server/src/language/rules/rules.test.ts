import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { nginxRules } from './nginx/list.ts';
import type { Rule } from './rule.ts';
import { rulesPage } from './rules-page.ts';
import { stackRules } from './stack/list.ts';
import { uwsgiRules } from './uwsgi/list.ts';

const rules: readonly Rule[] = [...nginxRules, ...uwsgiRules, ...stackRules];
const page = join(import.meta.dirname, '../../../../docs/rules.md');

describe('all rules', () => {
  it('have ids of their own', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  });

  for (const { id, scope, docs } of rules)
    it(`${id} lies in the file of its name, with a test, and says where its fact comes from`, () => {
      assert.ok(id.startsWith(`${scope}/`));
      assert.ok(existsSync(join(import.meta.dirname, `${id}.ts`)));
      assert.ok(existsSync(join(import.meta.dirname, `${id}.test.ts`)));
      assert.match(docs.source, /^https:\/\//);
      for (const text of [docs.what, docs.why, docs.fix]) assert.match(text, /\.$/);
    });

  it('stand in docs/rules.md as they are (UPDATE=1 writes it)', () => {
    const now = rulesPage(rules);
    if (process.env.UPDATE === '1') writeFileSync(page, now);
    assert.equal(readFileSync(page, 'utf8'), now);
  });
});
