import type { ConfNode } from '../../nginx-conf/conf.ts';
import { mayOpen } from '../../nginx-conf/may-open.ts';
import type { Word } from '../../nginx/tree.ts';
import type { NginxFile } from '../../rules/inputs.ts';
import { span } from '../../text/span.ts';
import type { DocumentSymbol } from '../feature.ts';

/** The tree of blocks, with the lines in them that name something or lead to another file or program. */
export function nginxSymbols({ conf }: NginxFile): readonly DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const inside = new Map<ConfNode, DocumentSymbol[]>();
  for (const node of conf.all) {
    const into = node.parent === undefined ? roots : (inside.get(node.parent) ?? roots);
    if (node.statement.end.kind !== 'block') {
      if (isTelling(node)) into.push(lineSymbol(node));
      continue;
    }
    const children: DocumentSymbol[] = [];
    inside.set(node, children);
    into.push(blockSymbol(node, children));
  }
  return roots;
}

function blockSymbol(node: ConfNode, children: readonly DocumentSymbol[]): DocumentSymbol {
  const { name, args, span: whole } = node.statement;
  const last = args.at(-1) ?? name;
  return {
    ...labelOf(node),
    span: whole,
    nameSpan: span(name.span.start, last.span.end),
    children,
  };
}

function labelOf(node: ConfNode): Pick<DocumentSymbol, 'name' | 'detail' | 'kind'> {
  const { statement, children } = node;
  const label = written([statement.name, ...statement.args]);
  if (isServer(node)) {
    const names = children.filter(({ statement: { name } }) => name.value === 'server_name');
    const listens = children.filter(({ statement: { name } }) => name.value === 'listen');
    const given = names.flatMap(({ statement: { args } }) => args).filter(isShown);
    const addresses = listens.flatMap(({ statement: { args } }) => args.slice(0, 1));
    return {
      name: given.length > 0 ? `${label} ${listed(given)}` : label,
      detail: listed(addresses),
      kind: 'server',
    };
  }
  switch (statement.name.value) {
    case 'location':
      return { name: label, detail: handlerOf(node), kind: 'location' };
    case 'upstream': {
      const servers = children.filter(({ statement: { name } }) => name.value === 'server');
      const addresses = servers.flatMap(({ statement: { args } }) => args.slice(0, 1));
      return { name: label, detail: listed(addresses), kind: 'upstream' };
    }
    case 'map':
    case 'geo':
    case 'split_clients':
      return { name: label, detail: '', kind: 'map' };
    default:
      return { name: label, detail: '', kind: 'block' };
  }
}

function isServer(node: ConfNode): boolean {
  return ['server', 'stream server', 'mail server', 'rtmp server'].some((context) =>
    mayOpen(node, context),
  );
}

/** What answers a request that the location takes. */
function handlerOf({ children }: ConfNode): string {
  const named = (pattern: RegExp) =>
    children.find(({ statement }) => pattern.test(statement.name.value));
  const found =
    named(/^return$/) ??
    named(/_pass$|^(?:content_by_lua|js_content|perl$)/) ??
    named(/^(?:stub_status|empty_gif|flv|mp4|try_files|alias|root)$/);
  if (found === undefined) return '';
  const { name, args } = found.statement;
  return written([name, ...args]);
}

/** Lines that are worth a place in the outline: others ask for what they name, or they lead elsewhere. */
function isTelling({ statement, contexts }: ConfNode): boolean {
  const name = statement.name.value;
  if (name === 'uwsgi_param') return statement.args[0]?.value === 'UWSGI_FASTROUTER_KEY';
  return contexts.length === 0 ? name === 'include' : telling.test(name);
}

const telling =
  /^(?:include|server|log_format|limit_(?:req|conn)_zone|thread_pool|[a-z]+_cache_path|[a-z]+_pass)$/;

function lineSymbol({ statement }: ConfNode): DocumentSymbol {
  const { name, args, span: whole } = statement;
  const zone = args.find(({ value }) => /^(?:keys_)?zone=/.test(value));
  const first = zone?.value.replace(/^\w+=|:.*$/g, '') ?? args[0]?.value ?? '';
  const rest = zone === undefined ? args.slice(1) : args.filter((word) => word !== zone);
  return {
    name: shortened(`${name.value} ${first}`.trim()),
    detail: written(rest),
    kind: 'directive',
    span: whole,
    nameSpan: name.span,
    children: [],
  };
}

function isShown({ value }: Word): boolean {
  return value !== '' && value !== '_';
}

/** The first three, and how many more there are. */
function listed(words: readonly Word[]): string {
  const more = words.length > 3 ? ` and ${words.length - 3} more` : '';
  return shortened(
    words
      .slice(0, 3)
      .map(({ value }) => value)
      .join(' ') + more,
  );
}

function written(words: readonly Word[]): string {
  return shortened(
    words
      .slice(0, 20)
      .map(({ value }) => value)
      .join(' '),
  );
}

function shortened(text: string): string {
  const plain = text.slice(0, 200).replaceAll(/\s+/g, ' ');
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}
