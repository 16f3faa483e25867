import { byteLengthExceeds } from './bytes.ts';

/**
 * The characters and words of nginx's tokenizer (`ngx_conf_read_token` in src/core/ngx_conf_file.c), as functions from an
 * offset to an offset. What may come next is parse.ts's business.
 */
export interface ScannedWord {
  readonly end: number;
  readonly quote: '"' | "'" | undefined;
  /**
   * `unclosed`: no matching quote follows at all, or none within nginx's buffer. `brace`: the word holds a regex's `{2,3}`,
   * at which nginx ends the word and opens a block. What follows then is an unknown directive for sure, so the word is
   * kept whole here, which saves a dozen puzzling errors about the braces below.
   */
  readonly problem: 'unclosed' | 'too-long' | 'brace' | undefined;
  /** Where nginx notices an unclosed quote. */
  readonly noticedAt: number;
}

/** nginx reads through a buffer of this many bytes, which one word or comment can't leave. */
export const nginxBufferSize = 4096;

/** Space, tab, CR and LF; no other byte is white space to nginx, a BOM or a no-break space is part of a word. */
export function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

export function endOfBlank(text: string, start: number): number {
  let at = start;
  while (isBlankCode(text.charCodeAt(at))) at++;
  return at;
}

function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** A comment runs to the LF (a lone CR doesn't end it) or to the end of the file. */
export function endOfComment(text: string, start: number): number {
  const lineFeed = text.indexOf('\n', start);
  return lineFeed === -1 ? text.length : lineFeed;
}

export function scanWord(text: string, start: number): ScannedWord {
  const first = text[start];
  return first === '"' || first === "'" ? scanQuoted(text, start, first) : scanBare(text, start);
}

function scanBare(text: string, start: number): ScannedWord {
  let at = start;
  // `{` right behind `$` goes on: `${name}` never opens a block. nginx keeps that state until another character comes.
  let dollar = false;
  let brace = false;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Nearly all characters are letters, digits and the like, none of which counts here.
    if (code > 0x3b && code !== 0x5c && code !== 0x7b) {
      dollar = false;
      continue;
    }
    const character = text[at];
    if (character === '{') {
      const end = dollar ? at + 1 : (templateTagEnd(text, at) ?? quantifierEnd(text, start, at));
      if (end === undefined) break;
      if (!dollar && text[at + 1] !== '{' && text[at + 1] !== '%') brace = true;
      at = end - 1;
      continue;
    }
    if (isBlank(character) || character === ';') break;
    dollar = character === '$';
    if (character === '\\') at++;
  }
  const end = Math.min(at, text.length);
  const tooLong = byteLengthExceeds(text, start, end, nginxBufferSize - 1);
  return {
    end,
    quote: undefined,
    problem: tooLong ? 'too-long' : brace ? 'brace' : undefined,
    noticedAt: end,
  };
}

/** `{2}`, `{2,}` and `{2,3}` right behind other characters of a word. */
function quantifierEnd(text: string, start: number, at: number): number | undefined {
  if (at === start) return undefined;
  quantifier.lastIndex = at;
  return quantifier.test(text) ? quantifier.lastIndex : undefined;
}

const quantifier = /\{\d{1,5}(?:,\d{0,5})?\}/y;

function scanQuoted(text: string, start: number, quote: '"' | "'"): ScannedWord {
  // Only the first 4,096 characters are worth a look: nginx gives up there, and so the scan stays linear.
  const limit = Math.min(text.length, start + 1 + nginxBufferSize);
  for (let at = start + 1; at < limit; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === quote) {
      const end = at + 1;
      // A quote that is closed lines below, right before a word, has lost its own closing quote: that one opens the next.
      if (!mayFollowQuote(text[end]) && text.slice(start, end).includes('\n'))
        return { end: endOfBrokenQuote(text, start), quote, problem: 'unclosed', noticedAt: end };
      const tooLong = byteLengthExceeds(text, start + 1, at, nginxBufferSize - 2);
      return { end, quote, problem: tooLong ? 'too-long' : undefined, noticedAt: end };
    }
  }
  return {
    end: endOfBrokenQuote(text, start),
    quote,
    problem: 'unclosed',
    noticedAt: limit < text.length ? start : text.length,
  };
}

/** Nothing but these may follow a closing quote; `)` is there for `if ($a = "b")` and begins a new word. */
export function mayFollowQuote(character: string | undefined): boolean {
  return character === undefined || isBlank(character) || ';{)'.includes(character);
}

/** Where the writer most likely meant an unclosed quote to end: before the `;` or `{` that ends its line. */
function endOfBrokenQuote(text: string, start: number): number {
  let end = endOfComment(text, start);
  while (end > start + 1 && isBlank(text[end - 1])) end--;
  if (end > start + 1 && (text[end - 1] === ';' || text[end - 1] === '{')) end--;
  while (end > start + 1 && isBlank(text[end - 1])) end--;
  return end;
}

/**
 * End of a template tag (`{{ … }}`, `{% … %}`, `{# … #}`) that begins at an offset. nginx knows no such thing, but none of
 * the three can stand in a valid configuration either, so files that a template engine fills in can be read as they are.
 */
export function templateTagEnd(text: string, start: number): number | undefined {
  const kind = text[start + 1];
  const closing = kind === '{' ? '}}' : kind === '%' ? '%}' : kind === '#' ? '#}' : undefined;
  if (closing === undefined) return undefined;
  // Tags are short; looking further would cost quadratic time in a file of many lone `{{`.
  const end = text.slice(start + 2, start + 1024).indexOf(closing);
  if (end === -1) return undefined;
  const inner = text.slice(start + 2, start + 2 + end);
  if (kind !== '#' && inner.includes(';')) return undefined;
  return start + 2 + end + closing.length;
}
