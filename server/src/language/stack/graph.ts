export interface StackGraph {
  readonly todo: never;
}
