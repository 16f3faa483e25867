import type { FileEdit, Finding } from './rule.ts';

/**
 * The preferred fixes of one file's findings as one change, in order of the findings. A fix that touches another file,
 * or text that an earlier fix touches, is left out: it has its turn when the change is made and the file read again.
 * The edits are sorted by position and do not overlap.
 */
export function combineFixes(findings: readonly Finding[], path: string): readonly FileEdit[] {
  const taken: FileEdit[] = [];
  for (const { fixes } of findings) {
    const edits = fixes.find(({ preferred }) => preferred === true)?.edits ?? [];
    const fresh = edits.filter((edit) => !neighbours(taken, edit).some((one) => isSame(edit, one)));
    const fits = (edit: FileEdit) =>
      edit.path === path && !neighbours(taken, edit).some((one) => collides(edit, one));
    if (!fresh.every(fits)) continue;
    for (const edit of fresh) taken.splice(placeOf(taken, edit), 0, edit);
  }
  return taken;
}

/** The text after edits of one file that do not overlap, sorted by position. */
export function applyEdits(
  text: string,
  edits: readonly Pick<FileEdit, 'span' | 'newText'>[],
): string {
  let at = 0;
  let result = '';
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Two findings may ask for one and the same edit, e.g. a line that both miss. */
function isSame(one: FileEdit, other: FileEdit): boolean {
  return (
    one.path === other.path &&
    one.span.start === other.span.start &&
    one.span.end === other.span.end &&
    one.newText === other.newText
  );
}

/** Of two insertions at one place the order would be chance; so they collide as well. */
function collides({ span: one }: FileEdit, { span: other }: FileEdit): boolean {
  const empty = one.start === one.end || other.start === other.end;
  return empty
    ? one.start <= other.end && other.start <= one.end
    : one.start < other.end && other.start < one.end;
}

/** Of sorted edits that do not overlap, only these two can touch `edit`, unless it covers even more. */
function neighbours(taken: readonly FileEdit[], edit: FileEdit): readonly FileEdit[] {
  const at = placeOf(taken, edit);
  return taken.slice(Math.max(0, at - 1), at + 1);
}

/** Index of the first edit that does not begin before `edit`. */
function placeOf(taken: readonly FileEdit[], { span: { start } }: FileEdit): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.span.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
