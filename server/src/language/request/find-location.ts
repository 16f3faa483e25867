import { fromBytes } from './bytes.ts';
import type { LostCandidate } from './explanation.ts';
import type { LocationModel } from './http-model.ts';
import { placeOfNode, titleOf } from './join-conf.ts';
import type { PatternMatch } from './pattern.ts';

export interface FoundLocation {
  /** undefined when none fits: the server's own settings then count. */
  readonly location: LocationModel | undefined;
  /** Only a slash is missing: nginx redirects to the location's path. */
  readonly addsSlash: boolean;
  /** Of the regular expression that fitted. */
  readonly match: PatternMatch | undefined;
  /** Why this one. */
  readonly reason: string;
  readonly lost: readonly LostCandidate[];
  /** False when a regular expression could not be tried. */
  readonly sure: boolean;
}

/**
 * `ngx_http_core_find_location`: an exact location ends the search; else the longest prefix is kept, and what is nested
 * in it is searched the same way; regular expressions follow in the order of the file, the innermost level first,
 * unless the prefix says `^~`; the prefix wins when none of them fits. What is nested in a regular expression that has
 * won is searched likewise, and no other level any more.
 */
export function findLocation(locations: readonly LocationModel[], uri: string): FoundLocation {
  let winner: LocationModel | undefined;
  let reason = 'no location fits';
  let match: PatternMatch | undefined;
  let sure = true;
  const lost: LostCandidate[] = [];
  const done = (addsSlash = false): FoundLocation => ({
    location: winner,
    addsSlash,
    match,
    reason,
    lost: lost.filter(({ place }) => !isSamePlace(place, winner)).slice(0, lostLimit),
    sure,
  });
  for (let current = locations; ;) {
    const levels: Level[] = [];
    for (;;) {
      const found = searchPrefixes(current, uri);
      lost.push(...losers(current, found, uri));
      if (found.kind !== 'prefix') {
        winner = found.location;
        reason =
          found.kind === 'exact'
            ? 'it is exact, which ends the search at once'
            : 'it passes requests on, and only the slash at its end is missing in the path';
        return done(found.kind === 'slash');
      }
      const caret = found.location?.modifier === '^~';
      levels.push({ locations: current, noRegex: caret });
      if (found.location === undefined) break;
      winner = found.location;
      reason = caret
        ? 'it is the longest prefix that fits, and its ^~ keeps regular expressions out'
        : 'it is the longest prefix that fits, and no regular expression does';
      current = winner.locations;
    }
    let fitting: LocationModel | undefined;
    for (let level = levels.pop(); level !== undefined && fitting === undefined;) {
      for (const location of level.locations) {
        if (!location.modifier.startsWith('~')) continue;
        if (level.noRegex) {
          lost.push(loser(location, 'is not tried: the ^~ keeps it out'));
          continue;
        }
        const tried = location.pattern === undefined ? 'unknown' : location.pattern.match(uri);
        if (tried === 'unknown') {
          sure = false;
          lost.push(loser(location, 'could not be tried here, and was taken not to fit'));
        } else if (tried === undefined) lost.push(loser(location, 'does not fit'));
        else {
          fitting = location;
          match = tried;
          break;
        }
      }
      level = levels.pop();
    }
    if (fitting === undefined) return done();
    if (winner !== undefined)
      lost.push(loser(winner, 'fits, but the regular expression goes before it'));
    winner = fitting;
    reason = 'it is the first regular expression that fits, which goes before prefixes';
    current = fitting.locations;
  }
}

const lostLimit = 60;

interface Level {
  readonly locations: readonly LocationModel[];
  readonly noRegex: boolean;
}

type Prefixes =
  | { readonly kind: 'exact' | 'slash'; readonly location: LocationModel }
  | { readonly kind: 'prefix'; readonly location: LocationModel | undefined };

function searchPrefixes(locations: readonly LocationModel[], uri: string): Prefixes {
  let best: LocationModel | undefined;
  let slash: LocationModel | undefined;
  for (const location of locations) {
    const { modifier, prefix } = location;
    if (modifier === '=') {
      if (prefix === uri) return { kind: 'exact', location };
    } else if (modifier !== '' && modifier !== '^~') continue;
    else if (uri.startsWith(prefix) && (best === undefined || prefix.length > best.prefix.length))
      best = location;
    if (location.redirectsSlash && prefix === `${uri}/`) slash = location;
  }
  if (slash !== undefined && best?.prefix !== uri) {
    // Of an exact and a prefix location with this path, whichever passes on, nginx names the exact one.
    const path = slash.prefix;
    const exact = locations.find(({ modifier, prefix }) => modifier === '=' && prefix === path);
    return { kind: 'slash', location: exact ?? slash };
  }
  return { kind: 'prefix', location: best };
}

function losers(
  locations: readonly LocationModel[],
  found: Prefixes,
  uri: string,
): readonly LostCandidate[] {
  return locations.flatMap((location) => {
    const { modifier, prefix } = location;
    if (location === found.location || modifier === '@' || modifier.startsWith('~')) return [];
    if (modifier === '=') return [loser(location, 'is another path')];
    if (!uri.startsWith(prefix))
      return [
        loser(
          location,
          prefix.startsWith('/')
            ? `is no beginning of ${fromBytes(uri)}`
            : 'does not begin with a slash, as every path does',
        ),
      ];
    return [
      loser(
        location,
        found.kind === 'prefix'
          ? 'fits, but is a shorter prefix'
          : 'fits, too, but the exact one ends the search',
      ),
    ];
  });
}

function loser({ node }: LocationModel, reason: string): LostCandidate {
  return { title: titleOf(node), reason, place: placeOfNode(node) };
}

function isSamePlace(place: LostCandidate['place'], location: LocationModel | undefined): boolean {
  if (place === undefined || location === undefined) return false;
  const own = placeOfNode(location.node);
  return own.path === place.path && own.span.start === place.span.start;
}
