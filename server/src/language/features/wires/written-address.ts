import type { Around } from '../../rules/inputs.ts';
import type { Span } from '../../text/span.ts';
import { placeholderDefinition } from '../../uwsgi/lookup.ts';
import { placeholdersIn } from '../../uwsgi/placeholder-places.ts';
import type { Place } from '../feature.ts';

/** The parts of an address where they are really written: a port may stand in the value of a variable. */
export interface WrittenAddress {
  readonly kind: 'tcp' | 'unix';
  /** As the programs read it, without a scheme and what follows an address: `127.0.0.1:3030`, `/run/a.sock`. */
  readonly text: string;
  readonly host: WrittenPart | undefined;
  readonly port: WrittenPart | undefined;
  /** Of a unix socket, without `unix:`. */
  readonly socketPath: WrittenPart | undefined;
  /** Of the whole address, `unix:` included; undefined where it is put together from several places. */
  readonly whole: WrittenPart | undefined;
  readonly language: 'nginx' | 'uwsgi';
}

export interface WrittenPart extends Place {
  readonly text: string;
}

/** undefined where the text is no address, or comes from what only the running program knows. */
export function writtenAddress(around: Around, { path, span }: Place): WrittenAddress | undefined {
  const nginx = around.nginxFile(path);
  if (nginx !== undefined) return readAddress([{ path, ...pieceOf(nginx.text, span) }], 'nginx');
  const uwsgi = around.uwsgiFile(path);
  return uwsgi && readAddress(expand(around, path, uwsgi.text, span, 0), 'uwsgi');
}

/** A piece of a value, with the place that it comes from. */
interface Piece {
  readonly path: string;
  readonly start: number;
  readonly text: string;
}

function pieceOf(text: string, { start, end }: Span): Pick<Piece, 'start' | 'text'> {
  const quoted = /^["']/.test(text[start] ?? '');
  const from = quoted ? start + 1 : start;
  return { start: from, text: text.slice(from, quoted ? end - 1 : end) };
}

const deepest = 5;

/** Each placeholder gives way to the text of the line that sets it. */
function expand(
  around: Around,
  path: string,
  text: string,
  within: Span,
  depth: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = within.start;
  const literal = (end: number) => {
    if (end > at) pieces.push({ path, start: at, text: text.slice(at, end) });
  };
  for (const { sign, span, tokens } of placeholdersIn(text, within)) {
    const [name, more] = tokens;
    if (sign !== '%' || span.start < at || name?.kind !== 'name' || more !== undefined) continue;
    literal(span.start);
    at = span.end;
    const set = depth < deepest ? definitionOf(around, path, name.text) : undefined;
    if (set === undefined) pieces.push({ path, start: span.start, text: '\0' });
    else pieces.push(...expand(around, set.path, set.text, set.span, depth + 1));
  }
  literal(within.end);
  return pieces;
}

/** The value of a variable, in any of the configurations that read the file. */
function definitionOf(
  around: Around,
  path: string,
  name: string,
): (Place & { readonly text: string }) | undefined {
  const roots = [path, ...(around.graph.parts.get(path) ?? [])];
  for (const root of roots) {
    const config = around.effective(root);
    const entry = config && placeholderDefinition(config, name);
    const file = entry && around.uwsgiFile(entry.path);
    if (entry === undefined || file === undefined) continue;
    // `resolve = name=host`: only the machine knows the address.
    if (entry.line.key === 'resolve') return undefined;
    const { start, end } = entry.valueSpan;
    // `set = name=value`
    const inner = entry.line.key === name ? start : file.text.indexOf('=', start) + 1;
    return { path: entry.path, text: file.text, span: { start: Math.min(inner, end), end } };
  }
  return undefined;
}

const forms = {
  nginx: /^(?:\w+:\/\/)?(?:(unix:)([^:\s{}]+)|(\[[^\]\s]*\]|[^:/\s[\]]*)(?::(\d+))?(?=\/|$))/d,
  uwsgi: /^(?:()([^:\s=@[][^:\s]*)|(\[[^\]\s]*\]|[^:/\s[\]]*):(\d+))$/d,
};

function readAddress(
  pieces: readonly Piece[],
  language: WrittenAddress['language'],
): WrittenAddress | undefined {
  const text = pieces.map((piece) => piece.text).join('');
  const match = forms[language].exec(text);
  if (match?.indices === undefined || text.includes('\0')) return undefined;
  const { indices } = match;
  const part = (range: readonly [number, number] | undefined) => range && partAt(pieces, range);
  const [unix, host, port] = [indices[2], indices[3], indices[4]];
  const kind = unix === undefined ? 'tcp' : 'unix';
  const [first, last] = kind === 'unix' ? [indices[1], unix] : [host, port ?? host];
  if (first === undefined || last === undefined) return undefined;
  return {
    ...{ kind, language, host: part(host), port: part(port), socketPath: part(unix) },
    text: text.slice(kind === 'unix' ? (unix?.[0] ?? 0) : first[0], last[1]),
    whole: part([first[0], last[1]]),
  };
}

/** Where characters of the joined text stand; undefined when they come from more than one piece. */
function partAt(
  pieces: readonly Piece[],
  [from, to]: readonly [number, number],
): WrittenPart | undefined {
  let begin = 0;
  for (const { path, start, text } of pieces) {
    const end = begin + text.length;
    if (from >= begin && to <= end)
      return {
        path,
        span: { start: start + from - begin, end: start + to - begin },
        text: text.slice(from - begin, to - begin),
      };
    begin = end;
  }
  return undefined;
}
