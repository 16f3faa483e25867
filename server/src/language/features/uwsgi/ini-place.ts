import { lineIndexAt } from '../../ini/line-at.ts';
import { pairLength, percentPair } from '../../ini/percent.ts';
import type { EntryLine, IniLine, SectionLine } from '../../ini/tree.ts';
import type { UwsgiFile } from '../../rules/inputs.ts';
import { type Span, contains, span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { type UwsgiOption, uwsgiOption } from '../../uwsgi/options.ts';

/** What an offset of a file lies in. */
export type IniPlace =
  | { readonly kind: 'comment' }
  /** An empty line, or the blanks in front of a key: a key could begin here. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'section'; readonly line: SectionLine }
  | { readonly kind: 'key'; readonly line: EntryLine }
  | {
      readonly kind: 'value';
      readonly line: EntryLine;
      readonly option: UwsgiOption | undefined;
      /** From the first character behind the blanks after `=`; the cursor may stand in front of it. */
      readonly start: number;
    };

export function iniPlace({ tree, text }: UwsgiFile, offset: number): IniPlace {
  const line = lineOf(tree.lines, text, offset);
  if (line === undefined || line.kind === 'blank') return { kind: 'blank' };
  if (line.kind === 'comment') {
    return offset < line.content.start ? { kind: 'blank' } : { kind: 'comment' };
  }
  if (line.kind === 'section') {
    return offset <= line.header.start && offset !== line.header.start
      ? { kind: 'blank' }
      : { kind: 'section', line };
  }
  if (line.equals !== undefined && offset > line.equals) {
    const start = Math.min(offset, line.valueSpan.start);
    return { kind: 'value', line, option: uwsgiOption(line.key), start };
  }
  return offset < line.keySpan.start ? { kind: 'blank' } : { kind: 'key', line };
}

/** The end of a file behind its last line break is an empty line. */
function lineOf(lines: readonly IniLine[], text: string, offset: number): IniLine | undefined {
  const line = lines[lineIndexAt(lines, offset)];
  const behind = line !== undefined && offset >= line.span.end && text.charAt(offset - 1) === '\n';
  return behind ? undefined : line;
}

/** What uWSGI makes of a line, as the first entry that stands in it; undefined outside of the section that is read. */
export function entryOf(file: UwsgiFile, line: EntryLine): ConfigEntry | undefined {
  return file.config.entries.find((entry) => entry.line === line && entry.origin === 'line');
}

/** The `%` pair that an offset lies in; uWSGI walks over a line in pairs from its start. */
export function percentAt(text: string, line: IniLine, offset: number): Span | undefined {
  for (let at = text.indexOf('%', line.span.start); at !== -1 && at < line.span.end;) {
    if (at > offset) return undefined;
    const end = at + pairLength(text, at);
    const pair = span(at, end);
    if (offset < end && contains(pair, offset)) {
      return percentPair(text, at) === 'placeholder' ? undefined : pair;
    }
    at = text.indexOf('%', end);
  }
  return undefined;
}
