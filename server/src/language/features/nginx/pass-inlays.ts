import type { NginxView } from '../../rules/inputs.ts';
import type { WireTarget } from '../../stack/graph.ts';
import { basename } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import type { Inlay } from '../feature.ts';
import { declared, type PlacedDeclaration } from '../../stack/nginx-configuration.ts';
import { namesIn } from './names.ts';

/** Behind the name of an upstream its servers; behind an address the file of uWSGI that listens there. */
export function passInlays(view: NginxView, within: Span): readonly Inlay[] {
  return [...upstreams(view, within), ...sockets(view, within)];
}

function upstreams(view: NginxView, within: Span): Inlay[] {
  const uses = namesIn(view).filter(
    ({ kind, declares, through, span }) =>
      kind === 'upstream' && !declares && through === undefined && touches(span, within),
  );
  if (uses.length === 0) return [];
  const known = new Map(
    declared(view, 'upstream', undefined).map((one) => [
      `${one.scope} ${one.name.toLowerCase()}`,
      one,
    ]),
  );
  return uses.flatMap(({ node, key, scope }) => {
    const upstream = known.get(`${scope} ${key}`);
    const label = upstream && serversOf(upstream);
    if (upstream === undefined || label === undefined) return [];
    return [
      {
        offset: node.statement.args[0]?.span.end ?? node.statement.span.end,
        label: `→ ${label}`,
        tooltip: `Servers of the upstream ${upstream.name}`,
        target: { path: upstream.file.path, span: upstream.span },
      },
    ];
  });
}

function serversOf({ node }: PlacedDeclaration): string | undefined {
  const servers = node.children.filter(({ statement }) => statement.name.value === 'server');
  const shown = servers.slice(0, 3).map(({ statement: { args } }) => {
    const mark = args.find(({ value }) => value === 'backup' || value === 'down')?.value;
    return `${args[0]?.value ?? ''}${mark === undefined ? '' : ` (${mark})`}`;
  });
  const more = servers.length > 3 ? ` and ${servers.length - 3} more` : '';
  return shown.length === 0 ? undefined : shown.join(', ') + more;
}

/** An address may stand in an upstream that many lines pass to; it is shown once. */
function sockets(view: NginxView, within: Span): Inlay[] {
  const found = new Map<number, Inlay>();
  for (const { targets } of view.around.graph.passes)
    for (const target of targets)
      if (target.path === view.path && touches(target.span, within)) {
        const inlay = socketInlay(view, target);
        if (inlay !== undefined) found.set(inlay.offset, inlay);
      }
  return [...found.values()];
}

function socketInlay({ around }: NginxView, { span, ends }: WireTarget): Inlay | undefined {
  const [end] = ends;
  if (end === undefined) return undefined;
  const files = [...new Set(ends.map(({ path }) => basename(path)))];
  const more = files.length > 2 ? ` and ${files.length - 2} more` : '';
  const { socket, path } = end;
  const isRouter = around.graph.files.get(path)?.uwsgi?.router === true;
  return {
    offset: span.end,
    label: `→ ${files.slice(0, 2).join(', ')}${more}`,
    tooltip: `${isRouter ? 'The FastRouter' : 'uWSGI'} listens here: \`${socket.option} = ${socket.text.replaceAll('`', '')}\``,
    target: { path: socket.path, span: socket.span },
  };
}

function touches({ start, end }: Span, within: Span): boolean {
  return start <= within.end && within.start <= end;
}
