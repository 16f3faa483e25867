import type { ConfNode } from '../../nginx-conf/conf.ts';
import { mayOpen } from '../../nginx-conf/may-open.ts';
import { ancestors } from '../../nginx-conf/walk.ts';
import type { NginxFile, NginxView } from '../../rules/inputs.ts';
import { configurationOf } from '../../stack/nginx-configuration.ts';
import { includersOf } from '../../stack/nginx-includers.ts';
import { type NamePlace, namesIn, passVariables } from './names.ts';

export interface PlacedName extends NamePlace {
  readonly file: NginxFile;
}

/** All places that mean the same as a name of the file, over all files that nginx reads together; by file and offset. */
export function sameNames(view: NginxView, name: NamePlace): readonly PlacedName[] {
  const files = configurationOf(view);
  if (!isMeant(files, name)) return [];
  const same = files.flatMap((file) =>
    namesIn(file)
      .filter((one) => one.key === name.key && one.kind === name.kind && one.scope === name.scope)
      .map((one) => ({ ...one, file })),
  );
  if (name.kind === 'named location') return sameServers(view, files, same, name);
  const upstream = same.some(({ declares }) => declares);
  return same.filter((one) => one.through === undefined || (upstream && isMeant(files, one)));
}

/** A value of a variable is the name of an upstream only where something is passed to the variable. */
function isMeant(files: readonly NginxFile[], { through }: NamePlace): boolean {
  return through === undefined || files.some((file) => passVariables(file).has(through));
}

/** A named location belongs to its server; a fragment belongs to each server that includes it. */
function sameServers(
  view: NginxView,
  files: readonly NginxFile[],
  places: readonly PlacedName[],
  name: NamePlace,
): readonly PlacedName[] {
  const owners = new Map<string, ReadonlySet<object>>();
  const ofFile = (path: string, seen: ReadonlySet<string>): ReadonlySet<object> => {
    const known = owners.get(path);
    if (known !== undefined) return known;
    if (seen.has(path)) return new Set();
    const found = new Set<object>();
    for (const { file, node } of includersOf(view, files, path))
      for (const owner of ofNode(file, node, new Set([...seen, path]))) found.add(owner);
    if (seen.size === 0) owners.set(path, found);
    return found;
  };
  const ofNode = (file: NginxFile, node: ConfNode, seen: ReadonlySet<string>) => {
    const server = [...ancestors(node)].find((block) => mayOpen(block, 'server'));
    if (server !== undefined) return new Set<object>([server]);
    const above = ofFile(file.path, seen);
    // A fragment that nothing includes is a server of its own.
    return above.size > 0 ? above : new Set<object>([file.conf]);
  };
  const owned = places.map((place) => ({
    place,
    owners: ofNode(place.file, place.node, new Set()),
  }));
  const start = owned.find(
    ({ place }) => place.file.path === view.path && place.span.start === name.span.start,
  );
  // One fragment in two servers ties the names of both together.
  const reached = new Set(start?.owners);
  for (let size = 0; size < reached.size;) {
    size = reached.size;
    for (const one of owned)
      if ([...one.owners].some((owner) => reached.has(owner)))
        for (const owner of one.owners) reached.add(owner);
  }
  return owned
    .filter((one) => [...one.owners].some((owner) => reached.has(owner)))
    .map(({ place }) => place);
}
