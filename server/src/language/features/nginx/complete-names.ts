import type { Declaration } from '../../nginx-conf/declarations.ts';
import { span } from '../../text/span.ts';
import type { CompletionItem } from '../feature.ts';
import { codeSpan } from '../markdown.ts';
import type { CompletionRequest } from './completion-request.ts';
import { declared, type PlacedDeclaration } from '../../stack/nginx-configuration.ts';
import { lineIn } from './line-of.ts';

/** Names of zones, log formats, caches, named locations and thread pools of this configuration. */
export function completeNames(request: CompletionRequest): readonly CompletionItem[] {
  const { directive, index, typed } = request;
  if (index < 0) return [];
  const items = kindsAt(directive, index).flatMap(({ kind, prefix }) =>
    uniqueNames(declared(request.view, kind, kind === 'thread pool' ? undefined : request.scope))
      .filter(
        () => prefix === '' || typed === '' || typed.startsWith(prefix) || prefix.startsWith(typed),
      )
      .map((one) => nameItem(request, one, prefix)),
  );
  return directive === 'access_log' && index === 1
    ? [
        ...items,
        {
          label: 'combined',
          kind: 'reference',
          replace: request.replace,
          insert: 'combined',
          detail: 'built in',
          sort: '05',
        },
      ]
    : items;
}

export function uniqueNames(found: readonly PlacedDeclaration[]): readonly PlacedDeclaration[] {
  const byName = new Map<string, PlacedDeclaration>();
  for (const one of found) if (!byName.has(one.name)) byName.set(one.name, one);
  return [...byName.values()];
}

export function nameItem(
  { view, replace }: Pick<CompletionRequest, 'view' | 'replace'>,
  one: PlacedDeclaration,
  prefix = '',
): CompletionItem {
  const { span: full, end } = one.node.statement;
  const stop = end.kind === 'block' ? end.open : full.end;
  return {
    label: prefix + one.name,
    kind: 'reference',
    replace: span(replace.start, replace.end),
    insert: prefix + one.name,
    detail: `line ${lineIn(one.file.tree, one.span.start)}${one.file.path === view.path ? '' : ` of ${one.file.path}`}`,
    markdown: codeSpan(one.file.text.slice(full.start, stop)),
    sort: '00',
  };
}

function kindsAt(
  directive: string,
  index: number,
): readonly { readonly kind: Declaration['kind']; readonly prefix: string }[] {
  if (directive === 'limit_req') return [{ kind: 'request zone', prefix: 'zone=' }];
  if (directive === 'limit_conn' && index === 0) return [{ kind: 'connection zone', prefix: '' }];
  if (/^(?:proxy|uwsgi|fastcgi|scgi)_cache$/.test(directive))
    return [{ kind: 'cache zone', prefix: '' }];
  if (directive === 'access_log' && index === 1) return [{ kind: 'log format', prefix: '' }];
  if (directive === 'error_page' || directive === 'try_files')
    return index > 0 ? [{ kind: 'named location', prefix: '' }] : [];
  if (directive === 'aio') return [{ kind: 'thread pool', prefix: 'threads=' }];
  return [];
}
