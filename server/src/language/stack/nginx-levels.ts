import type { ConfNode } from '../nginx-conf/conf.ts';
import type { NginxFile, NginxView } from '../rules/inputs.ts';
import { configurationOf } from './nginx-configuration.ts';
import { type IncludeLine, includeBases, includersOf, includeTargets } from './nginx-includers.ts';

/** A block that settings are inherited from: its statements with those of the files that it includes. */
export interface Level {
  readonly file: NginxFile;
  /** undefined for the top level of a file. */
  readonly block: ConfNode | undefined;
}

export interface LevelLine {
  readonly file: NginxFile;
  readonly node: ConfNode;
  /** The `include` in the level's own file that brings the line in. */
  readonly via: ConfNode | undefined;
}

export interface Levels {
  /**
   * Lines of a level by the name of their directive, in nginx's order. Under `include` are those whose files are not
   * known, so that anything may stand in them.
   */
  readonly linesAt: (level: Level) => ReadonlyMap<string, readonly LevelLine[]>;
  /** Those of one name. */
  readonly linesNamed: (level: Level, name: string) => readonly LevelLine[];
  /** The next level outwards; undefined at the outermost, and where several files include this one. */
  readonly outside: (level: Level) => Level | undefined;
}

/** Files that include each other so often in a row are not followed any further. */
const deepest = 50;

/** The levels of the configuration around a view. A view lives for one check or one request; so does what was read. */
export function levelsOf(view: NginxView): Levels {
  let levels = memo.get(view);
  if (levels === undefined) memo.set(view, (levels = readLevels(view)));
  return levels;
}

const memo = new WeakMap<NginxView, Levels>();

/** Most blocks are small and include nothing: looking through one is cheaper than an index of it. */
function fewLines({ file, block }: Level, name: string): readonly LevelLine[] | undefined {
  const nodes = block?.children ?? file.conf.nodes;
  if (nodes.length > 16 || nodes.some(({ kind }) => kind.name === 'include')) return undefined;
  let lines: LevelLine[] | undefined;
  for (const node of nodes)
    if (node.statement.name.value === name) (lines ??= []).push({ file, node, via: undefined });
  return lines ?? none;
}

const none: readonly LevelLine[] = [];

function readLevels(view: NginxView): Levels {
  const lines = new Map<ConfNode | NginxFile, ReadonlyMap<string, readonly LevelLine[]>>();
  const includers = new Map<string, readonly IncludeLine[]>();
  const bases = includeBases(view);
  let files: readonly NginxFile[] | undefined;

  const targets = new Map<string, readonly NginxFile[]>();
  const included = (pattern: string): readonly NginxFile[] => {
    let files = targets.get(pattern);
    if (files === undefined) {
      const paths = includeTargets(view, pattern, bases);
      targets.set(pattern, (files = paths.flatMap((path) => view.around.nginxFile(path) ?? [])));
    }
    return files;
  };

  const collect = (level: Level, above: ReadonlySet<string>) => {
    const found = new Map<string, LevelLine[]>();
    const add = (name: string, line: LevelLine) => {
      const list = found.get(name);
      if (list === undefined) found.set(name, [line]);
      else list.push(line);
    };
    for (const node of level.block?.children ?? level.file.conf.nodes) {
      const { name, args } = node.statement;
      if (name.value !== 'include') {
        add(name.value, { file: level.file, node, via: undefined });
        continue;
      }
      const files = included(args[0]?.value ?? '');
      if (files.length === 0) add('include', { file: level.file, node, via: undefined });
      for (const file of files) {
        if (above.has(file.path) || above.size > deepest) continue;
        const inner = linesAt({ file, block: undefined }, new Set([...above, file.path]));
        for (const [key, list] of inner) for (const line of list) add(key, { ...line, via: node });
      }
    }
    return found;
  };
  const linesAt = (level: Level, above: ReadonlySet<string>) => {
    const key = level.block ?? level.file;
    const known = lines.get(key);
    if (known !== undefined) return known;
    const found = collect(level, above);
    lines.set(key, found);
    return found;
  };

  /** The block that includes a file, where there is only one. */
  const including = (path: string): Level | undefined => {
    let above = includers.get(path);
    if (above === undefined) {
      files ??= configurationOf(view);
      includers.set(path, (above = includersOf(view, files, path)));
    }
    const [line, another] = above;
    if (line === undefined || another !== undefined || line.file.path === path) return undefined;
    return { file: line.file, block: line.node.parent };
  };
  /** The top level of a fragment is a part of the block that includes it. */
  const whole = (level: Level): Level => {
    let found = level;
    for (let steps = 0; found.block === undefined && steps < deepest; steps++) {
      const above = including(found.file.path);
      if (above === undefined) break;
      found = above;
    }
    return found;
  };

  const allLinesAt: Levels['linesAt'] = (level) => linesAt(level, new Set([level.file.path]));
  return {
    linesAt: allLinesAt,
    linesNamed: (level, name) => fewLines(level, name) ?? allLinesAt(level).get(name) ?? [],
    outside: ({ file, block }) => {
      if (block !== undefined) return whole({ file, block: block.parent });
      const above = including(file.path);
      return above && whole(above);
    },
  };
}
