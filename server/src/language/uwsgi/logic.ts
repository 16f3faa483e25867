import type { Opener } from './effective.ts';

/** The block that is open: lines go through it until an `endif`, `endfor` or `end`. */
export interface Logic {
  readonly opener: Opener;
  /** `for`, `if-opt`, … */
  readonly option: string;
  readonly argument: string;
  /** Whether the argument is known before the program runs. */
  readonly known: boolean;
  /** It has been reported that not all turns are looked at. */
  tooMuch?: boolean;
}

/** What becomes of one line in a block: it is there once for each turn, with `%(_)` replaced. */
export interface Turns {
  readonly turns: Iterable<Turn>;
  /** Not decided by the files: each turn may be there or not. */
  readonly conditional: boolean;
}

export interface Turn {
  /** What `%(_)` means; undefined where uWSGI leaves it as it is. */
  readonly context: string | undefined;
  readonly known: boolean;
}

/** The first option of a name among those that were read before. */
export type Above = (key: string) => AboveEntry | undefined;

export interface AboveEntry {
  /** As read: conditions are decided before any placeholder is replaced. */
  readonly value: string;
  readonly known: boolean;
  readonly conditional: boolean;
}

/** core/config.c, uwsgi_logic_opt_*: a line of the block goes through it by itself. */
export function turnsOf(logic: Logic, above: Above): Turns {
  const { option, argument, known } = logic;
  const unknown: Turn = { context: undefined, known: false };
  if (!known) return { turns: [unknown], conditional: true };
  switch (option) {
    case 'for':
      return { turns: words(argument), conditional: false };
    case 'for-times':
      return { turns: numbers(argument), conditional: false };
    case 'if-opt':
    case 'if-not-opt':
      return byOption(argument, option === 'if-opt', above);
    case 'for-glob':
    case 'for-readline':
    case 'if-env':
    case 'ifenv':
    case 'if-not-env':
      return { turns: [unknown], conditional: true };
    // These two know no `%(_)`.
    case 'if-reload':
    case 'if-not-reload':
      return { turns: [{ context: undefined, known: true }], conditional: true };
    // The machine decides, but the context is the argument itself.
    default:
      return { turns: [{ context: argument, known: true }], conditional: true };
  }
}

function* words(argument: string): Iterable<Turn> {
  for (const word of argument.split(' ')) if (word !== '') yield { context: word, known: true };
}

function* numbers(argument: string): Iterable<Turn> {
  const count = Number(/^[ \t]*\+?(\d{1,10})/.exec(argument)?.[1] ?? 0);
  for (let number = 1; number <= count; number += 1) yield { context: `${number}`, known: true };
}

/**
 * `name` or `name=value`. A name that is not above may still come from the command line or the environment, so that
 * only an option that is there decides.
 */
function byOption(argument: string, wanted: boolean, above: Above): Turns {
  const equals = argument.indexOf('=');
  const name = equals === -1 ? argument : argument.slice(0, equals);
  const found = above(name);
  if (found === undefined || found.conditional || (equals !== -1 && !found.known)) {
    // Without the option, `if-not-opt` leaves `%(_)` as it is.
    const turn = { context: wanted ? found?.value : undefined, known: !wanted };
    return { turns: [turn], conditional: true };
  }
  const same = equals === -1 || argument.slice(equals + 1) === found.value;
  const turns = same === wanted ? [{ context: found.value, known: found.known }] : [];
  return { turns, conditional: false };
}
