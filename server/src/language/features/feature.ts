import type { FileEdit } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

/**
 * What the language can say of one file, besides its findings. One object per language brings it; all answers are plain
 * data with offsets. `View` is the file with all that lies around it.
 */
export interface Features<View> {
  readonly hover: (file: View, offset: number) => Hover | undefined;
  readonly completion: (file: View, offset: number) => readonly CompletionItem[];
  readonly signature: (file: View, offset: number) => Signature | undefined;
  readonly definition: (file: View, offset: number) => readonly Place[];
  /** With the declarations among them. */
  readonly references: (file: View, offset: number) => readonly Place[];
  /** What would be renamed; undefined where nothing can be, or why not. */
  readonly renameable: (
    file: View,
    offset: number,
  ) => Renameable | { readonly problem: string } | undefined;
  readonly rename: (file: View, offset: number, newName: string) => RenameOutcome;
  readonly links: (file: View) => readonly Link[];
  readonly symbols: (file: View) => readonly DocumentSymbol[];
  readonly foldings: (file: View) => readonly Folding[];
  /** From the innermost span outwards; each contains the one before it. */
  readonly selections: (file: View, offset: number) => readonly Span[];
  /** Edits of the whole file, or of the lines that `within` touches; empty when all is well formatted already. */
  readonly format: (file: View, options: FormatOptions, within?: Span) => readonly TextEdit[];
  /** In order of position, none across a line break, no two that overlap. */
  readonly tokens: (file: View) => readonly SemanticToken[];
  readonly inlays: (file: View, within: Span) => readonly Inlay[];
  /** Refactorings that no finding asks for. */
  readonly actions: (file: View, within: Span) => readonly Action[];
}

export interface Place {
  readonly path: string;
  readonly span: Span;
}

export interface Hover {
  readonly span: Span;
  /** Commands and HTML are not allowed in it; text from a file must be escaped. */
  readonly markdown: string;
}

export interface CompletionItem {
  readonly label: string;
  readonly kind:
    | 'option'
    | 'directive'
    | 'value'
    | 'variable'
    | 'keyword'
    | 'file'
    | 'folder'
    | 'module'
    | 'function'
    | 'reference'
    | 'snippet';
  /** Text that the item replaces: usually the word around the cursor. */
  readonly replace: Span;
  /** With `$1`, `${1:name}`, `$0` when `snippet`; a `$` of the language is then written `\$`. */
  readonly insert: string;
  readonly snippet?: boolean;
  /** Short, beside the label: value kind, plugin, context. */
  readonly detail?: string;
  readonly markdown?: string;
  /** Items sort by this, then by label. */
  readonly sort?: string;
  readonly deprecated?: boolean;
  /** Opens the list again after the item is taken, for its values. */
  readonly retrigger?: boolean;
}

export interface Signature {
  /** e.g. `subscribe2 = server=ADDRESS,key=NAME[,…]`. */
  readonly label: string;
  readonly markdown?: string;
  /** `label` is a part of the signature's label. */
  readonly parameters: readonly { readonly label: string; readonly markdown?: string }[];
  readonly active: number | undefined;
}

export interface Renameable {
  readonly span: Span;
  /** Text that the input box starts with. */
  readonly name: string;
}

/** A name that can't be: `problem` says why and what to do. */
export type RenameOutcome = { readonly edits: readonly FileEdit[] } | { readonly problem: string };

export interface Link {
  readonly span: Span;
  /** Absolute path, or an https address. */
  readonly target: string;
  readonly tooltip?: string;
}

export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind:
    | 'section'
    | 'option'
    | 'variable'
    | 'block'
    | 'server'
    | 'location'
    | 'upstream'
    | 'directive'
    | 'map';
  readonly span: Span;
  /** Inside `span`. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

export interface Folding {
  readonly span: Span;
  readonly kind: 'block' | 'comment' | 'region';
}

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof semanticTokenTypes)[number];
  readonly modifiers?: readonly (typeof semanticTokenModifiers)[number][];
}

/** Standard names of the protocol, so that every theme has a colour for them. */
export const semanticTokenTypes = [
  'namespace',
  'property',
  'variable',
  'keyword',
  'number',
  'string',
  'regexp',
  'operator',
  'comment',
  'function',
  'enumMember',
  'macro',
] as const;

export const semanticTokenModifiers = [
  'declaration',
  'readonly',
  'deprecated',
  'defaultLibrary',
] as const;

export interface Inlay {
  readonly offset: number;
  readonly label: string;
  readonly tooltip?: string;
  /** Where a click on it leads. */
  readonly target?: Place;
}

export interface Action {
  /** Imperative, as the light bulb shows it. */
  readonly title: string;
  readonly kind:
    | 'refactor'
    | 'refactor.rewrite'
    | 'refactor.extract'
    | 'refactor.inline'
    | 'source'
    | 'source.organize';
  readonly edits: readonly FileEdit[];
}
