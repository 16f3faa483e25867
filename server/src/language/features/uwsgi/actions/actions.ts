import { lineAtOffset } from '../../../ini/line-at.ts';
import type { UwsgiView } from '../../../rules/inputs.ts';
import type { Span } from '../../../text/span.ts';
import type { Action } from '../../feature.ts';
import { addLines } from './add-lines.ts';
import { extractPlaceholder } from './extract-placeholder.ts';
import { inlinePlaceholder } from './inline-placeholder.ts';
import { keepsMeaning } from './keeps-meaning.ts';
import { pluginLines } from './plugin-lines.ts';
import { useOwnFolder } from './use-own-folder.ts';
import { useSubscribe2 } from './use-subscribe2.ts';

/** Changes of the line under the cursor or the selection after which uWSGI runs as before, and lines worth adding. */
export function uwsgiActions(view: UwsgiView, within: Span): readonly Action[] {
  const line = lineAtOffset(view.tree, within.start);
  // A selection over several lines is about none of them.
  if (line === undefined || within.end > line.span.end) return [];
  if (line.kind === 'section') return addLines(view, line);
  if (line.kind !== 'entry' || line.joined.length > 0) return [];
  const variables = [
    ...extractPlaceholder(view, line, within),
    ...inlinePlaceholder(view, line, within.start),
  ];
  return [
    ...variables.filter((action) => keepsMeaning(view, action)),
    ...useSubscribe2(view, line),
    ...pluginLines(view, line),
    ...useOwnFolder(view, line),
    ...addLines(view, line),
  ];
}
