import type { ConfNode } from '../../nginx-conf/conf.ts';
import { ancestors } from '../../nginx-conf/walk.ts';
import { span } from '../../text/span.ts';
import type { RelatedPlace } from '../rule.ts';

/** The brace that ends `http` or `stream`, where nginx joins the settings of all blocks and names this line. */
export function noticedAt(path: string, block: ConfNode): readonly RelatedPlace[] {
  const outer = [block, ...ancestors(block)].find(
    ({ opens }) => opens === 'http' || opens === 'stream',
  );
  const end = outer?.statement.end;
  if (end?.kind !== 'block' || end.close === undefined) return [];
  return [
    {
      path,
      span: span(end.close, end.close + 1),
      message: 'nginx notices here, where the block ends',
    },
  ];
}
