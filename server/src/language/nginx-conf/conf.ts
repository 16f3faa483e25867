import type { Statement, StatementEnd } from '../nginx/tree.ts';
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
  /** Every node in the order of the file, a block before its children. */
  readonly all: readonly ConfNode[];
  /** The same nodes, sorted by what they are. */
  readonly kinds: readonly StatementKind[];
}

export interface ConfNode {
  readonly statement: Statement;
  readonly kind: StatementKind;
  /** Contexts that the statement may stand in; several only in a fragment; none in a body that holds no directives. */
  readonly contexts: readonly NginxContext[];
  /** Entries of the directive table with this name; empty for an unknown one. */
  readonly known: readonly NginxDirective[];
  /** Context or raw body that the block opens, e.g. `server`, `raw:map`, `raw:unknown`; undefined without a block. Several, divided by `|`, in a fragment. */
  readonly opens: string | undefined;
  readonly parent: ConfNode | undefined;
  readonly children: readonly ConfNode[];
  /** Whether a block around it may be nginx's `stream`, however far out. */
  readonly inStream: boolean;
}

/**
 * Statements that nginx's first checks treat alike: same name, same contexts, same number of arguments, same end. A file
 * of a hundred thousand lines has some dozens of kinds, so rules ask a kind first and its statements only where need be.
 */
export interface StatementKind {
  /** undefined for the entries of a body that holds no directives, as far as they are none either. */
  readonly name: string | undefined;
  readonly contexts: readonly NginxContext[];
  readonly known: readonly NginxDirective[];
  /** Number of arguments; undefined where the name is. */
  readonly count: number | undefined;
  readonly end: StatementEnd['kind'];
  /** Whether a template engine fills in a word of each. */
  readonly templated: boolean;
  /** What the block opens, as in {@link ConfNode}. */
  readonly opens: string | undefined;
  /** The definition that lets such statements pass; see {@link SoundDirective}. */
  readonly entry: NginxDirective | undefined;
  /** In the order of the file; never empty. */
  readonly nodes: readonly ConfNode[];
}
