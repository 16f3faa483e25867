import {
  ifOperators,
  locationModifiers,
  statusCodes,
  wordsOf,
} from '../../data/nginx-words.extra.ts';
import type { NginxDirective } from '../../nginx-conf/directives.ts';
import { existsIn } from '../../nginx-conf/version.ts';
import type { CompletionItem } from '../feature.ts';
import type { CompletionRequest } from './completion-request.ts';
import { lookUp } from '../../text/look-up.ts';

/** Words that a directive knows for the argument at the cursor. */
export function completeValues(request: CompletionRequest): readonly CompletionItem[] {
  const { directive, index, entries, args, typed } = request;
  if (index < 0) return [];
  const special = specialWords(request);
  if (special !== undefined) return special;
  const words = new Map<string, string | undefined>();
  for (const entry of entries) for (const word of closedWords(entry)) words.set(word, undefined);
  const documented = wordsOf(directive);
  for (const [word, text] of Object.entries(documented)) words.set(word, text);
  const used = new Set(args.map((value) => value.replace(/^(\w+=).*$/s, '$1')));
  const mayRepeat = entries.every(({ valueType }) => valueType !== 'enum-set');
  return [...words]
    .filter(([word]) => fitsPosition(request, word) && (mayRepeat || !used.has(word)))
    .filter(([word]) => !used.has(word) && startsLike(word, typed))
    .map(([word, text], at) => wordItem(request, word, text, at));
}

/** Items of plain words, in the given order. */
export function wordItem(
  { replace, entries, target }: CompletionRequest,
  word: string,
  text: string | undefined,
  at: number,
): CompletionItem {
  const takesValue = /[=:]$/.test(word);
  const isDefault = entries.some(({ default: usual }) => usual === word);
  const tooNew = entries.some((entry) => entry.values.includes(word) && !existsIn(entry, target));
  return {
    label: word,
    kind: takesValue ? 'keyword' : 'value',
    replace,
    insert: word,
    ...(isDefault ? { detail: 'default' } : tooNew ? { detail: `not in ${target}` } : {}),
    ...(text && { markdown: text }),
    sort: `1${String(at).padStart(3, '0')}`,
    ...(takesValue && { retrigger: true }),
  };
}

function startsLike(word: string, typed: string): boolean {
  const key = /^\w+=/.exec(typed)?.[0];
  return key === undefined || word.startsWith(key);
}

/** Legal words of the table, and those that the written form names. */
function closedWords(entry: NginxDirective): readonly string[] {
  const literal = /^[a-z][\w.-]*$/i;
  return [
    ...entry.values,
    ...entry.keywords.flatMap((word) => /^[\w.-]+[=:]?/.exec(word)?.[0] ?? []),
  ].filter((word) => literal.test(word) || /^[\w]+[=:]$/.test(word) || /^\d/.test(word));
}

/** Parameters stand behind the leading arguments, single values in the first place only. */
function fitsPosition(
  { directive, index, entries, place }: CompletionRequest,
  word: string,
): boolean {
  const first = lookUp(firstWordIndex, directive);
  if (first !== undefined) return index >= first;
  if (directive === 'server')
    return index >= 1 && place.contexts.some((one) => one.includes('upstream'));
  if (directive === 'access_log') return word === 'off' ? index === 0 : index >= 2;
  if (directive === 'error_log') return word === 'stderr' ? index === 0 : index === 1;
  if (directive === 'log_format') return index === 1;
  if (directive.endsWith('_cache_path')) return index >= 1;
  if (directive.endsWith('_param')) return index === 2;
  return entries.some(
    ({ args, valueType }) =>
      index < args.max && (index === 0 || args.max > 1 || valueType === 'enum-set'),
  );
}

/** Index of the first argument that may be one of the words. */
const firstWordIndex: Readonly<Record<string, number>> = {
  listen: 1,
  rewrite: 2,
  add_header: 2,
  add_trailer: 2,
  limit_req: 0,
  limit_req_zone: 1,
  limit_conn_zone: 1,
  hash: 1,
  keepalive: 1,
  proxy_cookie_flags: 1,
  resolver: 1,
  thread_pool: 1,
};

/** Arguments whose words depend on more than their directive. */
function specialWords(request: CompletionRequest): readonly CompletionItem[] | undefined {
  const { directive, index, place, args } = request;
  const all = (words: Readonly<Record<string, string>>, prefix = '') =>
    Object.entries(words).map(([word, text], at) => wordItem(request, prefix + word, text, at));
  switch (directive) {
    case 'return':
      return index === 0 ? all(codes((code) => code !== '499')) : [];
    case 'error_page':
      return all(codes((code) => Number(code) >= 300 && code !== '499'));
    case 'try_files':
      return [
        ...all({ $uri: 'The file of the URI.', '$uri/': 'The folder of the URI, for its index.' }),
        ...(index > 0
          ? all(
              codes((code) => /^[45]/.test(code) && code !== '499'),
              '=',
            )
          : []),
      ];
    case 'location':
      return index === 0
        ? all(Object.fromEntries(Object.entries(locationModifiers).filter(([word]) => word !== '')))
        : [];
    case 'if':
      return index === 1
        ? all(
            Object.fromEntries(Object.entries(ifOperators).filter(([word]) => !word.includes('-'))),
          )
        : [];
    case 'limit_except':
      return all(methods);
    case 'expires':
      return index > 0 && args[0] !== 'modified'
        ? []
        : all({
            ...wordsOf('expires'),
            '1h': 'An hour.',
            '1d': 'A day.',
            '30d': 'Thirty days.',
            '1y': 'A year.',
            '-1': 'No caching.',
          });
    case 'gzip_comp_level':
      return all({ '1': 'Fast.', '5': 'A good middle.', '9': 'Slow for little gain.' });
    case 'server':
      return place.contexts.some((one) => one.includes('upstream')) ? undefined : [];
    case 'limit_req_status':
    case 'limit_conn_status':
      return all(codes((code) => /^[45]/.test(code)));
    default:
      return directive.endsWith('_cache_valid')
        ? all({ any: 'Answers of every code.', ...codes(() => true) })
        : undefined;
  }
}

function codes(wanted: (code: string) => boolean): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(statusCodes).filter(([code]) => wanted(code)));
}

const methods: Readonly<Record<string, string>> = {
  GET: 'With it goes HEAD.',
  POST: '',
  PUT: '',
  DELETE: '',
  PATCH: '',
  OPTIONS: '',
  PROPFIND: 'WebDAV.',
};
