import type { NginxView } from '../../rules/inputs.ts';
import { formatEndpoint } from '../../stack/endpoint.ts';
import type { WireTarget } from '../../stack/graph.ts';
import { contains } from '../../text/span.ts';
import type { Place } from '../feature.ts';

/** The sockets of uWSGI that an address of `uwsgi_pass`, or of a server in an upstream, leads to. */
export function socketEnds(view: NginxView, offset: number): readonly Place[] {
  return targetsAt(view, offset).flatMap(({ ends }) =>
    ends.map(({ socket }) => ({ path: socket.path, span: socket.span })),
  );
}

/** Those sockets, and all that nginx passes to the same ones; where none listens, all that is passed to the address. */
export function socketReferences(view: NginxView, offset: number): readonly Place[] {
  const ends = socketEnds(view, offset);
  const own = targetsAt(view, offset).map(({ endpoint }) => formatEndpoint(endpoint));
  if (own.length === 0) return [];
  const same = targets(view).filter((target) =>
    ends.length > 0
      ? target.ends.some(({ socket }) =>
          ends.some((end) => end.path === socket.path && end.span.start === socket.span.start),
        )
      : own.includes(formatEndpoint(target.endpoint)),
  );
  return [...ends, ...same.map(({ path, span }) => ({ path, span }))];
}

function targetsAt(view: NginxView, offset: number): readonly WireTarget[] {
  return targets(view).filter(({ path, span }) => path === view.path && contains(span, offset));
}

function targets({ around }: NginxView): readonly WireTarget[] {
  return around.graph.passes.flatMap((wire) => wire.targets);
}
