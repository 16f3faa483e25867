import type { NginxView } from '../../rules/inputs.ts';
import type { Place } from '../feature.ts';
import { socketPlaces, wirePlaces } from '../wires/wire-ends.ts';

/** The sockets of uWSGI that an address of `uwsgi_pass`, or of a server in an upstream, leads to. */
export function socketEnds({ around, path }: NginxView, offset: number): readonly Place[] {
  return socketPlaces(around.graph, path, offset);
}

/** Those sockets, and all that leads to the same ones; where none listens, all that is passed to the address. */
export function socketReferences({ around, path }: NginxView, offset: number): readonly Place[] {
  return wirePlaces(around.graph, path, offset);
}
