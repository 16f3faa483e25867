import assert from 'node:assert/strict';
import type { Finding } from '../rules/rule.ts';
import { applyFix } from './rule-fixture.ts';

/**
 * Asserts that each fix does what it promises: once it is applied, the rule finds less than before. `again` runs the rule
 * on a new text of the same file. Fixes that edit other files too are left to tests of their own.
 */
export function checkFixes(
  text: string,
  findings: readonly Finding[],
  again: (text: string) => readonly Finding[],
): void {
  const before = weigh(findings);
  for (const { path, message, fixes } of findings)
    for (const fix of fixes) {
      assert.ok(fix.edits.length > 0, `"${fix.title}" edits nothing`);
      if (fix.edits.some((edit) => edit.path !== path)) continue;
      const mended = applyFix(text, fix);
      assert.ok(
        weigh(again(mended)) < before,
        `"${fix.title}" does not silence "${message}":\n${mended}`,
      );
    }
}

/** A fix may leave a remark of a lesser level behind. */
function weigh(findings: readonly Finding[]): number {
  return findings.reduce((sum, { level }) => sum + weights[level], 0);
}

const weights = { error: 4, warning: 3, information: 2, hint: 1 } as const;
