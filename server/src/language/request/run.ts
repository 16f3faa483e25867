import type { Disk } from '../disk.ts';
import { toBytes } from './bytes.ts';
import type { ChosenServer } from './choose-server.ts';
import type { AskedRequest, LostCandidate, RequestPlace, RequestStep } from './explanation.ts';
import type { LocationModel } from './http-model.ts';
import type { JoinedNode } from './join-conf.ts';
import { named, placeOfNode } from './join-conf.ts';
import type { PatternMatch } from './pattern.ts';

/** A value that a request has, as a byte string; or the name of what it depends on and the files do not tell. */
export type Value = { readonly text: string } | { readonly unknown: string };

/** A request on its way: what nginx keeps of it from step to step. */
export interface Run {
  readonly request: AskedRequest;
  readonly chosen: ChosenServer;
  /** Each `map` by the name of its variable, without `$`. */
  readonly maps: ReadonlyMap<string, JoinedNode>;
  /** Names of the variables that some `set` or regular expression makes. */
  readonly made: ReadonlySet<string>;
  /** Folder that relative paths count from. */
  readonly prefix: string;
  readonly disk: Pick<Disk, 'look'>;
  readonly steps: RequestStep[];
  method: string;
  uri: string;
  args: string;
  /** Groups of the regular expression that fitted last. */
  groups: readonly string[];
  /** What `set` and named groups have made. */
  readonly variables: Map<string, Value>;
  location: LocationModel | undefined;
  /** The `if` of the location that was true last, or its `limit_except`: those settings count. */
  condition: JoinedNode | undefined;
  /** The statement that makes the content. */
  handler: JoinedNode | undefined;
  /** Reached by nginx itself, so that `internal` lets it in. */
  internal: boolean;
  /** The path is still the one that the client has sent. */
  untouched: boolean;
  /** No `break` has kept a rewritten path from looking for its location: `alias` and `proxy_pass` may cut it. */
  fitsLocation: boolean;
  /** How often the path may still change before nginx gives up. */
  changes: number;
  /** An `error_page` has been followed already. */
  failed: boolean;
  /** The status that an `error_page` has chosen; undefined leaves it to the content. */
  status: number | undefined;
}

export function say(
  run: Run,
  kind: RequestStep['kind'],
  text: string,
  node?: JoinedNode,
  more: { readonly lost?: readonly LostCandidate[]; readonly sure?: boolean } = {},
): void {
  const place: RequestPlace | undefined = node && placeOfNode(node);
  run.steps.push({ kind, text, place, lost: more.lost ?? [], sure: more.sure ?? true });
}

export function capture(run: Run, match: PatternMatch | undefined): void {
  if (match === undefined) return;
  run.groups = match.groups;
  for (const [name, text] of match.named) run.variables.set(name, { text });
}

/** `rewrite` and `if` take `$1` and the like away even when they don't fit; named groups stay. */
export function forget(run: Run): void {
  run.groups = [];
}

/** The statements of one name that count here: those of the innermost block that has any. */
export function settings(run: Run, name: string): readonly JoinedNode[] {
  for (const block of blocksAround(run)) {
    const found = named(block.children, name);
    if (found.length > 0) return found;
  }
  return [];
}

/** From the inside out; of `if` only the one that counts. */
export function* blocksAround({ condition, location, chosen }: Run): Generator<JoinedNode> {
  const inner = condition ?? location?.node ?? chosen.server.node;
  for (let block: JoinedNode | undefined = inner; block !== undefined; block = block.parent)
    yield block;
}

export function flag(run: Run, name: string, fallback: boolean): boolean {
  const value = settings(run, name).at(-1)?.args[0]?.toLowerCase();
  return value === undefined ? fallback : value === 'on';
}

export function text(value: string): Value {
  return { text: toBytes(value) };
}
