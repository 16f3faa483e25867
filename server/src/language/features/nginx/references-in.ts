import type { ConfNode } from '../../nginx-conf/conf.ts';
import type { Declaration } from '../../nginx-conf/declarations.ts';
import type { Word } from '../../nginx/tree.ts';

/** What an argument refers to by name. */
export interface NameReference {
  /** Kinds of declarations that it may mean. */
  readonly kinds: readonly Declaration['kind'][];
  readonly name: string;
}

/** The reference that a word makes, if its directive takes a name there; also for the word that declares it. */
export function referenceIn(
  { statement, contexts }: Pick<ConfNode, 'statement' | 'contexts'>,
  { value }: Pick<Word, 'value'>,
  index: number,
): NameReference | undefined {
  const directive = statement.name.value;
  if (contexts.length === 0 || index < 0) return undefined;
  if (passes.test(directive) && index === 0) {
    const name = upstreamIn.exec(value)?.[1];
    return name === undefined ? undefined : { kinds: ['upstream'], name };
  }
  if (value.includes('$')) return undefined;
  const kinds = kindsAt(directive, index, value);
  const name = value.replace(/^(?:keys_)?zone=|^threads=|^shared:/, '').split(':')[0] ?? '';
  return kinds && name !== '' ? { kinds, name } : undefined;
}

/** Directives that lead to an upstream or an address. */
export const passes = /^(?:uwsgi|fastcgi|scgi|grpc|memcached|proxy|tunnel)_pass$/;

/** A path may follow, also one that begins with the path of the request. */
const upstreamIn = /^(?:[a-z]+:\/\/)?([^/:$]+)(?:$|\/|\$\{?(?:request_uri|uri|document_uri)\b)/i;

function kindsAt(
  directive: string,
  index: number,
  value: string,
): readonly Declaration['kind'][] | undefined {
  if (
    value.startsWith('@') &&
    /^(?:try_files|error_page|location|echo_exec|post_action)$/.test(directive)
  )
    return ['named location'];
  if (/^(?:limit_req|limit_req_zone)$/.test(directive) && value.startsWith('zone='))
    return ['request zone'];
  if (directive === 'limit_conn' && index === 0) return ['connection zone'];
  if (directive === 'limit_conn_zone' && value.startsWith('zone=')) return ['connection zone'];
  if (/^(?:proxy|uwsgi|fastcgi|scgi)_cache$/.test(directive) && index === 0)
    return value === 'off' ? undefined : ['cache zone'];
  if (directive.endsWith('_cache_path') && value.startsWith('keys_zone=')) return ['cache zone'];
  if (directive === 'ssl_session_cache' && value.startsWith('shared:')) return ['session cache'];
  if (directive === 'access_log' && index === 1 && !value.includes('=')) return ['log format'];
  if (directive === 'log_format' && index === 0) return ['log format'];
  if (directive === 'aio' && value.startsWith('threads=')) return ['thread pool'];
  if (directive === 'upstream' && index === 0) return ['upstream'];
  return undefined;
}
