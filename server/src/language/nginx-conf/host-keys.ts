/** What became of a name: taken, `wildcard` when its `*` or its dots are in a wrong place, `conflict` when it is there already. */
export type HostKeyResult = 'ok' | 'wildcard' | 'conflict';

/** A set of names in which nginx looks for hosts, with the conflicts of `ngx_hash_add_key`. Case counts for nothing. */
export interface HostKeys {
  /** With `wildcards`, `*.a.b`, `.a.b` and `a.b.*` have their meaning; else every text is itself. */
  add(name: string, wildcards: boolean): HostKeyResult;
}

export function createHostKeys(): HostKeys {
  const exact = new Set<string>();
  const heads = new Set<string>();
  const tails = new Set<string>();
  return {
    add(name, wildcards) {
      const key = name.toLowerCase();
      if (!wildcards) return addTo(exact, key);
      const stars = key.split('*').length - 1;
      if (stars > 1 || key.includes('..') || key.includes('\0')) return 'wildcard';
      if (key.length > 1 && key.startsWith('.')) {
        // It stands for the bare name, too.
        const bare = key.slice(1);
        return addTo(exact, bare) === 'conflict' ? 'conflict' : addTo(heads, bare);
      }
      if (key.length > 2 && key.startsWith('*.')) return addTo(heads, key.slice(2));
      if (key.length > 2 && key.endsWith('.*')) return addTo(tails, key.slice(0, -2));
      return stars > 0 ? 'wildcard' : addTo(exact, key);
    },
  };
}

function addTo(set: Set<string>, key: string): HostKeyResult {
  if (set.has(key)) return 'conflict';
  set.add(key);
  return 'ok';
}
