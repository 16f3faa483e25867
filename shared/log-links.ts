/** What a part of a line leads to, for a click: a place in a file, or a page. */
export type LogTarget =
  | { readonly kind: 'place'; readonly path: string; readonly line: number }
  | { readonly kind: 'page'; readonly url: string };

/** [start, end, target] in the line's plain text. */
export type LogLink = readonly [number, number, LogTarget];

/**
 * Links of one line of a log, wherever it is shown: in a terminal and in the log panel. Line numbers from 0. `folder` is
 * where the program runs, which relative paths count from.
 */
export function logLinks(text: string, folder?: string): readonly LogLink[] {
  // Nearly every line is without one: look for the cheap signs first.
  if (!text.includes('/') && !text.includes('File "')) return [];
  const links: LogLink[] = [];
  for (const pattern of places) {
    for (const match of text.matchAll(pattern)) {
      const [whole, path, line] = match;
      if (path === undefined || line === undefined) continue;
      const target = { kind: 'place', path, line: lineOf(line) } as const;
      links.push([match.index, match.index + whole.length, target]);
    }
  }
  if (folder !== undefined)
    for (const { index, 0: whole, 1: path = '', 2: line } of text.matchAll(relativePlace)) {
      const target = { path: `${folder}/${path}`, line: lineOf(line) };
      links.push([index, index + whole.length, { kind: 'place', ...target }]);
    }
  for (const { index, 0: whole } of text.matchAll(pages)) {
    const url = withoutFullStop(whole);
    links.push([index, index + url.length, { kind: 'page', url }]);
  }
  return links.sort((a, b) => a[0] - b[0]);
}

const places = [
  // Python: File "/srv/app.py", line 12
  /File "(\/[^"]+)", line (\d+)/g,
  // nginx: [emerg] … in /srv/nginx.conf:12. A path begins where no character of one goes before it, else a visitor's
  // line of slashes would be looked through from each of them.
  /(?<![\w.@%+/:-])(\/[\w.@%+/-]+):(\d+)\b/g,
];

/** An app that the configuration names by a relative path. */
const relativePlace = /File "([^"/<][^"]*)", line (\d+)/g;

const pages = /\bhttps?:\/\/[^\s"'<>`|]+/g;

/** From 0; a number that no file has becomes the last that an editor takes. */
function lineOf(number: string | undefined): number {
  return Math.min(Math.max(1, Number(number ?? 1)), 2 ** 31 - 1) - 1;
}

/** What closes a sentence or a bracket around a URL is no part of it. */
function withoutFullStop(url: string): string {
  let end = url.length;
  while (end > 0 && `.,;:)]}'"`.includes(url[end - 1] ?? '')) end--;
  return url.slice(0, end);
}
