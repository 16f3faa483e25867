import { span, type Span } from '../text/span.ts';
import type { NginxSyntaxError, Word } from './tree.ts';

/** A `;` is missing behind the words of a statement; nginx notices at the `}` or at the end of the file. */
export function missingSemicolon(lastWord: Word, reportedAt: number): NginxSyntaxError {
  return {
    span: lastWord.span,
    reportedAt,
    code: 'missing-semicolon',
    message: 'missing `;`',
    insertSemicolonAt: lastWord.span.end,
  };
}

export function unclosedBlock(open: number, name: Word, reportedAt: number): NginxSyntaxError {
  return {
    span: span(open, open + 1),
    reportedAt,
    code: 'missing-close',
    message: `the block of "${name.value}" is never closed: missing \`}\``,
  };
}

export function strayCharacter(character: ';' | '{' | '}', at: number): NginxSyntaxError {
  const message = {
    ';': '`;` ends nothing: no directive stands before it',
    '{': '`{` opens nothing: no directive stands before it',
    '}': '`}` closes nothing: no block is open here',
  }[character];
  const code = { ';': 'stray-semicolon', '{': 'stray-open', '}': 'stray-close' }[character];
  return { span: span(at, at + 1), reportedAt: at, code, message };
}

/** Nothing but white space, `;`, `{` and `)` may follow a closing quote. */
export function gluedToQuote(text: string, quoted: Word, at: number): NginxSyntaxError {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return {
    span: span(quoted.span.end - 1, at + character.length),
    reportedAt: at,
    code: 'glued-to-quote',
    message: `a blank is missing between the closing quote and "${character}"`,
  };
}

export function unclosedQuote(word: Word, reportedAt: number): NginxSyntaxError {
  return {
    span: word.span,
    reportedAt,
    code: 'unclosed-quote',
    message: `missing closing \`${word.quote ?? '"'}\``,
  };
}

/** nginx ends a bare word at `{`, unless it follows a `$` or a backslash. */
export function unquotedBrace(word: Word): NginxSyntaxError {
  return {
    span: word.span,
    reportedAt: word.span.end,
    code: 'unquoted-brace',
    message: '`{` would open a block here: put the regular expression in quotes',
  };
}

export function tooLong(place: Span, what: 'word' | 'comment'): NginxSyntaxError {
  return {
    span: place,
    reportedAt: place.start,
    code: 'too-long',
    message: `nginx reads at most 4095 bytes of one ${what}, quotes included`,
  };
}
