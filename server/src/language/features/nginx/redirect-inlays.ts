import type { NginxView } from '../../rules/inputs.ts';
import type { Span } from '../../text/span.ts';
import type { Inlay } from '../feature.ts';
import { nodesWithin } from './nodes-within.ts';
import { redirectTargets } from './redirect-places.ts';

/** Behind a path that a request is sent on to: the location that takes it, where the path alone does not say so. */
export function redirectInlays(view: NginxView, within: Span): readonly Inlay[] {
  const targetsOf = redirectTargets(view);
  const inlays: Inlay[] = [];
  for (const node of nodesWithin(view.conf.nodes, within))
    for (const [index, word] of node.statement.args.entries()) {
      if (inlays.length === limit) return inlays;
      const [target, another] = targetsOf({ node, word, index });
      if (target === undefined || another !== undefined || target.modifier === '=') continue;
      const { path, span, title } = target;
      inlays.push({
        offset: node.statement.span.end,
        label: `→ ${title}`,
        tooltip: 'The location that nginx chooses for this path',
        target: { path, span },
      });
    }
  return inlays;
}

/** Each one takes a search through all locations of the server; a screen has fewer. */
const limit = 100;
