import type { Around, UwsgiView } from '../rules/inputs.ts';
import type { Finding, UwsgiRule } from '../rules/rule.ts';
import { uwsgiView } from '../uwsgi-view.ts';
import { around, readUwsgi } from './around.ts';
import { applyFix, checkFindings, runRule } from './rule-fixture.ts';

/** One file as the rules on ini files see it. */
export function uwsgiFile(text: string, path?: string, given?: Partial<Around>): UwsgiView {
  const file = readUwsgi(text, path);
  return uwsgiView(file, around(given));
}

/** Asserts that the rule reports exactly what the markers under the lines of `text` say. */
export function checkUwsgiRule(
  rule: UwsgiRule,
  text: string,
  given?: Partial<Around>,
): readonly Finding[] {
  const findings = runRule(rule, uwsgiFile(text, undefined, given));
  checkFindings(text, findings);
  return findings;
}

/** The text after the preferred fix of the rule's only finding. */
export function fixedBy(rule: UwsgiRule, text: string): string {
  const findings = runRule(rule, uwsgiFile(text));
  const fix = findings[0]?.fixes[0];
  if (findings.length !== 1 || fix === undefined) {
    throw new Error(`one finding with a fix expected: ${JSON.stringify(findings)}`);
  }
  return applyFix(text, fix);
}
