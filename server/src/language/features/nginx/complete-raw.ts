import { mimeTypes } from '../../data/nginx-headers.extra.ts';
import type { CompletionItem } from '../feature.ts';
import type { CompletionRequest } from './completion-request.ts';
import { rawWords } from './hover-raw.ts';

/** First words of lines in bodies that hold data. */
export function completeRaw(request: CompletionRequest): readonly CompletionItem[] {
  const { place, index, replace, quoted } = request;
  if (index >= 0 || quoted || place.raw === undefined) return [];
  const taken = new Set(place.block?.children.map(({ statement }) => statement.name.value));
  const words = Object.entries(rawWords[place.raw] ?? {}).map(
    ([word, text], at): CompletionItem => ({
      label: word,
      kind: 'keyword',
      replace,
      insert: alone.has(word) ? `${word};` : `${word} $1;`,
      snippet: true,
      markdown: text,
      sort: `0${at}`,
    }),
  );
  const lines = bodies[place.raw] ?? [];
  return [
    ...words.filter(({ label }) => label === 'include' || !taken.has(label)),
    ...lines.map(([label, insert], at): CompletionItem => ({
      label,
      kind: 'snippet',
      replace,
      insert,
      snippet: true,
      sort: `1${String(at).padStart(2, '0')}`,
    })),
    ...(place.raw === 'raw:mime-map' ? mimeTypes : []).map((type): CompletionItem => ({
      label: type,
      kind: 'value',
      replace,
      insert: `${type} $1;`,
      snippet: true,
      sort: '2',
    })),
  ];
}

const alone: ReadonlySet<string> = new Set(['hostnames', 'volatile', 'ranges', 'proxy_recursive']);

/** Forms of a line, by body. */
const bodies: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'raw:map': [
    ['~regular expression', '~${1:^/path} ${2:value};'],
    ['~*regular expression, any case', '~*${1:pattern} ${2:value};'],
    ["''", "'' ${1:value};"],
  ],
  'raw:geo': [
    ['127.0.0.1/32', '127.0.0.1/32 ${1:1};'],
    ['10.0.0.0/8', '10.0.0.0/8 ${1:1};'],
    ['192.168.0.0/16', '192.168.0.0/16 ${1:1};'],
    ['::1/128', '::1/128 ${1:1};'],
  ],
  'raw:split-clients': [
    ['50%', '${1:50%} ${2:value};'],
    ['*', '* ${1:value};'],
  ],
  'raw:mime-map': [['include', 'include ${1:mime.types};']],
};
