/** Something to be let go of. VS Code's `Disposable` is a class; a plain object need not pretend to be one. */
export interface Lifetime {
  dispose(): void;
}
