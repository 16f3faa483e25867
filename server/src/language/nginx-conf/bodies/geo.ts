import type { Word } from '../../nginx/tree.ts';
import { isTemplated } from '../template.ts';
import { isIpv4, isNetwork } from '../values/address.ts';
import { lowBits } from '../values/low-bits.ts';
import { type BodyProblem, type BodyReader, isInclude, wordsOf, wrongCount } from './body.ts';

/** `ngx_http_geo`: networks or ranges of addresses, and a value for each. */
export const readGeo: BodyReader = function* (entries, text): Generator<BodyProblem> {
  let ranges = false;
  let hasNetwork = false;
  const networks = new Set<string>();
  for (const entry of entries) {
    const words = wordsOf(entry);
    const [key, value] = words;
    if (words.some(isTemplated)) continue;
    if (words.length === 1 && /^(?:ranges|proxy_recursive|volatile)$/.test(key.value)) {
      if (key.value !== 'ranges') continue;
      if (hasNetwork && !ranges)
        yield { span: key.span, message: '`ranges` must stand before the first network of "geo"' };
      ranges = true;
      continue;
    }
    if (words.length !== 2 || value === undefined) {
      yield wrongCount(text, words, `an entry of "geo" is a network and its value`);
      continue;
    }
    if (isInclude(words)) continue;
    if (key.value === 'proxy') {
      yield* checkNetwork(value);
      continue;
    }
    hasNetwork = true;
    if (key.value === 'default') continue;
    const place = key.value === 'delete' ? value : key;
    if (ranges) {
      if (!isRange(place.value))
        yield {
          span: place.span,
          message: `"${place.value}" is no range such as \`10.0.0.0-10.0.0.255\``,
        };
      continue;
    }
    yield* checkNetwork(place);
    if (place === key && networks.has(key.value))
      yield {
        span: key.span,
        message: `"${key.value}" has a value already; this one counts`,
        level: 'warning',
      };
    networks.add(key.value);
  }
};

function* checkNetwork(word: Word): Generator<BodyProblem> {
  if (!isNetwork(word.value)) {
    yield { span: word.span, message: `"${word.value}" is no network such as \`10.0.0.0/8\`` };
    return;
  }
  const network = lowBits(word.value);
  if (network !== undefined)
    yield {
      span: word.span,
      message: `only the first bits of "${word.value}" count: nginx takes it for ${network}`,
      level: 'warning',
    };
}

function isRange(text: string): boolean {
  const [start = '', end = '', ...more] = text.split('-');
  // nginx mistakes the highest address of all for an error.
  if (more.length > 0 || !isIpv4(start) || !isIpv4(end) || end === '255.255.255.255') return false;
  return numberOf(start) <= numberOf(end);
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}
