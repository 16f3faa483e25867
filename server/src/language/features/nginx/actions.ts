import type { NginxView } from '../../rules/inputs.ts';
import type { Span } from '../../text/span.ts';
import type { Action } from '../feature.ts';
import { aliasToRoot } from './alias-to-root.ts';
import { extractUpstream } from './extract-upstream.ts';
import { inlineInclude } from './inline-include.ts';
import { inlineUpstream } from './inline-upstream.ts';
import { nodeAround } from './node-around.ts';
import { splitHostRedirect } from './split-host-redirect.ts';

/** Refactorings that leave the meaning of a configuration as it is; each is offered only where that is sure. */
export function nginxActions(view: NginxView, within: Span): readonly Action[] {
  // A file with an error in its grammar may mean another thing than it seems to.
  if (view.tree.errors.length > 0) return [];
  const node = nodeAround(view.conf.nodes, within.start);
  if (node === undefined) return [];
  return [extractUpstream, inlineUpstream, splitHostRedirect, aliasToRoot, inlineInclude].flatMap(
    (offer) => offer(view, node) ?? [],
  );
}
