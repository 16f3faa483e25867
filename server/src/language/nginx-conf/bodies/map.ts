import { isTemplated } from '../template.ts';
import { createHostKeys } from '../host-keys.ts';
import { type BodyProblem, type BodyReader, isInclude, wordsOf, wrongCount } from './body.ts';

/** `ngx_http_map`: pairs of a text, a regular expression or `default`, and a value. */
export const readMap: BodyReader = function* (entries, text): Generator<BodyProblem> {
  const keys = createHostKeys();
  let hostnames = false;
  let hasDefault = false;
  for (const entry of entries) {
    const words = wordsOf(entry);
    const [key, value] = words;
    if (words.some(isTemplated)) continue;
    if (words.length === 1 && (key.value === 'hostnames' || key.value === 'volatile')) {
      if (key.value === 'hostnames') hostnames = true;
      continue;
    }
    if (words.length !== 2 || value === undefined) {
      yield wrongCount(
        text,
        words,
        `an entry of "map" is a text and its value, not ${count(words.length)}`,
      );
      continue;
    }
    if (isInclude(words)) continue;
    if (key.value === 'default') {
      if (hasDefault) yield { span: key.span, message: 'a second `default` in this "map"' };
      hasDefault = true;
      continue;
    }
    if (key.value.startsWith('~')) continue;
    const name = key.value.replace(/^\\/, '');
    const result = keys.add(name, hostnames);
    if (result === 'conflict')
      yield {
        span: key.span,
        message: `"${name}" is in this "map" already; case counts for nothing`,
      };
    else if (result === 'wildcard')
      yield {
        span: key.span,
        message: `"${name}" is no host name: a \`*\` is the whole first or the whole last part`,
      };
  }
};

function count(words: number): string {
  return words === 1 ? 'one word' : `${words} words`;
}
