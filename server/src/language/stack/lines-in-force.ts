import type { ConfNode } from '../nginx-conf/conf.ts';
import type { NginxView } from '../rules/inputs.ts';
import { type Level, type LevelLine, levelsOf } from './nginx-levels.ts';

/** Where nginx takes a setting from, for one block. */
export interface InForce {
  /** All lines of the nearest level that has any, in nginx's order; none where nothing is set. */
  readonly lines: readonly LevelLine[];
  /** The level that has them. */
  readonly level: Level | undefined;
  /** Includes on the way whose files are not known: they may set it, too. */
  readonly hidden: readonly LevelLine[];
  /** Whether the way ended at a main file's top or at `lines`, so that no other level can matter. */
  readonly complete: boolean;
}

/** Lines of the nearest level around a block, its own first, that has any of the names. */
export function linesInForce(
  view: NginxView,
  block: ConfNode | undefined,
  names: readonly string[],
): InForce {
  return search(view, { file: view, block }, names);
}

/** The same, beginning with the level around the block. */
export function linesAround(
  view: NginxView,
  block: ConfNode | undefined,
  names: readonly string[],
): InForce {
  const outside = levelsOf(view).outside({ file: view, block });
  return outside === undefined
    ? { lines: [], level: undefined, hidden: [], complete: isTop(view, { file: view, block }) }
    : search(view, outside, names);
}

/** Files that include each other have no end. */
const deepest = 100;

function search(view: NginxView, start: Level, names: readonly string[]): InForce {
  const levels = levelsOf(view);
  const hidden: LevelLine[] = [];
  let level = start;
  for (let steps = 0; steps < deepest; steps++) {
    hidden.push(...levels.linesNamed(level, 'include'));
    const lines = names.flatMap((name) => levels.linesNamed(level, name));
    if (lines.length > 0) return { lines, level, hidden, complete: true };
    const outside = levels.outside(level);
    if (outside === undefined)
      return { lines, level: undefined, hidden, complete: isTop(view, level) };
    level = outside;
  }
  return { lines: [], level: undefined, hidden, complete: false };
}

function isTop(view: NginxView, { file, block }: Level): boolean {
  return block === undefined && file.conf.kind === 'main' && view.conf.rawBody === undefined;
}
