/**
 * The text that an editor puts in for a snippet of which nobody types over anything: stops become their defaults, choices
 * their first, a stop without a default what another of the same number has. Syntax: VS Code's, without transforms and
 * variables, which no snippet here uses.
 */
export function expandSnippet(body: readonly string[]): string {
  const source = body.join('\n');
  const defaults = new Map<string, string>();
  const [pieces] = read(source, 0, '');
  collect(pieces, defaults);
  return show(pieces, defaults);
}

type Piece = string | { readonly stop: string; readonly inner: readonly Piece[] };

/** Pieces up to one of the characters in `until`, and where they end. */
function read(source: string, start: number, until: string): [readonly Piece[], number] {
  const pieces: Piece[] = [];
  let at = start;
  while (at < source.length) {
    const rest = source.slice(at);
    const escaped = /^\\([$}\\,|])/.exec(rest)?.[1];
    const bare = /^\$(?:(\d+)|\{(\d+)\})/.exec(rest);
    const choice = /^\$\{(\d+)\|((?:\\.|[^\\|,])*)(?:,(?:\\.|[^\\|])*)?\|\}/.exec(rest);
    const open = /^\$\{(\d+):/.exec(rest);
    if (escaped !== undefined) {
      pieces.push(escaped);
      at += 2;
    } else if (bare) {
      pieces.push({ stop: bare[1] ?? bare[2] ?? '', inner: [] });
      at += bare[0].length;
    } else if (choice) {
      const [inner] = read(choice[2] ?? '', 0, '');
      pieces.push({ stop: choice[1] ?? '', inner });
      at += choice[0].length;
    } else if (open) {
      const [inner, end] = read(source, at + open[0].length, '}');
      pieces.push({ stop: open[1] ?? '', inner });
      at = end + 1;
    } else if (until !== '' && source.charAt(at) === until) return [pieces, at];
    else {
      pieces.push(source.charAt(at));
      at += 1;
    }
  }
  return [pieces, at];
}

function collect(pieces: readonly Piece[], defaults: Map<string, string>): void {
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    collect(piece.inner, defaults);
    if (piece.inner.length > 0 && !defaults.has(piece.stop))
      defaults.set(piece.stop, show(piece.inner, defaults));
  }
}

function show(pieces: readonly Piece[], defaults: ReadonlyMap<string, string>): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : (defaults.get(piece.stop) ?? '')))
    .join('');
}
