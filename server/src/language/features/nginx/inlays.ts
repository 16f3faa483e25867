import type { NginxView } from '../../rules/inputs.ts';
import type { Span } from '../../text/span.ts';
import type { Inlay } from '../feature.ts';
import { inheritanceInlays } from './inheritance-inlays.ts';
import { passInlays } from './pass-inlays.ts';
import { redirectInlays } from './redirect-inlays.ts';

/** What a reader can't see in the line itself. */
export function nginxInlays(view: NginxView, within: Span): readonly Inlay[] {
  return sources.flatMap((source) => source(view, within)).sort((a, b) => a.offset - b.offset);
}

const sources: readonly ((view: NginxView, within: Span) => readonly Inlay[])[] = [
  inheritanceInlays,
  passInlays,
  redirectInlays,
];
