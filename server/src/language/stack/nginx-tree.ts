import { basename, dirname } from '../text/path.ts';
import type {
  FileFacts,
  IncludeFacts,
  LevelFacts,
  PassFacts,
  ServerFacts,
  SettingFacts,
} from './facts.ts';
import { type Definitions, definitionsIn } from './follow-variables.ts';
import { hasWildcard, includedFiles, matchingFiles } from './includes.ts';

/** How the nginx files of a workspace bring in each other. */
export interface NginxTree {
  /** Lines of other files that bring in this one. */
  includersOf(path: string): readonly Includer[];
  /** Known files that a line of this file brings in; undefined for a file that is not among the known ones. */
  filesAt(path: string, pattern: string): readonly string[] | undefined;
  /** Variables that the file may use: its own, and those of all files that some nginx reads together with it. */
  definitionsAt(path: string): Definitions;
}

export interface Includer {
  readonly path: string;
  readonly include: IncludeFacts;
}

/** The blocks around a line of nginx, innermost first, through the files that include each other. */
export interface Route {
  readonly levels: readonly { readonly path: string; readonly level: LevelFacts }[];
  readonly server: { readonly path: string; readonly server: ServerFacts } | undefined;
  /** False when it ends in a fragment that no known file includes. */
  readonly complete: boolean;
}

export interface PlacedSetting {
  readonly path: string;
  readonly setting: SettingFacts;
}

export function nginxTree(files: ReadonlyMap<string, FileFacts>): NginxTree {
  const mains = new Map<string, string[]>();
  const together = new Map<string, readonly string[]>();
  const paths = [...files.keys()];
  for (const { path, nginx } of files.values()) {
    if (nginx?.kind !== 'main') continue;
    const all = includedFiles(files, path);
    together.set(path, all);
    for (const part of all) push(mains, part, path);
  }
  const asked = new Map<string, readonly string[] | undefined>();
  const filesAt = (path: string, pattern: string) => {
    const key = `${path}\0${pattern}`;
    if (!asked.has(key)) asked.set(key, lookUp(path, pattern));
    return asked.get(key);
  };
  const lookUp = (path: string, pattern: string) => {
    const bases = new Set((mains.get(path) ?? [path]).map(dirname));
    const found = [...bases].flatMap((base) => matchingFiles(paths, base, pattern));
    return found.length === 0 && !hasWildcard(pattern) ? undefined : [...new Set(found)];
  };
  const definitions = new Map<string, Definitions>();
  const includers = new Map<string, Includer[]>();
  for (const { path, nginx } of files.values())
    for (const include of nginx?.includes ?? [])
      for (const target of filesAt(path, include.pattern) ?? [])
        push(includers, target, { path, include });
  return {
    includersOf: (path) => includers.get(path) ?? [],
    filesAt,
    definitionsAt: (path) => {
      // Files of the same nginx share their list.
      const own = mains.get(path);
      const id = own === undefined ? path : `\0${own.join('\0')}`;
      const before = definitions.get(id);
      if (before !== undefined) return before;
      const related =
        own === undefined
          ? includedFiles(files, path)
          : [...new Set(own.flatMap((main) => together.get(main) ?? []))];
      const found = definitionsIn(files, related);
      definitions.set(id, found);
      return found;
    },
  };
}

/** Every way that leads from the outermost block to the line. */
export function routesTo(
  files: ReadonlyMap<string, FileFacts>,
  tree: NginxTree,
  path: string,
  { level, server }: Pick<PassFacts, 'level' | 'server'>,
): readonly Route[] {
  const found: Route[] = [];
  const waiting: (Route & { readonly at: string; readonly seen: readonly string[] })[] = [];
  const go = (
    from: Route,
    at: string,
    seen: readonly string[],
    inner: LevelFacts,
    index: number | undefined,
  ) => {
    const levels = [...from.levels];
    for (let one: LevelFacts | undefined = inner; one !== undefined; one = one.up)
      levels.push({ path: at, level: one });
    const own = index === undefined ? undefined : files.get(at)?.nginx?.servers[index];
    const placed = from.server ?? (own && { path: at, server: own });
    waiting.push({ levels, server: placed, complete: false, at, seen: [...seen, at] });
  };
  go({ levels: [], server: undefined, complete: false }, path, [], level, server);
  for (let route = waiting.pop(); route !== undefined; route = waiting.pop()) {
    const { at, seen, levels, server: of } = route;
    const above = tree.includersOf(at).filter((other) => !seen.includes(other.path));
    if (files.get(at)?.nginx?.kind === 'main' || above.length === 0)
      found.push({ levels, server: of, complete: files.get(at)?.nginx?.kind === 'main' });
    // More ways than these are no configuration any more.
    if (found.length + waiting.length > 50) continue;
    if (files.get(at)?.nginx?.kind !== 'main')
      for (const { path: outer, include } of above)
        go(route, outer, seen, include.level, include.server);
  }
  return found;
}

export interface Settings {
  readonly found: readonly PlacedSetting[];
  /** Includes at the same level whose files are not known: more may stand there. */
  readonly missing: readonly { readonly path: string; readonly pattern: string }[];
}

/**
 * The statements of one directive that count at the end of a route: those of the innermost level that has any. undefined
 * where a file that is not known may have some further inside or outside.
 */
export function settingsOn(
  files: ReadonlyMap<string, FileFacts>,
  tree: NginxTree,
  route: Route,
  name: string,
): Settings | undefined {
  for (const { path, level } of route.levels) {
    const settings = settingsIn(files, tree, path, level, name);
    if (settings.found.length + settings.missing.length > 0) return settings;
  }
  return route.complete ? { found: [], missing: [] } : undefined;
}

function settingsIn(
  files: ReadonlyMap<string, FileFacts>,
  tree: NginxTree,
  path: string,
  level: LevelFacts,
  name: string,
): Settings {
  const seen = new Set<string>();
  const found: PlacedSetting[] = [];
  const missing: Settings['missing'][number][] = [];
  const waiting = [{ path, level }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path: at } = next;
    // The order of lines and includes is left aside: what counts is said once, as a rule.
    for (const setting of next.level.settings)
      if (setting.name === name) found.push({ path: at, setting });
    for (const { pattern } of next.level.includes) {
      const inner = tree.filesAt(at, pattern);
      if (inner === undefined && mayHave(pattern, name)) missing.push({ path: at, pattern });
      for (const file of inner ?? []) {
        const top = files.get(file)?.nginx?.top;
        if (top === undefined || seen.has(file)) continue;
        seen.add(file);
        waiting.push({ path: file, level: top });
      }
    }
  }
  return { found, missing };
}

/** Every nginx brings along a `mime.types` and a `uwsgi_params`, and it is known what kind of lines they have. */
function mayHave(pattern: string, name: string): boolean {
  const file = basename(pattern);
  if (file === 'mime.types') return false;
  return file === 'uwsgi_params' ? name === 'uwsgi_param' : true;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
