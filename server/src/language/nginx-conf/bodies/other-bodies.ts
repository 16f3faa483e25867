import { isTemplated } from '../template.ts';
import { type BodyProblem, type BodyReader, wordsOf, wrongCount } from './body.ts';

/** `ngx_http_core_type`: a MIME type and any number of extensions. */
export const readTypes: BodyReader = function* (entries): Generator<BodyProblem> {
  const known = new Map<string, string>();
  for (const entry of entries) {
    const words = wordsOf(entry);
    const [type, ...extensions] = words;
    if (words.some(isTemplated)) continue;
    if (type.value === 'include') {
      if (words.length !== 2) yield { span: type.span, message: '"include" takes one file' };
      continue;
    }
    for (const word of extensions) {
      const extension = word.value.toLowerCase();
      const before = known.get(extension);
      if (before !== undefined)
        yield {
          span: word.span,
          message: `the extension "${extension}" was "${before}" before; from here on it is "${type.value}"`,
          level: 'warning',
        };
      known.set(extension, type.value);
    }
  }
};

/** `ngx_http_split_clients`: shares in percent with two decimals, `*` for the rest. */
export const readSplitClients: BodyReader = function* (entries): Generator<BodyProblem> {
  let sum = 0;
  for (const entry of entries) {
    const words = wordsOf(entry);
    const [share] = words;
    if (words.some(isTemplated)) return;
    const hundredths = share.value === '*' ? 10_000 - sum : hundredthsOf(share.value);
    if (hundredths === undefined || (share.value !== '*' && hundredths === 0)) {
      yield {
        span: share.span,
        message: `"${share.value}" is no share such as \`0.5%\`, nor \`*\` for the rest`,
      };
      return;
    }
    if (share.value === '*' ? sum > 10_000 : sum + hundredths > 10_000) {
      yield { span: share.span, message: 'the shares are more than 100 % up to here' };
      return;
    }
    sum += hundredths;
  }
};

function hundredthsOf(text: string): number | undefined {
  const [, whole = '', fraction = ''] = /^(\d*)(?:\.(\d{0,2}))?%$/.exec(text) ?? [];
  if (whole === '' && fraction === '' && !/^\.?%$/.test(text)) return undefined;
  return Number(`${whole}${fraction.padEnd(2, '0')}`);
}

/** `ngx_http_charset_map`: two codes, the second of up to four bytes when it is for utf-8. */
export const readCharsetMap: BodyReader = function* (entries, text, block): Generator<BodyProblem> {
  const utf8 = block?.statement.args[1]?.value.toLowerCase() === 'utf-8';
  for (const entry of entries) {
    const words = wordsOf(entry);
    const [from, to] = words;
    if (words.some(isTemplated)) continue;
    if (words.length !== 2 || to === undefined) {
      yield wrongCount(text, words, 'an entry of "charset_map" is two codes');
      continue;
    }
    if (!/^[\da-f]+$/i.test(from.value) || Number.parseInt(from.value, 16) > 255)
      yield { span: from.span, message: `"${from.value}" is no code from 00 to FF` };
    if (block === undefined) continue;
    const fits = utf8
      ? /^(?:[\da-f]{2}){1,4}$/i.test(to.value)
      : /^[\da-f]+$/i.test(to.value) && Number.parseInt(to.value, 16) <= 255;
    if (!fits)
      yield {
        span: to.span,
        message: `"${to.value}" is no code ${utf8 ? 'of one to four bytes' : 'from 00 to FF'} in hexadecimal digits`,
      };
  }
};
