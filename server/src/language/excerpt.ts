import type { IniTree } from './ini/tree.ts';
import type { ConfNode, NginxConf } from './nginx-conf/conf.ts';
import type { Edit } from './text/edit.ts';
import { type Span, span } from './text/span.ts';

/**
 * As much of a file as a changed place can be judged by. It is short whatever the length of the file, so that it can be
 * read anew for each letter.
 */
export interface Excerpt {
  readonly text: string;
  /** The stretch of the file, as it stands now, of which the excerpt tells everything; with the end of the file, if that is in it. */
  readonly region: Span;
  /** From the excerpt to the file. */
  readonly toFile: (place: Span) => Span;
}

/** In characters: with a longer one a letter would take as long as with the file. */
const longest = 32_768;

/**
 * An nginx file without the `server` blocks beside the changed one. What applies to that block, and stands around it,
 * is all there. `conf` and `edit` say what the file was and what has changed since, `text` is the file now; undefined
 * when too much of it is left.
 */
export function nginxExcerpt(
  { nodes }: Pick<NginxConf, 'nodes'>,
  edit: Edit,
  text: string,
): Excerpt | undefined {
  const left: Span[] = [];
  let level: readonly ConfNode[] = nodes;
  for (let inside: ConfNode | undefined, first = true; first || inside; first = false) {
    inside = undefined;
    // A word without its `;` takes the next statement in, so that one stays.
    let next = true;
    for (const node of level) {
      const { span: place, end, name } = node.statement;
      if (place.start > edit.before && next) next = false;
      else if (end.kind !== 'block') continue;
      else if (surrounds(node, edit)) inside = node;
      else if (name.value === 'server' && (place.end < edit.start || place.start > edit.before))
        left.push(place);
    }
    level = inside?.children ?? [];
  }
  const by = edit.after - edit.before;
  const gaps = left
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => (end < edit.start ? span(start, end) : span(start + by, end + by)));
  return cut(text, gaps, edit);
}

/** Whether all that has changed stands between the braces of a block. */
export function surrounds({ statement: { end } }: ConfNode, edit: Edit): boolean {
  return end.kind === 'block' && end.open < edit.start && edit.before <= (end.close ?? -1);
}

/**
 * The lines of an ini file that have changed, under their section's header and with the comment before them; undefined
 * when they are no part of `[uwsgi]`, the one section that is read whoever asks.
 */
export function uwsgiExcerpt(
  { lines }: Pick<IniTree, 'lines'>,
  edit: Edit,
  text: string,
): Excerpt | undefined {
  const touches = ({ span: place }: { readonly span: Span }) =>
    place.end >= edit.start && place.start <= edit.before;
  const first = lines.findIndex(touches);
  const last = lines.findLastIndex(touches);
  const header = lines.slice(0, first).findLast(({ kind }) => kind === 'section');
  const begin = lines[first - 1]?.kind === 'comment' ? lines[first - 1] : lines[first];
  // A `%` at the end of a line would join the next one.
  const end = lines[last + 1] ?? lines[last];
  if (header?.kind !== 'section' || header.name !== 'uwsgi' || !begin || !end) return undefined;
  const by = edit.after - edit.before;
  return cut(
    text,
    [
      span(0, header.span.start),
      span(header.span.end, begin.span.start),
      span(end.span.end + by, text.length),
    ],
    edit,
  );
}

/** The text without some stretches of it, which stand in order. */
function cut(text: string, gaps: readonly Span[], edit: Edit): Excerpt | undefined {
  /** What is left, and where it begins in the excerpt. */
  const pieces: { readonly at: number; readonly from: Span }[] = [];
  const texts: string[] = [];
  let at = 0;
  let start = 0;
  for (const gap of [...gaps, span(text.length, text.length)]) {
    const piece = text.slice(start, gap.start);
    const isChanged = start <= edit.start && edit.after <= gap.start;
    // Between thousands of blocks that are left out stand as many line breaks.
    if (isChanged || piece.trim() !== '') {
      pieces.push({ at, from: span(start, gap.start) });
      texts.push(piece);
      at += piece.length;
      if (at > longest) return undefined;
    }
    start = gap.end;
  }
  const region = pieces.find(({ from }) => from.start <= edit.start && edit.after <= from.end);
  if (region === undefined) return undefined;
  const offset = (place: number) => {
    const piece = pieces.findLast((one) => one.at <= place) ?? region;
    return place - piece.at + piece.from.start;
  };
  return {
    text: texts.join(''),
    region: span(region.from.start, region.from.end + (region.from.end === text.length ? 1 : 0)),
    // An end belongs to the piece that it ends, not to the one that begins there.
    toFile: (place) =>
      span(
        offset(place.start),
        place.end > place.start ? offset(place.end - 1) + 1 : offset(place.start),
      ),
  };
}
