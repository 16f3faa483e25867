import type { Position, Range } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import {
  indexLines,
  lineAt,
  type LineIndex,
  type Snapshot,
  type Span,
} from '../language/language.ts';

/** Between the core's offsets and the protocol's lines; all answers belong to the texts of one snapshot. */
export interface Places {
  readonly range: (path: string, span: Span) => Range;
  readonly position: (path: string, offset: number) => Position;
  readonly offset: (path: string, position: Position) => number;
  readonly span: (path: string, range: Range) => Span;
  /** undefined for a file that is neither part of the snapshot nor read from disk yet. */
  readonly text: (path: string) => string | undefined;
}

export function createPlaces({ files, disk }: Pick<Snapshot, 'files' | 'disk'>): Places {
  const others = new Map<string, LineIndex>();
  const text = (path: string) => files.get(path)?.text ?? disk.text(path);
  const indexOf = (path: string): LineIndex => {
    const file = files.get(path);
    const known = file === undefined ? others.get(path) : indexes.get(file);
    if (known !== undefined) return known;
    const index = indexEditorLines(text(path) ?? '');
    if (file === undefined) others.set(path, index);
    else indexes.set(file, index);
    return index;
  };
  const position = (path: string, offset: number) => toPosition(indexOf(path), offset);
  const offset = (path: string, { line, character }: Position) => {
    const { starts, length } = indexOf(path);
    const next = starts[line + 1] ?? length;
    return Math.min((starts[line] ?? length) + character, next);
  };
  return {
    position,
    offset,
    text,
    range: (path, { start, end }) => ({ start: position(path, start), end: position(path, end) }),
    span: (path, { start, end }) => ({ start: offset(path, start), end: offset(path, end) }),
  };
}

/** A file object stands for one text: its lines are counted once, however many requests touch it. */
const indexes = new WeakMap<object, LineIndex>();

/** The protocol ends a line at CR, too; the programs, and so the core, at LF only. */
export function indexEditorLines(text: string): LineIndex {
  if (!text.includes('\r')) return indexLines(text);
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return { starts, length: text.length };
}

function toPosition(index: LineIndex, offset: number): Position {
  const within = Math.min(offset, index.length);
  const line = lineAt(index, within);
  return { line, character: within - (index.starts[line] ?? 0) };
}

/** A document's path in the core: the file's path, or the whole URI of what is no file (an untitled document). */
export function pathOfUri(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.path : uri;
}

export function uriOfPath(path: string): string {
  return path.startsWith('/') ? URI.file(path).toString() : path;
}
