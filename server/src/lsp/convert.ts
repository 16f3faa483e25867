import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import {
  type Finding,
  type Fix,
  indexLines,
  lineAt,
  type LineIndex,
  type Span,
} from '../language/language.ts';
import { rulePage } from './rule-page.ts';

/** Only here do offsets become lines and columns. */
export type TextOf = (path: string) => string;

/** A document's path in the core: the file's path, or the whole URI of what is no file (an untitled document). */
export function pathOfUri(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.path : uri;
}

export function uriOfPath(path: string): string {
  return path.startsWith('/') ? URI.file(path).toString() : path;
}

/** Line indexes of the texts that one answer touches. */
export function createRanges(textOf: TextOf): (path: string, span: Span) => Range {
  const indexes = new Map<string, LineIndex>();
  return (path, span) => {
    const index = indexes.get(path) ?? indexLines(textOf(path));
    indexes.set(path, index);
    return { start: position(index, span.start), end: position(index, span.end) };
  };
}

function position(index: LineIndex, offset: number) {
  const within = Math.min(offset, index.length);
  const line = lineAt(index, within);
  return { line, character: within - (index.starts[line] ?? 0) };
}

export function toDiagnostic(finding: Finding, range: ReturnType<typeof createRanges>): Diagnostic {
  return {
    range: range(finding.path, finding.span),
    severity: severities[finding.level],
    source: 'uwsgi-stack',
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    message: finding.message,
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map((place) => ({
        location: { uri: uriOfPath(place.path), range: range(place.path, place.span) },
        message: place.message,
      })),
    }),
    ...(finding.tag && {
      tags: [finding.tag === 'deprecated' ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary],
    }),
  };
}

export function toCodeAction(
  finding: Finding,
  fix: Fix,
  range: ReturnType<typeof createRanges>,
): CodeAction {
  const changes: Record<string, TextEdit[]> = {};
  for (const { path, span, newText } of fix.edits)
    (changes[uriOfPath(path)] ??= []).push({ range: range(path, span), newText });
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, range)],
    isPreferred: fix.preferred === true,
    edit: { changes },
  };
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;
