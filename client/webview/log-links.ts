/** Places in files that a line of a log names, for a click: [start, end, target] in the line's plain text. */
export type LogLink = readonly [number, number, { readonly path: string; readonly line: number }];

export function logLinks(text: string): readonly LogLink[] {
  // Nearly every line is without one: look for the cheap sign first.
  if (!text.includes('/')) return [];
  const links: LogLink[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [whole, path, line] = match;
      if (path === undefined || line === undefined) continue;
      links.push([match.index, match.index + whole.length, { path, line: Number(line) - 1 }]);
    }
  }
  return links.sort((a, b) => a[0] - b[0]);
}

const patterns = [
  // Python: File "/srv/app.py", line 12
  /File "(\/[^"]+)", line (\d+)/g,
  // nginx: [emerg] … in /srv/nginx.conf:12
  /(?<![\w:/])(\/[\w.@%+/-]+):(\d+)\b/g,
];
