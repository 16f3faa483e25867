import type { ConfNode } from '../../nginx-conf/conf.ts';
import { readLocation } from '../../nginx-conf/location.ts';
import type { NginxView } from '../../rules/inputs.ts';
import type { Action } from '../feature.ts';

/** `location /img/ { alias /srv/img/; }` and `root /srv` there find the same files. */
export function aliasToRoot(view: NginxView, node: ConfNode): Action | undefined {
  const { statement, parent } = node;
  const [word] = statement.args;
  if (statement.name.value !== 'alias' || word === undefined || parent === undefined)
    return undefined;
  const match = readLocation(parent.statement.args);
  if (match === undefined || (match.kind !== 'prefix' && match.kind !== 'exact')) return undefined;
  if (/[$\\]/.test(word.value) || !match.name.startsWith('/') || match.name === '/')
    return undefined;
  if (!word.value.endsWith(match.name)) return undefined;
  const root = word.value.slice(0, -match.name.length);
  if (root === '') return undefined;
  // `$document_root` becomes another folder, and blocks inside inherit one of the two.
  const simple = parent.children.every(({ statement: { name } }) => plain.test(name.value));
  if (!simple) return undefined;
  const { start, end } = statement.span;
  return {
    title: `Change to \`root ${root}\``,
    kind: 'refactor.rewrite',
    edits: [{ path: view.path, span: { start, end }, newText: `root ${root};` }],
  };
}

const plain =
  /^(?:alias|expires|add_header|access_log|autoindex|index|etag|gzip\w*|sendfile|internal|allow|deny|auth_basic|auth_basic_user_file|default_type|types|tcp_nopush|open_file_cache\w*|limit_rate)$/;
