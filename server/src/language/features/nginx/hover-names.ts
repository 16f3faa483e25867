import type { Declaration } from '../../nginx-conf/declarations.ts';
import { scopeOf } from '../../nginx-conf/declarations.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { matchingFiles } from '../../stack/includes.ts';
import { basename, dirname } from '../../text/path.ts';
import { bullets, codeSpan, escapeMarkdown, paragraphs } from '../markdown.ts';
import { declared, mainsOf, type PlacedDeclaration } from '../../stack/nginx-configuration.ts';
import type { ValueReader } from './value-reader.ts';
import { lineOf } from './line-of.ts';
import { referenceIn } from './references-in.ts';

/** Names that other lines define: upstreams, zones, log formats, named locations; and the files of an `include`. */
export const nameHover: ValueReader = (view, { node, word, index }) => {
  if (node.statement.name.value === 'include' && index === 0) return includeHover(view, word.value);
  const reference = referenceIn(node, word, index);
  if (reference === undefined) return undefined;
  const { kinds, name } = reference;
  if (kinds.includes('upstream')) return upstreamHover(view, name);
  const found = kinds.flatMap((kind) => declared(view, kind, scopeOf(node)));
  const same = found.filter((one) => one.name === name);
  if (same.length > 0) return bullets(same.slice(0, 8).map((one) => describe(view, one)));
  return name === 'combined' && kinds.includes('log format')
    ? `${codeSpan('combined')} is built in: ${codeSpan('$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"')}`
    : undefined;
};

/** The servers of an upstream; undefined when no file defines it. */
export function upstreamHover(view: NginxView, name: string): string | undefined {
  const [upstream] = declared(view, 'upstream', undefined).filter(
    (one) => one.name.toLowerCase() === name.toLowerCase(),
  );
  if (upstream === undefined) return undefined;
  const { file, node } = upstream;
  const lines = node.children.map(({ statement }) =>
    codeSpan(file.text.slice(statement.span.start, statement.span.end)),
  );
  return paragraphs(
    `upstream ${codeSpan(upstream.name)}${placeOf(view, upstream)}`,
    bullets(lines.slice(0, 12)),
    lines.length > 12 ? `and ${lines.length - 12} more lines` : undefined,
  );
}

function describe(view: NginxView, one: PlacedDeclaration): string {
  const { node, file, kind } = one;
  const { span, end } = node.statement;
  const stop = end.kind === 'block' ? end.open : span.end;
  return `${kindNames[kind]} ${codeSpan(file.text.slice(span.start, stop))}${placeOf(view, one)}`;
}

function placeOf(view: NginxView, { file, span }: PlacedDeclaration): string {
  const where = file.path === view.path ? '' : ` of ${escapeMarkdown(basename(file.path))}`;
  return `, line ${lineOf(file.text, span.start)}${where}`;
}

function includeHover(view: NginxView, pattern: string): string {
  const mains = mainsOf(view);
  const bases = mains.length > 0 ? mains.map(dirname) : [dirname(view.path)];
  const files = [
    ...new Set(
      bases.flatMap((base) => matchingFiles(view.around.graph.files.keys(), base, pattern)),
    ),
  ];
  const base = bases[0] ?? '/';
  return paragraphs(
    pattern.startsWith('/')
      ? undefined
      : `Counts from the folder of the main configuration: ${codeSpan(base)}`,
    files.length > 0
      ? bullets(files.slice(0, 20).map((path) => codeSpan(path)))
      : 'No file of the workspace.',
    files.length > 20 ? `and ${files.length - 20} more` : undefined,
  );
}

const kindNames: Readonly<Record<Declaration['kind'], string>> = {
  upstream: 'Upstream',
  'request zone': 'Zone',
  'connection zone': 'Zone',
  'cache zone': 'Cache',
  'session cache': 'Session cache',
  'log format': 'Log format',
  'named location': 'Named location',
  variable: 'Variable',
  'thread pool': 'Thread pool',
};
