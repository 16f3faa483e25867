import type { EntryLine } from '../../../ini/tree.ts';
import type { UwsgiView } from '../../../rules/inputs.ts';
import { dirname } from '../../../text/path.ts';
import { entryOf } from '../ini-place.ts';
import type { Action } from '../../feature.ts';
import { edit } from './edit.ts';

/** `%d` is the folder of the file that the line stands in, with a slash at its end. */
export function useOwnFolder(view: UwsgiView, line: EntryLine): readonly Action[] {
  const folder = `${dirname(view.path)}/`;
  if (folder === '//' || folder.includes('%') || !line.value.includes(folder)) return [];
  if (entryOf(view, line) === undefined) return [];
  const edits = [];
  for (let at = line.value.indexOf(folder); at !== -1; at = line.value.indexOf(folder, at + 1)) {
    // Only a path that begins here, and no pair of a percent sign.
    if (!/(?:^|[\s=:,])$/.test(line.value.slice(0, at))) continue;
    const start = line.valueSpan.start + at;
    edits.push(edit(view, { start, end: start + folder.length }, '%d'));
  }
  if (edits.length === 0) return [];
  return [{ title: `Write %d for the folder of this file`, kind: 'refactor.rewrite', edits }];
}
