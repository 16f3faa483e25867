import type { ConfNode } from '../../nginx-conf/conf.ts';
import type { NginxView } from '../../rules/inputs.ts';
import { codeSpan } from '../markdown.ts';
import { lineOf } from './line-of.ts';

/** What a directive takes the place of: the same one of the nearest block around that has it, within this file. */
export function outerValues(view: NginxView, node: ConfNode): string | undefined {
  if (!isInherited(node)) return undefined;
  const { name } = node.statement;
  for (let block = node.parent; block !== undefined; block = block.parent) {
    const level = block.parent?.children ?? view.conf.nodes;
    const same = level.filter(({ statement }) => statement.name.value === name.value);
    const [first] = same;
    if (first === undefined) continue;
    const place = block.parent
      ? `of the ${codeSpan(block.parent.statement.name.value)} around`
      : 'at the top level';
    const line = `line ${lineOf(view.text, first.statement.span.start)}`;
    if (same.length > 1)
      return `Drops the ${same.length} ${codeSpan(name.value)} lines ${place} (from ${line} on).`;
    const { span } = first.statement;
    return `Takes the place of ${codeSpan(view.text.slice(span.start, span.end))} ${place}, ${line}.`;
  }
  return undefined;
}

/** nginx merges the settings of `http`, `server` and `location`; what acts in its own block only is not inherited. */
export function isInherited({ known, statement, contexts }: ConfNode): boolean {
  const levels = ['http', 'server', 'location', 'stream', 'stream server'] as const;
  return known.some(
    ({ contexts: allowed, module, block }) =>
      !block &&
      allowed.some((context) => contexts.includes(context)) &&
      levels.filter((level) => allowed.includes(level)).length > 1 &&
      module.name !== 'ngx_http_rewrite_module' &&
      statement.name.value !== 'try_files',
  );
}
