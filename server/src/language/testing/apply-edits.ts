import assert from 'node:assert/strict';
import type { TextEdit } from '../features/feature.ts';

/** The text after the edits, which must be in order of position and must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let end = 0;
  for (const { span, newText } of edits) {
    assert.ok(span.start >= end && span.end >= span.start, 'edits overlap or are out of order');
    result += text.slice(end, span.start) + newText;
    end = span.end;
  }
  return result + text.slice(end);
}
