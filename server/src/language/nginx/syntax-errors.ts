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
  const lineFeed = text.indexOf('\n', quoted.span.start);
  const severalLines = lineFeed !== -1 && lineFeed < quoted.span.end;
  // A quote that is closed lines below, right before a word, has most likely lost its own closing quote.
  const culprit = severalLines
    ? span(quoted.span.start, trimmedEnd(text, quoted.span.start, lineFeed))
    : span(quoted.span.end - 1, at + character.length);
  const message = severalLines
    ? 'a closing quote seems to be missing here: the next quote, lines below, ends this text'
    : `a blank is missing between the closing quote and "${character}"`;
  return { span: culprit, reportedAt: at, code: 'glued-to-quote', message };
}

export function unclosedQuote(word: Word, reportedAt: number): NginxSyntaxError {
  return {
    span: word.span,
    reportedAt,
    code: 'unclosed-quote',
    message: `this text is never closed: missing \`${word.quote ?? '"'}\``,
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

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
