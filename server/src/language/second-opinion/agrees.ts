import type { Finding } from '../rules/rule.ts';
import { indexLines, lineAt, type LineIndex } from '../text/line-index.ts';
import type { Opinion } from './opinions.ts';

/**
 * The opinions that say something which our findings do not: where both mean the same, ours is shown, as it knows the
 * place better and brings the mend.
 */
export function ownOpinions(
  opinions: readonly Opinion[],
  findings: ReadonlyMap<string, readonly Finding[]>,
  textOf: (path: string) => string | undefined,
): readonly Opinion[] {
  const indexes = new Map<string, LineIndex>();
  const indexOf = (path: string) => {
    const index = indexes.get(path) ?? indexLines(textOf(path) ?? '');
    indexes.set(path, index);
    return index;
  };
  return opinions.filter((opinion) => {
    const all =
      opinion.line === undefined ? [...findings.values()].flat() : findings.get(opinion.path);
    return !(all ?? []).some((finding) =>
      meansSame(opinion, finding, indexOf(finding.path), textOf(finding.path) ?? ''),
    );
  });
}

function meansSame(opinion: Opinion, finding: Finding, index: LineIndex, text: string): boolean {
  if (!finding.rule.startsWith('nginx/') && !finding.rule.startsWith('stack/')) return false;
  const first = lineAt(index, finding.span.start);
  const last = lineAt(index, finding.span.end);
  const { line, span, level, subjects, message } = opinion;
  const said = text.slice(finding.span.start, finding.span.end);
  const names = (subject: string) =>
    subject !== '' && (said.includes(subject) || finding.message.includes(subject));
  const bothErrors = level === 'error' && finding.level === 'error';
  const touches =
    finding.path === opinion.path &&
    finding.span.start <= span.end &&
    span.start <= finding.span.end;
  if (line === undefined) {
    // What nginx does not quote may still be the name of a directive.
    const words = subjects.length > 0 ? subjects : (message.match(/\b[a-z]+(?:_[a-z]+)+\b/g) ?? []);
    return (bothErrors && touches) || words.some(names);
  }
  // nginx stops at the first mistake, and what it makes of a broken syntax is told somewhere behind it.
  if (isSyntax(finding) && first <= line) return true;
  // What it checks at the end of a block is about a line above, which ours has found.
  if (bothErrors && last < line && subjects.length > 1 && subjects.every(names)) return true;
  if (!touches && (line < first || last < line)) return false;
  // On one line two errors are one, whatever their words: nginx sees no second one before the first is gone.
  return bothErrors || subjects.some(names);
}

function isSyntax({ rule, level }: Finding): boolean {
  return rule === 'nginx/syntax' && level === 'error';
}
