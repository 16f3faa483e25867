import type { NginxView } from '../../rules/inputs.ts';
import { span } from '../../text/span.ts';
import type { Place } from '../feature.ts';
import { keyPlacesAt } from '../key-places.ts';
import { captureAt, capturePlaces } from './captures.ts';
import { includeTargets } from '../../stack/nginx-includers.ts';
import { nameAt } from './names.ts';
import { wordAt } from './node-at.ts';
import { redirectTargets } from './redirect-places.ts';
import { sameNames } from './same-names.ts';
import { socketEnds, socketReferences } from './socket-places.ts';

/**
 * Where the thing at the cursor is declared: a name, a group of an expression, included files, the location that a request
 * is sent on to, the socket of uWSGI that listens at an address, the worker that announces a key or the name of a server.
 */
export function nginxDefinition(view: NginxView, offset: number): readonly Place[] {
  const capture = captureAt(view, offset);
  if (capture !== undefined) return [{ path: view.path, span: capture.group }];
  const name = nameAt(view, offset);
  if (name !== undefined) {
    const declared = sameNames(view, name).filter(({ declares }) => declares);
    if (declared.length > 0)
      return declared.map(({ file, span: at }) => ({ path: file.path, span: at }));
  }
  const place = wordAt(view, offset);
  if (place?.node.statement.name.value === 'include' && place.index === 0)
    return includeTargets(view, place.word.value).map((path) => ({ path, span: span(0, 0) }));
  const redirects = place === undefined ? [] : redirectTargets(view)(place);
  return unique([
    ...redirects.map(({ path, span: at }) => ({ path, span: at })),
    ...socketEnds(view, offset),
    ...(keyPlacesAt(view.around.graph, view.path, offset)?.announced ?? []),
  ]);
}

/** All places that mean the thing at the cursor, with those that declare it. */
export function nginxReferences(view: NginxView, offset: number): readonly Place[] {
  const capture = captureAt(view, offset);
  if (capture !== undefined)
    return [capture.group, ...capturePlaces(view, capture)].map((at) => ({
      path: view.path,
      span: at,
    }));
  const name = nameAt(view, offset);
  if (name !== undefined) {
    const places = sameNames(view, name).map(({ file, span: at }) => ({
      path: file.path,
      span: at,
    }));
    if (places.length > 0 && !isAlone(places, name.span)) return places;
    // An address without a port looks like an upstream.
    const sockets = socketReferences(view, offset);
    return sockets.length > 0 ? unique(sockets) : places;
  }
  const key = keyPlacesAt(view.around.graph, view.path, offset);
  return unique([
    ...socketReferences(view, offset),
    ...(key === undefined ? [] : [...key.announced, ...key.asked]),
  ]);
}

function isAlone(places: readonly Place[], own: Place['span']): boolean {
  return places.length === 1 && places[0]?.span.start === own.start;
}

function unique(places: readonly Place[]): readonly Place[] {
  const found = new Map(places.map((place) => [`${place.path}\0${place.span.start}`, place]));
  return [...found.values()];
}
