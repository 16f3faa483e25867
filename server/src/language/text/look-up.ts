/** A table's own entry: a key that comes from a file may be `constructor`, which every object inherits. */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
