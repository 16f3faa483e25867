/**
 * What Node.js 20, the oldest that the command line runs on, lacks of the language. The editor brings a newer one.
 * Imported first, before anything can call it.
 */
const map: { groupBy?: typeof Map.groupBy } = Map;
map.groupBy ??= <K, V>(items: Iterable<V>, keyOf: (item: V, index: number) => K): Map<K, V[]> => {
  const groups = new Map<K, V[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

const promise: { withResolvers?: typeof Promise.withResolvers } = Promise;
promise.withResolvers ??= <T>(): PromiseWithResolvers<T> => {
  let resolve: PromiseWithResolvers<T>['resolve'] = () => undefined;
  let reject: PromiseWithResolvers<T>['reject'] = () => undefined;
  const made = new Promise<T>((one, other) => {
    resolve = one;
    reject = other;
  });
  return { promise: made, resolve, reject };
};
