import type { Word } from '../nginx/tree.ts';
import type { ConfNode, NginxConf } from './conf.ts';
import { scopeOf } from './declarations.ts';
import { soundWhere } from './sound.ts';
import { isTemplated } from './template.ts';
import type { VariableScope } from './variables.ts';

/** A line that names a zone of shared memory. */
export interface ZoneMention {
  readonly name: string;
  /** As written, e.g. `10m`; undefined in a line that only uses the zone. */
  readonly size: string | undefined;
  /** Who keeps its data there: no two can share a zone. */
  readonly use: string;
  readonly scope: VariableScope;
  readonly word: Word;
  readonly node: ConfNode;
}

export function zonesOf(conf: NginxConf): readonly ZoneMention[] {
  const known = memo.get(conf);
  if (known !== undefined) return known;
  const named = soundWhere(conf, ({ name }) => mayMention.test(name));
  const found = named.flatMap(({ node, entry }) =>
    entry.module.status === 'core' ? mentionsIn(entry.name, node) : [],
  );
  memo.set(conf, found);
  return found;
}

const memo = new WeakMap<NginxConf, readonly ZoneMention[]>();

const mayMention =
  /^(?:(?:proxy|uwsgi|fastcgi|scgi)_cache(?:_path)?|limit_(?:req|conn)(?:_zone)?|ssl_(?:session|ocsp)_cache|zone)$/;

function mentionsIn(directive: string, node: ConfNode): readonly ZoneMention[] {
  const args = node.statement.args.filter((word) => !isTemplated(word));
  const [first] = args;
  const scope = scopeOf(node);
  const use = (kind: string, word: Word | undefined, name = word?.value) =>
    word && name ? [{ name, size: undefined, use: `${scope} ${kind}`, scope, word, node }] : [];
  const declare = (kind: string, key: string, separator = ':') => {
    const word = args.find(({ value }) => value.startsWith(key));
    const [name = '', size] = word?.value.slice(key.length).split(separator) ?? [];
    return word && name !== '' ? [{ name, size, use: `${scope} ${kind}`, scope, word, node }] : [];
  };
  const cache = /^(proxy|uwsgi|fastcgi|scgi)_cache(_path)?$/.exec(directive);
  if (cache) {
    const kind = `${cache[1] ?? ''}_cache`;
    if (cache[2] !== undefined) return declare(kind, 'keys_zone=');
    return first && first.value !== 'off' && !first.value.includes('$') ? use(kind, first) : [];
  }
  switch (directive) {
    case 'limit_req_zone':
    case 'limit_conn_zone':
      return declare(directive.slice(0, -'_zone'.length), 'zone=');
    case 'limit_req': {
      const word = args.find(({ value }) => value.startsWith('zone='));
      return use(directive, word, word?.value.slice('zone='.length));
    }
    case 'limit_conn':
      return use(directive, first);
    case 'ssl_session_cache':
    case 'ssl_ocsp_cache':
      return declare(directive, 'shared:');
    case 'zone': {
      const [found] = use('upstream', first);
      return found ? [{ ...found, size: args[1]?.value }] : [];
    }
    default:
      return [];
  }
}
