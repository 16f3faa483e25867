import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdit, Finding, Fix, Opinion } from '../language/language.ts';
import { type Places, uriOfPath } from './places.ts';
import { rulePage } from './rule-page.ts';

export function toDiagnostic(finding: Finding, { range }: Places): Diagnostic {
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

/** nginx's own words, under its own name. */
export function opinionDiagnostic(opinion: Opinion, { range }: Places): Diagnostic {
  const { path, span, level, message } = opinion;
  return { range: range(path, span), severity: severities[level], source: 'nginx', message };
}

export function toQuickFix(finding: Finding, fix: Fix, places: Places): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, places)],
    isPreferred: fix.preferred === true,
    edit: toWorkspaceEdit(fix.edits, places),
  };
}

export function toWorkspaceEdit(edits: readonly FileEdit[], places: Places): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { path, span, newText } of edits)
    (changes[uriOfPath(path)] ??= []).push({ range: places.range(path, span), newText });
  return { changes };
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;
