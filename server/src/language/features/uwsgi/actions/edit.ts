import type { IniLine } from '../../../ini/tree.ts';
import type { UwsgiFile } from '../../../rules/inputs.ts';
import type { FileEdit } from '../../../rules/rule.ts';
import type { Span } from '../../../text/span.ts';

export function edit({ path }: UwsgiFile, span: Span, newText: string): FileEdit {
  return { path, span, newText };
}

/** The line break that a line ends with, or the one of the file where it ends the file. */
export function lineBreakOf({ text }: UwsgiFile, { span }: IniLine): string {
  const end = text.slice(Math.max(span.start, span.end - 2), span.end);
  if (end.endsWith('\r\n')) return '\r\n';
  return end.endsWith('\n') || !text.includes('\r\n') ? '\n' : '\r\n';
}

/** A line of its own in front of another one. */
export function lineBefore(file: UwsgiFile, line: IniLine, content: string): FileEdit {
  const { start } = line.span;
  return edit(file, { start, end: start }, content + lineBreakOf(file, line));
}

export function lineBehind(file: UwsgiFile, line: IniLine, content: string): FileEdit {
  const { end } = line.span;
  const lineBreak = lineBreakOf(file, line);
  const ended = file.text.charAt(end - 1) === '\n';
  return edit(file, { start: end, end }, ended ? content + lineBreak : lineBreak + content);
}
