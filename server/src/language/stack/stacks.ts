import { basename, dirname, relativePath, stem } from '../text/path.ts';
import type { Endpoint } from './endpoint.ts';
import type { FileFacts } from './facts.ts';
import {
  nearestEnd,
  passEnds,
  type SocketEnd,
  type StackGraph,
  subscriptionEnds,
} from './graph.ts';

/** Files that run together. Paths in each list are sorted. */
export interface Stack {
  readonly id: string;
  readonly title: string;
  /** Deepest folder that holds them all. */
  readonly root: string;
  /** Main configurations of nginx (not the files that they include); without one, the fragments that no file includes. */
  readonly nginx: readonly string[];
  readonly routers: readonly string[];
  /** Files that are a worker and no router. */
  readonly workers: readonly string[];
  readonly files: readonly string[];
}

/**
 * The stacks of a workspace: files that wires join. A wire that dangles still joins its file to the end that it most
 * likely means, so that a wrong digit does not tear the picture apart.
 */
export function findStacks(graph: StackGraph): readonly Stack[] {
  const groups = new Groups();
  const mains = mainFiles(graph);
  for (const { path, nginx, uwsgi } of graph.files.values())
    if (nginx !== undefined ? mains.has(path) : isPart(uwsgi)) groups.add(path);

  const fronts = passEnds(graph.files);
  for (const wire of graph.passes) {
    for (const target of wire.targets) {
      const ends = endsOrNearest(target.ends, target.path, target.endpoint, fronts);
      for (const main of mains.values())
        if (graph.includes.get(main)?.includes(wire.path) === true)
          for (const end of ends) groups.join(main, end.path);
    }
  }
  for (const { path, pass } of graph.passes) {
    // What is no address can't be near one; the only router beside the file is meant, most likely.
    if (pass.target.kind !== 'unknown') continue;
    const beside = fronts.filter(
      (front) => front.socket.option === 'fastrouter' && dirname(front.path) === dirname(path),
    );
    if (new Set(beside.map((front) => front.path)).size !== 1) continue;
    for (const main of mains.values())
      if (graph.includes.get(main)?.includes(path) === true)
        for (const end of beside) groups.join(main, end.path);
  }
  const servers = subscriptionEnds(graph.files);
  for (const { path, subscription, ends } of graph.subscriptions) {
    for (const end of endsOrNearest(ends, path, subscription.server?.endpoint, servers))
      groups.join(path, end.path);
  }
  for (const [vassal, emperors] of graph.vassals)
    for (const emperor of emperors) groups.join(vassal, emperor);
  joinFragments(graph, groups, mains);
  const stacks = groups.all().map((paths) => describe(graph, paths));
  return stacks
    .filter(
      ({ routers, workers, nginx }) =>
        routers.length + workers.length > 0 && (nginx.length > 0 || routers.length > 0),
    )
    .sort((a, b) => (a.root === b.root ? (a.id < b.id ? -1 : 1) : a.root < b.root ? -1 : 1));
}

/**
 * Files such as those of sites-enabled, which the nginx of a system includes: where no whole configuration leads to a
 * router or worker, they stand for one.
 */
function joinFragments(graph: StackGraph, groups: Groups, mains: ReadonlySet<string>): void {
  const served = new Set(
    groups
      .all()
      .filter((paths) => paths.some((path) => mains.has(path)))
      .flat(),
  );
  const isNginx = (path: string) => graph.files.get(path)?.nginx !== undefined;
  const included = new Set(
    [...graph.includes].flatMap(([path, files]) => (isNginx(path) ? files.slice(1) : [])),
  );
  for (const { path, targets } of graph.passes) {
    const tops = [...graph.includes].filter(
      ([top, files]) => isNginx(top) && !included.has(top) && files.includes(path),
    );
    for (const [top] of tops) {
      if (mains.has(top)) continue;
      for (const { ends } of targets)
        for (const end of ends) if (!served.has(end.path)) groups.join(top, end.path);
    }
  }
}

/** The nearest end is looked for only where there is none: to compare addresses with each other takes its time. */
function endsOrNearest(
  ends: readonly SocketEnd[],
  path: string,
  endpoint: Endpoint | undefined,
  candidates: readonly SocketEnd[],
): readonly SocketEnd[] {
  if (ends.length > 0 || endpoint === undefined) return ends;
  const nearest = nearestEnd(path, endpoint, candidates);
  return nearest === undefined ? [] : [nearest];
}

/** nginx files that no other one includes and that are a whole configuration. */
function mainFiles(graph: StackGraph): ReadonlySet<string> {
  const mains = new Set<string>();
  for (const { path, nginx } of graph.files.values()) if (nginx?.kind === 'main') mains.add(path);
  return mains;
}

function isPart(uwsgi: FileFacts['uwsgi']): boolean {
  return (
    uwsgi !== undefined &&
    (uwsgi.router || uwsgi.subscriptions.length > 0 || uwsgi.sockets.length > 0)
  );
}

function describe(graph: StackGraph, paths: readonly string[]): Stack {
  const sorted = [...paths].sort();
  const factsOf = (path: string) => graph.files.get(path);
  const nginx = sorted.filter((path) => factsOf(path)?.nginx !== undefined);
  const routers = sorted.filter((path) => factsOf(path)?.uwsgi?.router === true);
  const workers = sorted.filter((path) => {
    const uwsgi = factsOf(path)?.uwsgi;
    // An emperor starts its vassals itself.
    return uwsgi?.worker === true && !uwsgi.router && !graph.vassals.has(path);
  });
  const files = [...new Set([...sorted.flatMap((path) => graph.includes.get(path) ?? [path])])];
  const root = commonFolder(sorted);
  const first = nginx[0] ?? routers[0] ?? sorted[0] ?? root;
  return { id: stackId(first), title: basename(root), root, nginx, routers, workers, files };
}

/** Readable and unique: the file's folder name and a hash of its whole path. */
function stackId(path: string): string {
  let hash = 0x811c9dc5; // FNV-1a, 32 bit
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
  const folder = basename(dirname(path))
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 16);
  return `${folder}-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? '/');
  for (const path of paths)
    while (folder !== '/' && relativePath(folder, path) === path) folder = dirname(folder);
  return folder;
}

/** A worker template's id: the file's name, with its folder where two files of the stack share it. */
export function templateId(path: string, workers: readonly string[]): string {
  const same = workers.filter((other) => stem(other) === stem(path));
  const id = same.length > 1 ? `${basename(dirname(path))}-${stem(path)}` : stem(path);
  return id.replace(/[^A-Za-z0-9_-]+/g, '-');
}

/** Disjoint sets of paths. */
class Groups {
  readonly #parent = new Map<string, string>();

  add(path: string): void {
    if (!this.#parent.has(path)) this.#parent.set(path, path);
  }

  join(one: string, other: string): void {
    this.add(one);
    this.add(other);
    this.#parent.set(this.#root(one), this.#root(other));
  }

  all(): readonly (readonly string[])[] {
    const groups = new Map<string, string[]>();
    for (const path of this.#parent.keys()) {
      const root = this.#root(path);
      groups.set(root, [...(groups.get(root) ?? []), path]);
    }
    return [...groups.values()];
  }

  #root(path: string): string {
    let root = path;
    for (
      let up = this.#parent.get(root);
      up !== undefined && up !== root;
      up = this.#parent.get(root)
    )
      root = up;
    return root;
  }
}
