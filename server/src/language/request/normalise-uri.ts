/** The path that nginx compares with locations, and the query; undefined for a target that it answers with 400. */
export interface NormalisedUri {
  readonly uri: string;
  readonly args: string;
}

/**
 * Reads the target of a request line as nginx does (`ngx_http_parse_complex_uri`): `%XX` is decoded once, `.` and `..`
 * are resolved, also when they were encoded, slashes are merged unless `merge_slashes` is off. Byte string in and out.
 */
export function normaliseUri(target: string, mergeSlashes: boolean): NormalisedUri | undefined {
  if (!target.startsWith('/')) return undefined;
  if (/[\0-\x20\x7f]/.test(target)) return undefined;
  const hash = target.indexOf('#');
  const sent = hash === -1 ? target : target.slice(0, hash);
  const question = sent.indexOf('?');
  const path = question === -1 ? sent : sent.slice(0, question);
  const args = question === -1 ? '' : sent.slice(question + 1);
  const characters = decode(path);
  if (characters === undefined) return undefined;
  const uri = resolveDots(characters, mergeSlashes);
  return uri === undefined ? undefined : { uri, args };
}

interface Character {
  readonly byte: string;
  /** Came from `%3F`, `%23` or `%25`: has no further meaning. */
  readonly plain: boolean;
}

function decode(path: string): readonly Character[] | undefined {
  const characters: Character[] = [];
  for (let at = 0; at < path.length; at++) {
    const byte = path.charAt(at);
    if (byte !== '%') {
      characters.push({ byte, plain: false });
      continue;
    }
    const hex = /^[\da-f]{2}/i.exec(path.slice(at + 1, at + 3))?.[0];
    if (hex === undefined) return undefined;
    const decoded = String.fromCharCode(Number.parseInt(hex, 16));
    if (decoded === '\0') return undefined;
    characters.push({ byte: decoded, plain: /[%#?]/.test(decoded) });
    at += 2;
  }
  return characters;
}

/** Segment by segment; a `.` or `..` counts only when it is all that stands between two slashes. */
function resolveDots(characters: readonly Character[], mergeSlashes: boolean): string | undefined {
  let out = '';
  let state: 'usual' | 'slash' | 'dot' | 'dots' = 'usual';
  for (const { byte, plain } of characters) {
    if (byte === '/' && !plain) {
      if (state === 'dot') out = out.slice(0, -1);
      else if (state === 'dots') {
        const parent = upwards(out);
        if (parent === undefined) return undefined;
        out = parent;
      } else if (state !== 'slash' || !mergeSlashes) out += byte;
      state = 'slash';
    } else if (byte === '.' && !plain && (state === 'slash' || state === 'dot')) {
      out += byte;
      state = state === 'slash' ? 'dot' : 'dots';
    } else {
      out += byte;
      state = 'usual';
    }
  }
  if (state === 'dot') return out.slice(0, -1);
  return state === 'dots' ? upwards(out) : out;
}

/** `/a/..` → `/`; undefined above the root. */
function upwards(out: string): string | undefined {
  const parent = out.slice(0, -3);
  const slash = parent.lastIndexOf('/');
  return slash === -1 ? undefined : parent.slice(0, slash + 1);
}
