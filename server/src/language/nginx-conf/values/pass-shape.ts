import type { Word } from '../../nginx/tree.ts';
import { isTemplated } from '../template.ts';
import { type Shape, shown } from './shape.ts';
import { type NginxUrl, parseUrl } from './url.ts';

/** Where `…_pass` directives send requests to, as far as the text alone tells. */
export type PassAddress =
  | { readonly kind: 'url'; readonly scheme: string; readonly url: NginxUrl }
  /** Put together for each request: nothing is known before. */
  | { readonly kind: 'variables' }
  | { readonly kind: 'invalid'; readonly reason: string; readonly offered: readonly string[] };

/** The address of a `…_pass` directive; undefined for directives that are none. */
export function passAddress(
  name: string,
  isStream: boolean,
  { value }: Pick<Word, 'value'>,
): PassAddress | undefined {
  const scheme = isStream ? (name === 'proxy_pass' ? none : undefined) : schemes[name];
  if (scheme === undefined) return undefined;
  if (value.includes('$') && name !== 'memcached_pass') return { kind: 'variables' };
  const written = scheme.pattern.exec(value)?.[0] ?? '';
  if (scheme.required && written === '')
    return {
      kind: 'invalid',
      reason: 'it begins with `http://` or `https://`',
      offered: /^(?:unix:|[\w.-]+(?::\d+)?(?:\/.*)?$)/.test(value) ? [`http://${value}`] : [],
    };
  const url = parseUrl(value.slice(written.length), { uri: scheme.required });
  if (typeof url !== 'string') return { kind: 'url', scheme: written, url };
  const path = value.startsWith('/') ? [`unix:${value}`] : [];
  return { kind: 'invalid', reason: url, offered: path };
}

const none = { pattern: /^/, required: false };
const schemes: Readonly<Record<string, { readonly pattern: RegExp; readonly required: boolean }>> =
  {
    proxy_pass: { pattern: /^https?:\/\//i, required: true },
    uwsgi_pass: { pattern: /^s?uwsgi:\/\//i, required: false },
    grpc_pass: { pattern: /^grpcs?:\/\//i, required: false },
    fastcgi_pass: none,
    scgi_pass: none,
    memcached_pass: none,
  };

export function passShape(name: string, isStream: boolean): Shape | undefined {
  if (!name.endsWith('_pass')) return undefined;
  return function* ([word]) {
    if (word === undefined || isTemplated(word)) return;
    const address = passAddress(name, isStream, word);
    if (address?.kind !== 'invalid') return;
    const { reason, offered } = address;
    yield { word, message: `cannot pass to "${shown(word)}": ${reason}`, offered };
  };
}
