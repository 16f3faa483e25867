import type { UwsgiView } from '../../rules/inputs.ts';
import { addressesOf } from '../../rules/uwsgi/addresses-of.ts';
import { placeInValue } from '../../rules/uwsgi/entry-text.ts';
import { contains } from '../../text/span.ts';
import { parseAddress } from '../../uwsgi/address.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { allOptions } from '../../uwsgi/lookup.ts';
import type { Place } from '../feature.ts';
import { socketPlaces, wirePlaces } from '../wires/wire-ends.ts';

/** The socket that an address leads to: of a subscription the router's, of `=0` the shared one. */
export function socketEnds(view: UwsgiView, offset: number): readonly Place[] {
  const shared = sharedSocketAt(view, offset);
  if (shared !== undefined) return [shared];
  return socketPlaces(view.around.graph, view.path, offset);
}

/** A socket and all that leads to it, from either end. */
export function socketReferences(view: UwsgiView, offset: number): readonly Place[] {
  const shared = sharedSocketAt(view, offset);
  const ends =
    shared === undefined
      ? wirePlaces(view.around.graph, view.path, offset)
      : wirePlaces(view.around.graph, shared.path, shared.span.start);
  const own = sharedLines(view).filter(({ end }) =>
    [...ends, ...(shared === undefined ? [] : [shared])].some((one) => isSame(one, end)),
  );
  // A socket that nothing leads to has no references.
  if (ends.length < 2 && own.length === 0) return [];
  const found = new Map<string, Place>();
  for (const place of [...own.map(({ end }) => end), ...ends, ...own.map(({ from }) => from)])
    found.set(`${place.path}\0${String(place.span.start)}`, place);
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

function sharedSocketAt(view: UwsgiView, offset: number): Place | undefined {
  const entry = view.config.entries.find(({ valueSpan }) => contains(valueSpan, offset));
  const found = entry && sharedSocketOf(view, entry);
  return found && { path: found.path, span: found.span };
}

/** Values `=N` of this file. */
function sharedLines(view: UwsgiView): readonly { readonly from: Place; readonly end: Place }[] {
  return view.config.entries.flatMap((entry) => {
    const end = sharedSocketOf(view, entry);
    const [address] = addressesOf(entry);
    if (end === undefined || address === undefined) return [];
    return [{ from: { path: view.path, span: placeInValue(view, entry, address.span) }, end }];
  });
}

function isSame(one: Place, other: Place): boolean {
  return one.path === other.path && one.span.start === other.span.start;
}
