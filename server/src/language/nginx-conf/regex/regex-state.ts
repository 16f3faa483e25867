/** What has been read so far. */
export interface RegexState {
  readonly pattern: string;
  at: number;
  problem: string | undefined;
  /** Set by what this reader doesn't follow, e.g. `(?x)`: then nothing is said. */
  unsure: boolean;
  /** Whether a quantifier may stand here. */
  repeatable: boolean;
  groups: number;
  readonly names: string[];
  /** Groups and names that the pattern refers to. */
  highestReference: number;
  readonly namesUsed: Set<string>;
  /** The groups that are open, innermost last; whether each is a look behind. */
  readonly open: { readonly behind: boolean }[];
}

export function newState(pattern: string): RegexState {
  return {
    pattern,
    at: 0,
    problem: undefined,
    unsure: false,
    repeatable: false,
    groups: 0,
    names: [],
    highestReference: 0,
    namesUsed: new Set(),
    open: [],
  };
}
