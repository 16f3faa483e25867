import {
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type DocumentLink,
  type FoldingRange,
  FoldingRangeKind,
  type Hover,
  type InlayHint,
  InsertTextFormat,
  type Location,
  type MarkupContent,
  type SelectionRange,
  type SignatureHelp,
  type TextEdit,
} from 'vscode-languageserver';
import type * as core from '../language/language.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { type Places, uriOfPath } from './places.ts';

export function toLocation({ path, span }: core.Place, { range }: Places): Location {
  return { uri: uriOfPath(path), range: range(path, span) };
}

/** Another editor than ours has no command that shows places: there the lens only says what it says. */
export function toCodeLens(
  { span, title, command, arguments: args, places: shown }: core.Lens,
  path: string,
  places: Places,
  { showPlaces }: ClientAbilities,
): CodeLens {
  const range = places.range(path, span);
  if (shown === undefined) return { range, command: { title, command, arguments: [...args] } };
  if (!showPlaces) return { range, command: { title, command: '' } };
  const locations = shown.map((place) => toLocation(place, places));
  const from = [uriOfPath(path), range.start, locations];
  return { range, command: { title, command, arguments: [...args, ...from] } };
}

export function toHover({ span, markdown: text }: core.Hover, path: string, places: Places): Hover {
  return { range: places.range(path, span), contents: markdown(text) };
}

export function toCompletionItem(
  item: core.CompletionItem,
  path: string,
  { range }: Places,
  { snippets, retriggerCommand }: ClientAbilities,
): CompletionItem {
  const snippet = item.snippet === true;
  return {
    label: item.label,
    kind: completionKinds[item.kind],
    textEdit: {
      range: range(path, item.replace),
      newText: snippet && !snippets ? plainSnippet(item.insert) : item.insert,
    },
    ...(snippet && snippets && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(item.detail !== undefined && { detail: item.detail }),
    ...(item.markdown !== undefined && { documentation: markdown(item.markdown) }),
    ...(item.sort !== undefined && { sortText: item.sort }),
    ...(item.deprecated === true && { tags: [CompletionItemTag.Deprecated] }),
    ...(item.retrigger === true &&
      retriggerCommand !== undefined && {
        command: { title: 'Suggest values', command: retriggerCommand },
      }),
  };
}

/** A snippet as an editor without snippets takes it: its defaults, without the stops. */
export function plainSnippet(snippet: string): string {
  let text = snippet;
  for (let before = ''; before !== text;) {
    before = text;
    // From the innermost outwards; an escaped `$` begins no stop.
    text = text.replace(
      /(\\[\s\S])|\$(?:\d+|\{\d+\}|\{\d+:((?:\\[\s\S]|[^\\{}$])*)\}|\{\d+\|((?:\\[\s\S]|[^\\|,])*)[^|}]*\|\})/g,
      (_, escaped?: string, value?: string, choice?: string) => escaped ?? value ?? choice ?? '',
    );
  }
  return text.replace(/\\([$}\\,|])/g, '$1');
}

export function toSignatureHelp(
  { label, markdown: text, parameters, active }: core.Signature,
  { noActiveParameter }: ClientAbilities,
): SignatureHelp {
  const signature = {
    label,
    parameters: parameters.map((parameter) => ({
      label: parameter.label,
      ...(parameter.markdown !== undefined && { documentation: markdown(parameter.markdown) }),
    })),
    ...(text !== undefined && { documentation: markdown(text) }),
  };
  // Left out means the first parameter; only newer editors know a way to say "none".
  const none = noActiveParameter ? { activeParameter: null } : {};
  return {
    signatures: [signature],
    activeSignature: 0,
    ...(active === undefined ? none : { activeParameter: active }),
  };
}

export function toDocumentLink(link: core.Link, path: string, { range }: Places): DocumentLink {
  return {
    range: range(path, link.span),
    target: uriOfPath(link.target),
    ...(link.tooltip !== undefined && { tooltip: link.tooltip }),
  };
}

/** Whole lines; the line of a closing brace stays in sight. undefined when there is only one line to fold. */
export function toFoldingRange(
  { span, kind }: core.Folding,
  path: string,
  { position, text }: Places,
): FoldingRange | undefined {
  const content = text(path) ?? '';
  let end = span.end;
  while (end > span.start && /\s/.test(content.charAt(end - 1))) end--;
  const startLine = position(path, span.start).line;
  const lastLine = position(path, end).line;
  const endLine = kind === 'block' && content[end - 1] === '}' ? lastLine - 1 : lastLine;
  if (endLine <= startLine) return undefined;
  return { startLine, endLine, ...(kind !== 'block' && { kind: foldingKinds[kind] }) };
}

/** Nested outwards. The editor refuses the whole answer when one range does not hold the one before it. */
export function toSelectionRange(
  spans: readonly core.Span[],
  path: string,
  offset: number,
  { range }: Places,
): SelectionRange {
  const chain: core.Span[] = [];
  for (const span of spans.slice(0, 200)) {
    const inner = chain.at(-1) ?? { start: offset, end: offset };
    if (span.start <= inner.start && inner.end <= span.end) chain.push(span);
  }
  const outermost = chain.pop() ?? { start: offset, end: offset };
  return chain.reduceRight<SelectionRange>(
    (parent, span) => ({ range: range(path, span), parent }),
    { range: range(path, outermost) },
  );
}

export function toTextEdit({ span, newText }: core.TextEdit, path: string, { range }: Places) {
  return { range: range(path, span), newText } satisfies TextEdit;
}

export function toInlayHint(inlay: core.Inlay, path: string, places: Places): InlayHint {
  return {
    position: places.position(path, inlay.offset),
    label:
      inlay.target === undefined
        ? inlay.label
        : [{ value: inlay.label, location: toLocation(inlay.target, places) }],
    paddingLeft: true,
    ...(inlay.tooltip !== undefined && { tooltip: markdown(inlay.tooltip) }),
  };
}

function markdown(value: string): MarkupContent {
  return { kind: 'markdown', value };
}

const completionKinds = {
  option: CompletionItemKind.Property,
  directive: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  variable: CompletionItemKind.Variable,
  keyword: CompletionItemKind.Keyword,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  module: CompletionItemKind.Module,
  function: CompletionItemKind.Function,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
} as const;

const foldingKinds = {
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
} as const;
