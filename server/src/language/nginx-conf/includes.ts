import { span, type Span } from '../text/span.ts';
import type { ConfNode, NginxConf } from './conf.ts';
import { nodesNamed } from './walk.ts';

export interface IncludePattern {
  /** The argument, with its quotes. */
  readonly span: Span;
  readonly text: string;
  /** With `*`, `?` or `[`, files that don't exist are no error. nginx knows no other wildcard and no variable here. */
  readonly hasWildcard: boolean;
  readonly node: ConfNode;
}

/** Every `include` of a file, also those in bodies of `map`, `geo` and `types`. */
export function includePatterns(conf: NginxConf): readonly IncludePattern[] {
  const known = memo.get(conf);
  if (known !== undefined) return known;
  const found: IncludePattern[] = [];
  for (const node of nodesNamed(conf, 'include')) {
    const { statement } = node;
    const [pattern] = statement.args;
    if (!pattern || statement.args.length > 1) continue;
    found.push({
      span: span(pattern.span.start, pattern.span.end),
      text: pattern.value,
      hasWildcard: /[*?[]/.test(pattern.value),
      node,
    });
  }
  memo.set(conf, found);
  return found;
}

const memo = new WeakMap<NginxConf, readonly IncludePattern[]>();
