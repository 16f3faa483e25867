import { pairLength, percentPair } from '../../ini/percent.ts';
import type { EntryLine } from '../../ini/tree.ts';
import { span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { UwsgiFile } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import { replace } from './entry-text.ts';

export const percentSign = defineRule({
  id: 'uwsgi/percent-sign',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A % that uWSGI replaces or removes.',
    why: 'Before anything else uWSGI replaces % and the character behind it: %d is the folder of the file, %s its name, and a pair that means nothing vanishes, so that `50% x` becomes `50x` and a time format loses most of itself.',
    fix: 'Write %% for a percent sign.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#magic-variables',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      const { line } = entry;
      if (entry.origin !== 'line') continue;
      const raw = file.text.slice(line.keySpan.start, line.valueSpan.end);
      if (!raw.includes('%') || hasTemplateMark(line.key + line.value)) continue;
      const meant = literalPercent(entry);
      const pairs = singlePairs(file, line).filter(
        ({ kind, text }) => kind === 'vanishes' || meant?.test(text) === true,
      );
      const [first] = pairs;
      if (first === undefined) continue;
      const edits = pairs.map(({ start }) => ({
        path: file.path,
        span: span(start, start + 1),
        newText: '%%',
      }));
      const title = pairs.length === 1 ? 'Write %%' : 'Write %% for each of them';
      const others = pairs.length > 1 ? ` (${pairs.length} in this line)` : '';
      report({
        span: span(first.start, first.start + first.text.length),
        ...(meant && { level: 'error' }),
        message:
          first.kind === 'vanishes'
            ? `uWSGI removes "${first.text}"${others}: write %% for a percent sign`
            : `uWSGI puts ${magicMeaning(first.text)} in the place of "${first.text}"${others}: write %% for a percent sign`,
        fixes: [{ title, edits, preferred: true }],
      });
    }
    checkHeaders(file, report);
  },
});

interface Pair {
  readonly start: number;
  readonly text: string;
  readonly kind: 'magic' | 'vanishes';
}

/** Pairs of a line that are no `%%` and no `%(`; the one at a line's end is the business of uwsgi/syntax. */
function singlePairs({ text }: UwsgiFile, { keySpan, valueSpan }: EntryLine): Pair[] {
  const pairs: Pair[] = [];
  for (let at = keySpan.start; at < valueSpan.end;) {
    if (text[at] !== '%') {
      at += 1;
      continue;
    }
    const kind = percentPair(text, at);
    const length = pairLength(text, at);
    const pair = text.slice(at, at + length);
    if ((kind === 'magic' || kind === 'vanishes') && !pair.includes('\n'))
      pairs.push({ start: at, text: pair, kind });
    at += length;
  }
  return pairs;
}

/** The options whose values have percent signs of their own: which pairs are surely meant so. */
function literalPercent({ option, line }: ConfigEntry): RegExp | undefined {
  if (option === undefined) return undefined;
  if (option.type === 'bool-or-strftime') return /^%[A-Za-z]$/;
  if (option.handler === 'corerouter_use_pattern') return /^%s$/;
  if (option.name.startsWith('log-') && line.value.includes('${strftime:')) return /^%[A-Za-z]$/;
  // %20 and the like in an address.
  return /:\/\/[^ ]*%[0-9A-Fa-f]{2}/.test(line.value) ? /^%[0-9A-F]$/ : undefined;
}

function magicMeaning(pair: string): string {
  if (/\d/.test(pair)) return 'a folder of its path';
  const meaning = meanings[pair.charAt(1).toLowerCase()];
  return meaning ?? 'a value of its own';
}

const meanings: Readonly<Record<string, string>> = {
  ...{ o: 'the name of this file', p: 'the path of this file', s: 'the name of this file' },
  ...{ n: 'the name of this file', d: 'the folder of this file', c: 'the name of its folder' },
  ...{ e: 'the extension of this file', x: 'the name of the section', i: 'an inode number' },
  ...{ t: 'the time of the start', u: 'the user', g: 'the group', h: 'the host name' },
  ...{ k: 'the number of CPUs', v: 'the working directory', b: 'the path of uWSGI' },
  ...{ j: 'a hash of the path' },
};

/** A pair in a section header changes the section's name; a whole name out of magic variables is meant so. */
function checkHeaders(file: UwsgiFile, report: Parameters<typeof percentSign.check>[1]): void {
  for (const line of file.tree.lines) {
    if (line.kind !== 'section') continue;
    for (let at = file.text.indexOf('%', line.header.start); at !== -1 && at < line.header.end;) {
      const length = pairLength(file.text, at);
      const text = file.text.slice(at, at + length);
      if (percentPair(file.text, at) === 'vanishes' && !/[\n%]$/.test(text)) {
        report({
          span: span(at, at + length),
          message: `uWSGI removes "${text}" from the section's name: write %% for a percent sign`,
          fixes: [replace(file, span(at, at + 1), '%%', 'Write %%')],
        });
        break;
      }
      at = file.text.indexOf('%', at + length);
    }
  }
}
