import assert from 'node:assert/strict';
import type { FileEdit } from '../rules/rule.ts';
import { createLanguage, type FileFeatures } from '../language.ts';
import type { Disk } from '../disk.ts';
import type { Place } from '../features/feature.ts';
import { cursorIn } from './cursor.ts';
import { snapshot } from './workspace.ts';

export interface Asked {
  readonly features: FileFeatures;
  readonly offset: number;
  /** Line by line what the places mark: `path: text of its line, with the mark in «»`. */
  readonly show: (places: readonly Place[]) => readonly string[];
  /** Texts after the edits. */
  readonly apply: (edits: readonly FileEdit[]) => Readonly<Record<string, string>>;
}

/** Files of a workspace, one of which has the cursor `<|>` in it. */
export function askAt(marked: Readonly<Record<string, string>>, disk?: Disk): Asked {
  const files: Record<string, string> = { ...marked };
  const path = Object.keys(marked).find((name) => marked[name]?.includes('<|>'));
  assert.ok(path !== undefined, 'no file has a cursor');
  const cursor = cursorIn(marked[path] ?? '');
  files[path] = cursor.text;
  const world = snapshot(files);
  const features = createLanguage().features(disk ? { ...world, disk } : world, path);
  assert.ok(features !== undefined, `${path} is of no language`);
  return {
    features,
    offset: cursor.offset,
    show: (places) => places.map((place) => showPlace(files, place)),
    apply: (edits) => applyAll(files, edits),
  };
}

function showPlace(files: Readonly<Record<string, string>>, { path, span }: Place): string {
  const text = files[path] ?? '';
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  const line = text.slice(start, end === -1 ? text.length : end);
  const [from, to] = [span.start - start, span.end - start];
  return `${path}: ${line.slice(0, from)}«${line.slice(from, to)}»${line.slice(to)}`;
}

function applyAll(
  files: Readonly<Record<string, string>>,
  edits: readonly FileEdit[],
): Readonly<Record<string, string>> {
  const result: Record<string, string> = { ...files };
  for (const { path, span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    const text = result[path] ?? '';
    result[path] = text.slice(0, span.start) + newText + text.slice(span.end);
  }
  return result;
}
