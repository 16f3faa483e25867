import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { combineFixes, type Action, type FileEdit, type Finding } from '../language/language.ts';
import { toQuickFix, toWorkspaceEdit } from './convert.ts';
import type { Places } from './places.ts';

/** `"editor.codeActionsOnSave": { "source.fixAll.uwsgiStack": "explicit" }` */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.uwsgiStack`;

export interface ActionRequest {
  /** Findings of the file, wherever they are. */
  readonly findings: readonly Finding[];
  /** Those of them that the selection touches. */
  readonly touched: readonly Finding[];
  readonly actions: readonly Action[];
  readonly path: string;
  /** Kinds that the editor asks for; undefined for all that a light bulb may offer. */
  readonly only: readonly string[] | undefined;
}

/** The mends of the findings under the selection, of all their like, of the whole file; then the refactorings. */
export function codeActions(request: ActionRequest, places: Places): CodeAction[] {
  const { findings, touched, actions, path, only } = request;
  const wanted = (kind: string) =>
    only === undefined ||
    only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  const all: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of touched)
      all.push(...finding.fixes.map((fix) => toQuickFix(finding, fix, places)));
    for (const rule of new Set(touched.map(({ rule }) => rule)))
      all.push(...fixAlike(rule, findings, path, places));
  }
  // Nobody asks a light bulb for a change of the whole file.
  if (only !== undefined && wanted(fixAllKind)) {
    const edits = combineFixes(findings, path);
    if (edits.length > 0)
      all.push(changeAction('Fix all problems of this file', fixAllKind, edits, places));
  }
  for (const { title, kind, edits } of actions)
    if (wanted(kind)) all.push(changeAction(title, kind, edits, places));
  return all;
}

function fixAlike(
  rule: string,
  findings: readonly Finding[],
  path: string,
  places: Places,
): readonly CodeAction[] {
  const alike = findings.filter(
    (finding) => finding.rule === rule && finding.fixes.some(({ preferred }) => preferred === true),
  );
  if (alike.length < 2) return [];
  const edits = combineFixes(alike, path);
  if (edits.length === 0) return [];
  return [changeAction(`Fix all ${rule} in this file`, CodeActionKind.QuickFix, edits, places)];
}

function changeAction(
  title: string,
  kind: string,
  edits: readonly FileEdit[],
  places: Places,
): CodeAction {
  return { title, kind, edit: toWorkspaceEdit(edits, places) };
}
