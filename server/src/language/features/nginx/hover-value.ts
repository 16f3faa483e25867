import { passParameters } from '../../data/nginx-parameters.extra.ts';
import { statusCodes, wordsOf } from '../../data/nginx-words.extra.ts';
import type { NginxDirective } from '../../nginx-conf/directives.ts';
import type { NginxView } from '../../rules/inputs.ts';
import type { Hover } from '../feature.ts';
import { codeSpan, paragraphs } from '../markdown.ts';
import { meantEntry } from './describe-directive.ts';
import { addressHover } from './hover-address.ts';
import { locationHover } from './hover-location.ts';
import { nameHover } from './hover-names.ts';
import { rawHover } from './hover-raw.ts';
import type { WordPlace } from './node-at.ts';
import type { ValueReader } from './value-reader.ts';
import { sizeInWords, timeInWords } from './quantity.ts';
import { lookUp } from '../../text/look-up.ts';

/** The first reader that has something to say about an argument. */
export function valueHover(view: NginxView, place: WordPlace, offset: number): Hover | undefined {
  for (const read of readers) {
    const markdown = read(view, place, offset);
    if (markdown !== undefined) return { span: place.word.span, markdown };
  }
  return undefined;
}

const readers: readonly ValueReader[] = [
  rawHover,
  locationHover,
  addressHover,
  nameHover,
  parameterHover,
  codeHover,
  wordHover,
  quantityHover,
];

function parameterHover(_: NginxView, { node, word, index }: WordPlace): string | undefined {
  if (!/^(?:uwsgi|fastcgi|scgi)_param$/.test(node.statement.name.value) || index !== 0)
    return undefined;
  const known = lookUp(passParameters, word.value);
  if (known !== undefined)
    return paragraphs(`${codeSpan(word.value)}: ${known.text}`, `Usually ${codeSpan(known.value)}`);
  return word.value.startsWith('HTTP_')
    ? `The request header ${codeSpan(headerName(word.value))} as the application sees it; this value takes the place of the client’s.`
    : undefined;
}

function headerName(parameter: string): string {
  return parameter
    .slice('HTTP_'.length)
    .toLowerCase()
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('-');
}

function codeHover(_: NginxView, { node, word, index }: WordPlace): string | undefined {
  const name = node.statement.name.value;
  const fits =
    (name === 'return' && index === 0) ||
    name === 'error_page' ||
    name === 'try_files' ||
    /_cache_valid$|_status$/.test(name);
  const code = fits ? /^=?(\d{3})$/.exec(word.value)?.[1] : undefined;
  const text = code === undefined ? undefined : statusCodes[code];
  if (code === undefined || text === undefined) return undefined;
  if (word.value.startsWith('=') && name === 'error_page')
    return `The answer gets the code **${code}** instead: ${text}`;
  return `**${code}** ${text}`;
}

function wordHover(_: NginxView, { node, word }: WordPlace): string | undefined {
  const words = wordsOf(node.statement.name.value);
  const exact = lookUp(words, word.value);
  if (exact !== undefined) return `${codeSpan(word.value)}: ${exact}`;
  const [, key, value = ''] = /^([\w]+[=:])(.*)$/s.exec(word.value) ?? [];
  const text = key === undefined ? undefined : lookUp(words, key);
  if (key === undefined || text === undefined) return undefined;
  return paragraphs(`${codeSpan(key)} ${text}`, parameterQuantity(key, value));
}

/** The value behind `inactive=`, `max_size=`, `zone=name:10m` and the like, in plain words. */
function parameterQuantity(key: string, value: string): string | undefined {
  const last = value.split(':').at(-1) ?? '';
  if (/^(?:keys_zone|zone|max_size|min_free|buffer|rcvbuf|sndbuf|shared)[=:]$/.test(key)) {
    const size = /[kmg]$/i.test(last) || key === 'buffer=' ? sizeInWords(last) : undefined;
    return size && `${codeSpan(last)} is ${size}`;
  }
  if (/^(?:inactive|valid|fail_timeout|flush|slow_start|\w+_sleep|\w+_threshold)=$/.test(key)) {
    const time = timeInWords(value);
    return time && `${codeSpan(value)} is ${time}`;
  }
  return undefined;
}

function quantityHover(_: NginxView, { node, word, index }: WordPlace): string | undefined {
  const entry = meantEntry(node.known, node.contexts);
  const text = entry && quantityOf(entry, word.value, index);
  return text && `${codeSpan(word.value)} is ${text}`;
}

function quantityOf(entry: NginxDirective, value: string, index: number): string | undefined {
  switch (entry.valueType) {
    case 'size':
    case 'offset':
    case 'size-with-variables':
    case 'offset-or-off':
      return sizeInWords(value);
    case 'number-size':
      return index === 1 ? sizeInWords(value) : undefined;
    case 'time-ms':
    case 'time-s':
    case 'expires':
      return value.startsWith('-') ? undefined : timeInWords(value);
    default:
      if (entry.name.endsWith('_cache_valid')) return index > 0 ? timeInWords(value) : undefined;
      if (entry.name === 'keepalive_timeout') return timeInWords(value);
      return undefined;
  }
}
