import { isNear } from '../stack/near.ts';
import type { StackGraph } from '../stack/graph.ts';
import { contains, type Span } from '../text/span.ts';
import type { Place } from './feature.ts';

/** Places of one domain: the keys that workers announce, and where nginx asks the router for it. */
export interface KeyPlaces {
  readonly announced: readonly Place[];
  /** Names of servers, since the key usually is the host; and keys that are written out. */
  readonly asked: readonly Place[];
}

/** undefined where no key and no name of a server stands. */
export function keyPlacesAt(
  graph: StackGraph,
  path: string,
  offset: number,
): KeyPlaces | undefined {
  const all = domains(graph);
  const own = all.find((one) => one.path === path && contains(one.span, offset));
  if (own === undefined) return undefined;
  // Other examples of the same workspace have a domain of their own, by the same name.
  const same = all.filter((one) => one.text === own.text && isNear(path, one.path));
  const places = (announced: boolean) =>
    same
      .filter((one) => one.announced === announced)
      .map(({ path: where, span }): Place => ({ path: where, span }));
  return { announced: places(true), asked: places(false) };
}

interface Domain {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
  readonly announced: boolean;
}

function domains({ files, subscriptions }: StackGraph): readonly Domain[] {
  const asked = [...files.values()].flatMap(({ path, nginx }) =>
    [
      ...(nginx?.servers ?? []).flatMap(({ names }) => names),
      ...(nginx?.passes ?? []).flatMap(({ key }) => key ?? []),
    ].map(({ text, span }) => ({ path, span, text: text.toLowerCase(), announced: false })),
  );
  const announced = subscriptions.flatMap(({ subscription: { key, path } }) =>
    key === undefined
      ? []
      : [{ path, span: key.span, text: key.text.toLowerCase(), announced: true }],
  );
  // A variable, an expression or `_` is no domain.
  return [...announced, ...asked].filter(({ text }) => /^[\w.:-]+$/.test(text) && text !== '_');
}
