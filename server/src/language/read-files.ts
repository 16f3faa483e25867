import type { ConfNode, NginxConf } from './nginx-conf/conf.ts';
import type { NginxContext } from './nginx-conf/directives.ts';
import { readConf } from './nginx-conf/read-conf.ts';
import { nodesNamed } from './nginx-conf/walk.ts';
import { type ReadFile, readFile, type SourceFile } from './read-file.ts';
import type { NginxFile } from './rules/inputs.ts';
import { matchingFiles } from './stack/includes.ts';
import { dirname } from './text/path.ts';

/** Reads files, each by itself but for one thing: a part of an nginx configuration stands where others include it. */
export interface FileReader {
  /** All files as they stand now; to be told before they are read. */
  readonly enter: (files: ReadonlyMap<string, SourceFile>) => void;
  /** The same object as before while neither the file nor its place has changed. */
  readonly read: (file: SourceFile) => ReadFile;
  readonly forget: (path: string) => void;
}

export function createFileReader(isSame: (a: SourceFile, b: SourceFile) => boolean): FileReader {
  const alone = new Map<string, { readonly file: SourceFile; readonly value: ReadFile }>();
  const placed = new WeakMap<ReadFile, { readonly contexts: string; readonly value: ReadFile }>();
  const included = new WeakMap<ReadFile, ReadFile>();
  let last: Placement = { readings: [], contexts: new Map() };

  const readAlone = (file: SourceFile): ReadFile => {
    const known = alone.get(file.path);
    if (known !== undefined && isSame(known.file, file)) return known.value;
    const value = readFile(file);
    alone.set(file.path, { file, value });
    return value;
  };
  /** A file that says nothing of itself is nginx's where nginx includes it. */
  const readAsPart = (file: SourceFile): ReadFile => {
    const own = readAlone(file);
    if (file.kind !== 'unclear') return own;
    const value = included.get(own) ?? readFile({ ...file, kind: 'nginx' });
    included.set(own, value);
    return value;
  };
  const readAt = (file: SourceFile, contexts: ReadonlySet<NginxContext> | undefined): ReadFile => {
    const own = contexts === undefined ? readAlone(file) : readAsPart(file);
    const { nginx } = own;
    if (contexts === undefined || nginx?.conf.kind !== 'fragment') return own;
    // Whoever started us may know better.
    if (file.contexts !== undefined && file.contexts.length > 0) return own;
    const key = [...contexts].sort().join();
    const known = placed.get(own);
    if (known?.contexts === key) return known.value;
    const conf = readConf(nginx.tree, { topContexts: [...contexts] });
    const value: ReadFile = { nginx: { ...nginx, conf }, uwsgi: undefined };
    placed.set(own, { contexts: key, value });
    return value;
  };
  return {
    enter(files) {
      const readings = [...files.values()].map(readAlone);
      if (
        last.readings.length === readings.length &&
        readings.every((reading, at) => reading === last.readings[at])
      )
        return;
      const contexts = findContexts(files, (file, given) => readAt(file, given).nginx);
      last = { readings, contexts };
    },
    read: (file) => readAt(file, last.contexts.get(file.path)),
    forget: (path) => alone.delete(path),
  };
}

interface Placement {
  readonly readings: readonly ReadFile[];
  readonly contexts: Contexts;
}

type Contexts = ReadonlyMap<string, ReadonlySet<NginxContext>>;

/** Contexts of the lines that include each file, followed from every main file on. */
function findContexts(
  files: ReadonlyMap<string, SourceFile>,
  read: (
    file: SourceFile,
    contexts: ReadonlySet<NginxContext> | undefined,
  ) => NginxFile | undefined,
): Contexts {
  const paths = [...files.values()]
    .filter(({ kind }) => kind !== 'uwsgi-ini')
    .map(({ path }) => path);
  const found = new Map<string, Set<NginxContext>>();
  for (const main of paths) {
    const file = files.get(main);
    if (file === undefined || read(file, undefined)?.conf.kind !== 'main') continue;
    const waiting = [main];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const source = files.get(path);
      const conf = source && read(source, found.get(path))?.conf;
      for (const { statement, contexts } of conf === undefined ? [] : includesIn(conf))
        for (const target of matchingFiles(paths, dirname(main), statement.args[0]?.value ?? '')) {
          const known = found.get(target) ?? new Set();
          found.set(target, known);
          const before = known.size;
          for (const context of contexts) known.add(context);
          // Each round adds a context, so that even files that include each other come to an end.
          if (known.size > before && target !== path) waiting.push(target);
        }
    }
  }
  return found;
}

function includesIn(conf: NginxConf): readonly ConfNode[] {
  return nodesNamed(conf, 'include').filter(
    ({ statement, contexts }) => statement.args.length === 1 && contexts.length > 0,
  );
}
