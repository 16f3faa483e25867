import { type Span, span } from '../text/span.ts';

export interface RegexGroup {
  /** From its `(` to behind its `)`, or to the end of an expression that is not closed. */
  readonly span: Span;
  /** The name alone, where the group has one. */
  readonly name: Span | undefined;
}

/** Groups of a PCRE expression that capture, in the order of their numbers: the first one is `$1`. */
export function capturingGroups(pattern: string): readonly RegexGroup[] {
  const groups: { span: Span; name: Span | undefined }[] = [];
  const open: (number | undefined)[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (character === '[') at = endOfClass(pattern, at);
    else if (character === '(') {
      opening.lastIndex = at;
      const [, name] = opening.exec(pattern) ?? [];
      const captures =
        pattern[at + 1] === '*' || pattern[at + 1] === '?' ? name !== undefined : true;
      open.push(captures ? groups.length : undefined);
      if (!captures) continue;
      const start = name === undefined ? 0 : pattern.indexOf(name, at + 3);
      groups.push({
        span: span(at, pattern.length),
        name: name === undefined ? undefined : span(start, start + name.length),
      });
    } else if (character === ')') {
      const index = open.pop();
      const group = index === undefined ? undefined : groups[index];
      if (group !== undefined) group.span = span(group.span.start, at + 1);
    }
  }
  return groups;
}

const opening = /\(\?(?:P?<(?![=!])|')(\w+)[>']/y;

/** Offset of the `]`; one that comes first stands for itself. */
function endOfClass(pattern: string, start: number): number {
  let at = start + 1;
  if (pattern[at] === '^') at++;
  if (pattern[at] === ']') at++;
  for (; at < pattern.length && pattern[at] !== ']'; at++) if (pattern[at] === '\\') at++;
  return at;
}
