import type { Span } from '../text/span.ts';

/** One nginx file as nginx's tokenizer splits it, before any directive has a meaning. */
export interface NginxTree {
  readonly text: string;
  /** Lossless: the spans, in order, cover the text from 0 to its end without a gap. */
  readonly tokens: readonly NginxToken[];
  readonly statements: readonly Statement[];
  /** In order of position. nginx itself stops at the first. */
  readonly errors: readonly NginxSyntaxError[];
}

export interface NginxToken {
  readonly kind: 'blank' | 'comment' | 'word' | 'semicolon' | 'open' | 'close' | 'raw' | 'junk';
  readonly span: Span;
}

export interface Statement {
  /** From the first word to the `;` or `}`. */
  readonly span: Span;
  readonly name: Word;
  /** The words after the name. */
  readonly args: readonly Word[];
  readonly end: StatementEnd;
}

export type StatementEnd =
  | { readonly kind: 'semicolon'; readonly offset: number }
  | {
      readonly kind: 'block';
      readonly open: number;
      /** undefined when the block is never closed. */
      readonly close: number | undefined;
      readonly statements: readonly Statement[];
      /** Body that is not nginx syntax (`*_by_lua_block`); `statements` is then empty. */
      readonly raw: Span | undefined;
    }
  | { readonly kind: 'missing' };

export interface Word {
  readonly span: Span;
  /** After nginx's unescaping, without the quotes. */
  readonly value: string;
  readonly quote: '"' | "'" | undefined;
}

export interface NginxSyntaxError {
  /** The culprit, e.g. the brace that is never closed. */
  readonly span: Span;
  /** Where nginx itself reports it. */
  readonly reportedAt: number;
  readonly code: string;
  /** In our words. */
  readonly message: string;
  /** Offset where a missing `;` would go, when that is the mend. */
  readonly insertSemicolonAt?: number;
}
