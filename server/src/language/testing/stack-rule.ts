import { createLanguage, type Finding, type Fix } from '../language.ts';
import type { Span } from '../text/span.ts';
import { checkFixes } from './check-fixes.ts';
import { snapshot } from './workspace.ts';

type Files = Readonly<Record<string, string>>;

/** Findings of one rule in all files. A fix that leaves its finding, or brings a new one, fails the test. */
export function findingsOf(rule: string, files: Files): readonly Finding[] {
  const all = allFindings(files);
  const findings = all.filter((finding) => finding.rule === rule);
  checkFixes(findings, all, (fix) => allFindings(applied(files, fix)));
  return findings;
}

function allFindings(files: Files): readonly Finding[] {
  return [...createLanguage().check(snapshot(files)).values()].flat();
}

/** The text that a finding, or a place that it names, marks. */
export function shown(
  files: Files,
  place: { path: string; span: Span } | undefined,
): string | undefined {
  return place && files[place.path]?.slice(place.span.start, place.span.end);
}

export function applied(files: Files, fix: Fix | undefined): Files {
  const result: Record<string, string> = { ...files };
  const fromTheEnd = [...(fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  for (const { path, span, newText } of fromTheEnd) {
    const text = result[path] ?? '';
    result[path] = text.slice(0, span.start) + newText + text.slice(span.end);
  }
  return result;
}
