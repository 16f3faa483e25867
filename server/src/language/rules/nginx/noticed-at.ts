import type { ConfNode } from '../../nginx-conf/conf.ts';
import { ancestors } from '../../nginx-conf/walk.ts';
import { span, type Span } from '../../text/span.ts';
import type { RelatedPlace } from '../rule.ts';

/** The brace that ends `http` or `stream`, where nginx joins the settings of all blocks and names this line. */
export function noticedAt(path: string, block: ConfNode): readonly RelatedPlace[] {
  const outer = [block, ...ancestors(block)].find(
    ({ opens }) => opens === 'http' || opens === 'stream',
  );
  const end = outer?.statement.end;
  if (end?.kind !== 'block' || end.close === undefined) return [];
  return [noticedBy(path, span(end.close, end.close + 1))];
}

/** Where nginx notices a mistake, and what line it names, when that is not the mistake's own. */
export function noticedBy(path: string, place: Span): RelatedPlace {
  return { path, span: place, message: 'nginx notices here, and names this line', noticed: true };
}
