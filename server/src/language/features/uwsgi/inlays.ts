import { pairLength, percentPair } from '../../ini/percent.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import type { Span } from '../../text/span.ts';
import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import { placeholderDefinition } from '../../uwsgi/lookup.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import type { Inlay } from '../feature.ts';
import { basename } from '../../text/path.ts';
import { sharedSocketOf } from './socket-places.ts';

/** Behind a value that uWSGI replaces something in: what it becomes. Behind `=0`: the address of that socket. */
export function uwsgiInlays(view: UwsgiView, within: Span): readonly Inlay[] {
  const here = view.effective.entries.filter(
    ({ path, origin, line: { valueSpan } }) =>
      path === view.path &&
      origin === 'line' &&
      valueSpan.start <= within.end &&
      within.start <= valueSpan.end,
  );
  const turns = Map.groupBy(here, ({ line }) => line);
  const inlays = [...turns.values()].flatMap((entries) => inlayOf(view, entries) ?? []);
  return [...inlays, ...routerInlays(view, within)].sort((a, b) => a.offset - b.offset);
}

/** Behind the address of a subscription: the file of the router that takes it. */
function routerInlays(view: UwsgiView, within: Span): readonly Inlay[] {
  return view.around.graph.subscriptions.flatMap(({ subscription: { server, path }, ends }) => {
    const [end] = ends;
    if (server === undefined || end === undefined || path !== view.path) return [];
    if (server.span.start > within.end || server.span.end < within.start) return [];
    const { socket } = end;
    return [
      {
        offset: server.span.end,
        label: `→ ${basename(end.path)}`,
        tooltip: `The router takes subscriptions here: \`${socket.option} = ${socket.text.replaceAll('`', '')}\``,
        target: { path: socket.path, span: socket.span },
      },
    ];
  });
}

/** Several entries of one line are the turns of a loop. */
function inlayOf(view: UwsgiView, entries: readonly EffectiveEntry[]): Inlay | undefined {
  const [entry] = entries;
  if (entry === undefined || entries.some(({ known }) => !known)) return undefined;
  const { line } = entry;
  const offset = line.valueSpan.end;
  const socket = sharedSocketOf(view, entry);
  if (socket !== undefined && entries.length === 1)
    return {
      offset,
      label: `→ ${shortened(socket.text)}`,
      tooltip: 'The shared socket of this number',
      target: { path: socket.path, span: socket.span },
    };
  const values = [...new Set(entries.map(({ value }) => value))];
  if (!isReplaced(view.text, line.valueSpan) || values.join() === line.value) return undefined;
  const shown = values.slice(0, 3).map(shortened);
  const more = values.length > 3 ? `, … (${values.length} values)` : '';
  const target = targetOf(view, line.valueSpan);
  return {
    offset,
    label: `→ ${shown.join(', ')}${more}`,
    tooltip: values.length > 1 ? 'What the turns of the loop make of it' : 'What uWSGI makes of it',
    ...(target && { target }),
  };
}

/** A placeholder or a magic variable stands in it; `%%` alone says nothing new. */
function isReplaced(text: string, value: Span): boolean {
  if (placeholdersIn(text, value).some(({ sign }) => sign === '%')) return true;
  for (let at = text.indexOf('%', value.start); at !== -1 && at < value.end;) {
    if (percentPair(text, at) === 'magic') return true;
    at = text.indexOf('%', at + pairLength(text, at));
  }
  return false;
}

/** Where the only name in the value is set. */
function targetOf(view: UwsgiView, value: Span): Inlay['target'] {
  const names = placeholdersIn(view.text, value).flatMap(({ sign, tokens }) =>
    sign === '%' ? tokens.filter(({ kind }) => kind === 'name') : [],
  );
  const [only, another] = names;
  if (only === undefined || another !== undefined) return undefined;
  const entry = placeholderDefinition(view.effective, only.text);
  return entry && { path: entry.path, span: entry.keySpan };
}

function shortened(value: string): string {
  const plain = value.replaceAll(/\s+/g, ' ');
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}
