import type { Statement } from '../nginx/tree.ts';
import type { NginxContext, NginxDirective } from './directives.ts';

/** The meaning of one nginx file: each statement with the context that it stands in. */
export interface NginxConf {
  /** `main` when the file is a whole configuration (has `http`, `events`, … at its top level), else `fragment`. */
  readonly kind: 'main' | 'fragment';
  /** Contexts that the top level may have: one for `main`, possibly several for a fragment. */
  readonly topContexts: readonly NginxContext[];
  /** `raw:map` and the like when the whole file is the body of such a block, so that no name in it is a directive. */
  readonly rawBody: string | undefined;
  readonly nodes: readonly ConfNode[];
}

export interface ConfNode {
  readonly statement: Statement;
  /** Contexts that the statement may stand in; several only in a fragment; none in a body that holds no directives. */
  readonly contexts: readonly NginxContext[];
  /** Entries of the directive table with this name; empty for an unknown one. */
  readonly known: readonly NginxDirective[];
  /** Context or raw body that the block opens, e.g. `server`, `raw:map`, `raw:unknown`; undefined without a block. Several, divided by `|`, in a fragment. */
  readonly opens: string | undefined;
  readonly parent: ConfNode | undefined;
  readonly children: readonly ConfNode[];
}
