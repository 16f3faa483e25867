import type { Span } from '../text/span.ts';

/**
 * One uWSGI ini file as uWSGI splits it, before any option has a meaning. Lossless: the spans of `lines`, in order,
 * cover the text from 0 to its end without a gap.
 */
export interface IniTree {
  readonly text: string;
  readonly lines: readonly IniLine[];
}

/**
 * A logical line. It normally is one line of the editor; a `%` at its end eats the line break, so that uWSGI joins
 * the next line to it (`joined` then lists the offsets of the eaten breaks).
 */
export type IniLine = BlankLine | CommentLine | SectionLine | EntryLine;

interface LineBase {
  /** With the line break. */
  readonly span: Span;
  /** Offsets of `%` characters whose pair is the line break after them. */
  readonly joined: readonly number[];
}

export interface BlankLine extends LineBase {
  readonly kind: 'blank';
}

export interface CommentLine extends LineBase {
  readonly kind: 'comment';
  /** From the `;` or `#` to the end, without the line break. */
  readonly content: Span;
}

export interface SectionLine extends LineBase {
  readonly kind: 'section';
  /** From `[` to the last character that is no blank. */
  readonly header: Span;
  /** As uWSGI reads it: everything after `[` less the last character of the line, whatever that is. */
  readonly name: string;
  readonly nameSpan: Span;
}

export interface EntryLine extends LineBase {
  readonly kind: 'entry';
  readonly key: string;
  readonly keySpan: Span;
  /** Offset of the first `=`; undefined for a key by itself. */
  readonly equals: number | undefined;
  /** Raw text, trimmed of blanks; '' when absent. */
  readonly value: string;
  /** Empty span behind the `=` (or the key) when there is no value. */
  readonly valueSpan: Span;
}
