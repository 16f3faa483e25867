import assert from 'node:assert/strict';
import type { FileEdit, Finding, Fix } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

/**
 * Asserts that each fix of `findings` silences its finding, and brings no new finding of the same or a worse level.
 * `before` are all findings there are, of every rule; `after` gives them with the edits of one fix made.
 */
export function checkFixes(
  findings: readonly Finding[],
  before: readonly Finding[],
  after: (fix: Fix) => readonly Finding[],
): void {
  for (const finding of findings)
    for (const fix of finding.fixes) {
      const left = [...before];
      const own = left.findIndex((one) => isSame(one, finding));
      if (own !== -1) left.splice(own, 1);
      const fresh = withoutKnown(after(fix), left, fix.edits);
      const worse = fresh.filter(({ level }) => severity[level] >= severity[finding.level]);
      assert.deepEqual(worse.map(render), [], `${render(finding)}\nfix: ${JSON.stringify(fix)}`);
    }
}

/** The findings that `known` does not explain: each of these explains one, which is where the edits have moved it. */
function withoutKnown(
  findings: readonly Finding[],
  known: readonly Finding[],
  edits: readonly FileEdit[],
): readonly Finding[] {
  const left = [...known];
  const takeOne = (fits: (one: Finding) => boolean) => {
    const at = left.findIndex(fits);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  };
  const place = (one: Finding) => moved(one.span, one.path, edits);
  const tests: ((one: Finding, now: Finding) => boolean)[] = [
    (one, now) => one.message === now.message && touches(place(one), now.span),
    (one, now) => one.path === now.path && touches(place(one), now.span),
    (one, now) => one.message === now.message,
  ];
  let rest = findings;
  for (const test of tests)
    rest = rest.filter((now) => !takeOne((one) => one.rule === now.rule && test(one, now)));
  return rest;
}

const severity = { hint: 0, information: 1, warning: 2, error: 3 } as const;

/** Where a span lies after the edits; one that an edit replaces lies where its new text does. */
function moved({ start, end }: Span, path: string, edits: readonly FileEdit[]): Span {
  const shift = (offset: number, behind: boolean) => {
    let by = 0;
    for (const { span, newText, path: edited } of edits) {
      if (edited !== path) continue;
      const difference = newText.length - (span.end - span.start);
      if (span.end <= offset || (behind && span.start < offset)) by += difference;
      else if (span.start < offset) by += span.start - offset;
    }
    return offset + by;
  };
  return { start: shift(start, false), end: shift(end, true) };
}

function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

function isSame(one: Finding, other: Finding): boolean {
  return (
    one.rule === other.rule &&
    one.path === other.path &&
    one.message === other.message &&
    one.span.start === other.span.start &&
    one.span.end === other.span.end
  );
}

function render({ rule, level, path, span, message }: Finding): string {
  return `${rule} ${path} ${span.start}-${span.end} ${level}: ${message}`;
}
