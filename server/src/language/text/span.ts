/** A half-open range `[start, end)` of UTF-16 offsets into one file's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

export function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

export function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
