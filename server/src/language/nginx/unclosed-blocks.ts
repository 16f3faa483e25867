import type { Word } from './tree.ts';

export interface BlockPlace {
  readonly name: Word;
  readonly open: number;
  readonly close: number | undefined;
}

/**
 * The blocks whose own `}` is missing. A block that is still open at the end of the file is often not the one: every `}`
 * ends the innermost block, so that a missing brace shifts the blame outwards. The indentation tells: where the brace that
 * ended a block stands further left than the block's own line, it was meant for a block around.
 */
export function unclosedCulprits(
  text: string,
  unclosed: readonly BlockPlace[],
  closed: readonly BlockPlace[],
): readonly BlockPlace[] {
  if (unclosed.length === 0) return [];
  const shifted = closed.filter((block) => isShifted(text, block));
  const culprits = shifted.sort((a, b) => a.open - b.open).slice(0, unclosed.length);
  // Each brace that was borrowed leaves the outermost open block without its own; `unclosed` begins with the innermost.
  return [...culprits, ...unclosed.slice(0, unclosed.length - culprits.length)];
}

function isShifted(text: string, { name, close }: BlockPlace): boolean {
  if (close === undefined) return false;
  const opened = indentation(text, name.span.start);
  const ended = indentation(text, close);
  return opened !== undefined && ended !== undefined && ended < opened;
}

/** Blanks before an offset; undefined when something else stands before it in its line. */
function indentation(text: string, offset: number): number | undefined {
  let at = offset;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at === 0 || text[at - 1] === '\n' ? offset - at : undefined;
}
