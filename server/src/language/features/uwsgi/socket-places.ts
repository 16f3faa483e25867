import type { UwsgiView } from '../../rules/inputs.ts';
import { addressesOf } from '../../rules/uwsgi/addresses-of.ts';
import { placeInValue } from '../../rules/uwsgi/entry-text.ts';
import { contains } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { parseAddress } from '../../uwsgi/address.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { allOptions } from '../../uwsgi/lookup.ts';
import type { Place } from '../feature.ts';

/** The socket that an address leads to: of a subscription the router's, of `=0` the shared one. */
export function socketEnds(view: UwsgiView, offset: number): readonly Place[] {
  const shared = sharedSocketAt(view, offset);
  if (shared !== undefined) return [shared];
  return wires(view).flatMap(({ from, ends }) => (isAt(from, view.path, offset) ? ends : []));
}

/** A socket and all that leads to it, from either end. */
export function socketReferences(view: UwsgiView, offset: number): readonly Place[] {
  const found = new Map<string, Place>();
  const add = (place: Place) => found.set(`${place.path}\0${place.span.start}`, place);
  const ends = socketEnds(view, offset);
  const own = view.config.entries.find(({ valueSpan }) => contains(valueSpan, offset));
  const sockets =
    ends.length > 0 ? ends : own === undefined ? [] : [{ path: view.path, span: own.valueSpan }];
  for (const socket of sockets) {
    const leading = [...wires(view), ...sharedWires(view)].filter(({ ends: others }) =>
      others.some((end) => isSame(end, socket)),
    );
    if (leading.length > 0) add(socket);
    for (const { from } of leading) add(from);
  }
  return [...found.values()];
}

/** The `shared-socket` behind `=N` in this entry. */
export function sharedSocketOf(
  view: UwsgiView,
  entry: ConfigEntry,
): (Place & { readonly text: string }) | undefined {
  for (const { text, use } of addressesOf(entry)) {
    const address = parseAddress(text, use);
    if (address.kind !== 'shared') continue;
    const socket = allOptions(view.effective, 'shared-socket', 'undeferred-shared-socket')[
      address.index
    ];
    return socket && { path: socket.path, span: socket.valueSpan, text: socket.value };
  }
  return undefined;
}

interface Wire {
  readonly from: Place;
  readonly ends: readonly Place[];
}

function sharedSocketAt(view: UwsgiView, offset: number): Place | undefined {
  const entry = view.config.entries.find(({ valueSpan }) => contains(valueSpan, offset));
  const found = entry && sharedSocketOf(view, entry);
  return found && { path: found.path, span: found.span };
}

/** Subscriptions to the router's server, and what nginx passes to a socket. */
function wires({ around: { graph } }: UwsgiView): readonly Wire[] {
  const placed = (
    ends: readonly { readonly socket: { readonly path: string; readonly span: Span } }[],
  ) => ends.map(({ socket: { path, span } }): Place => ({ path, span }));
  return [
    ...graph.subscriptions.flatMap(({ path, subscription: { server }, ends }) =>
      server === undefined ? [] : [{ from: { path, span: server.span }, ends: placed(ends) }],
    ),
    ...graph.passes.flatMap(({ targets }) =>
      targets.map(({ path, span, ends }) => ({ from: { path, span }, ends: placed(ends) })),
    ),
  ];
}

/** Values `=N` of this file. */
function sharedWires(view: UwsgiView): readonly Wire[] {
  return view.config.entries.flatMap((entry) => {
    const end = sharedSocketOf(view, entry);
    const [address] = addressesOf(entry);
    if (end === undefined || address === undefined) return [];
    return [
      { from: { path: view.path, span: placeInValue(view, entry, address.span) }, ends: [end] },
    ];
  });
}

function isAt({ path, span }: Place, wanted: string, offset: number): boolean {
  return path === wanted && contains(span, offset);
}

function isSame(one: Place, other: Place): boolean {
  return one.path === other.path && one.span.start === other.span.start;
}
