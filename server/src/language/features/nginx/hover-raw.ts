import { codeSpan } from '../markdown.ts';
import type { ValueReader } from './value-reader.ts';
import { lookUp } from '../../text/look-up.ts';

/** Lines of bodies that hold data: `map`, `geo`, `types`, `split_clients`. */
export const rawHover: ValueReader = (view, { node, word, index }) => {
  if (node.contexts.length > 0) return undefined;
  const raw = node.parent === undefined ? view.conf.rawBody : node.parent.opens;
  const { name, args } = node.statement;
  if (index === -1) {
    const text = lookUp(rawWords[raw ?? ''] ?? {}, word.value);
    if (text !== undefined) return `${codeSpan(word.value)} ${text}`;
  }
  switch (raw) {
    case 'raw:mime-map':
      return index === -1
        ? `Files that end in ${args.map(({ value }) => codeSpan(`.${value}`)).join(', ')} are ${codeSpan(word.value)}.`
        : `Files that end in ${codeSpan(`.${word.value}`)} are ${codeSpan(name.value)}.`;
    case 'raw:map':
      return index === -1 ? mapKey(word.value) : undefined;
    case 'raw:split-clients':
      return index === -1 && word.value === '*' ? `${codeSpan('*')} All the rest.` : undefined;
    default:
      return undefined;
  }
};

function mapKey(value: string): string | undefined {
  if (value.startsWith('~*'))
    return `${codeSpan(value)} Regular expression, case does not count; tried behind exact values, in order.`;
  if (value.startsWith('~'))
    return `${codeSpan(value)} Regular expression, case counts; tried behind exact values, in order.`;
  if (value.startsWith('\\'))
    return `${codeSpan(value)} The backslash keeps a text from being a word of \`map\`.`;
  return undefined;
}

export const rawWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'raw:map': {
    default: 'The value when nothing fits; without it, an empty text.',
    hostnames: 'Allows `*.example.org` and `www.*` as keys.',
    volatile: 'The value is not remembered during a request.',
    include: 'Reads lines from another file.',
  },
  'raw:geo': {
    default: 'The value for all other addresses; the same as `0.0.0.0/0` and `::/0`.',
    ranges: 'Lines name ranges `first-last` instead of networks; it must come first.',
    delete: 'Takes a network out again.',
    proxy: 'A proxy whose X-Forwarded-For is believed.',
    proxy_recursive: 'Skips trusted addresses at the end of X-Forwarded-For.',
    volatile: 'The value is not remembered during a request.',
    include: 'Reads lines from another file.',
  },
};
