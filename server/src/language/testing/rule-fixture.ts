import assert from 'node:assert/strict';
import { uwsgiRules } from '../rules/uwsgi/list.ts';
import { indexLines, lineAt } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type { Around, NginxView, UwsgiFile, UwsgiView } from '../rules/inputs.ts';
import type { Finding, Fix, NginxRule, Report, UwsgiRule } from '../rules/rule.ts';
import { collectFindings } from '../rules/run.ts';
import { effectiveConfig } from '../uwsgi/effective-config.ts';
import { readUwsgi } from './around.ts';
import { checkFixes } from './check-fixes.ts';
import { checkNear } from './check-near.ts';

/**
 * Asserts that `findings` are exactly those that the text's own marker lines announce. A marker is a comment line under
 * the line that it is about:
 *
 *     chmod-sockt = 660
 *     # ^^^^^^^^^ error: unknown option "chmod-sockt"
 *     #<<<<<<<<< error: the same range, but from column 0 on, where the comment sign stands in the carets' way
 *     #     ^... warning: a range that goes on past the line's end
 *     #     ^^^^ error: a message of which only the beginning matters…
 *
 * Several markers may stand under one line. An empty range is marked by one caret. Lines without a marker must stay silent.
 */
export function checkFindings(text: string, findings: readonly CheckedFinding[]): void {
  const expected = readMarkers(text);
  const actual = findings.map((finding) => placeOf(text, finding));
  const prefixes = expected.filter((place) => place.message.endsWith('…'));
  const shown = actual.map((place) => shorten(place, prefixes));
  assert.deepEqual(shown.map(render).sort(), expected.map(render).sort());
}

/**
 * Runs a rule of one file as the product does, without settings; a rule that throws fails the test. So does a fix on an
 * ini file that leaves its finding, or brings a new one.
 */
export function runRule(rule: NginxRule, file: NginxView): readonly Finding[];
export function runRule(rule: UwsgiRule, file: UwsgiView): readonly Finding[];
export function runRule(
  rule: NginxRule | UwsgiRule,
  file: NginxView | UwsgiView,
): readonly Finding[] {
  const findings = collect(rule, file);
  if ('config' in file && findings.some(({ fixes }) => fixes.length > 0)) {
    const all = (view: UwsgiView) => uwsgiRules.flatMap((one) => collect(one, view));
    checkFixes(findings, all(file), (fix) => all(withFix(file, fix)));
  }
  checkNear(rule, file, findings);
  return findings;
}

function collect(rule: NginxRule | UwsgiRule, file: NginxView | UwsgiView): readonly Finding[] {
  const check = rule.check as (input: NginxView | UwsgiView, report: Report) => void;
  return collectFindings(rule, file.path, undefined, (report) => {
    check(file, report);
  });
}

function withFix(view: UwsgiView, fix: Fix): UwsgiView {
  const edited = (file: UwsgiFile) => {
    const edits = fix.edits.filter(({ path }) => path === file.path);
    return edits.length === 0 ? file : readUwsgi(applyFix(file.text, { ...fix, edits }), file.path);
  };
  const uwsgiFile: Around['uwsgiFile'] = (path) => {
    const file = view.around.uwsgiFile(path);
    return file && edited(file);
  };
  const file = edited(view);
  const around = { ...view.around, uwsgiFile };
  return { ...file, effective: effectiveConfig(file, uwsgiFile), around };
}

/** The text after a fix's edits of that file. Edits must not overlap. */
export function applyFix(text: string, fix: Fix): string {
  let result = text;
  let end = text.length;
  for (const edit of [...fix.edits].sort((a, b) => b.span.start - a.span.start)) {
    assert.ok(edit.span.end <= end, 'edits of one fix overlap');
    result = result.slice(0, edit.span.start) + edit.newText + result.slice(edit.span.end);
    end = edit.span.start;
  }
  return result;
}

export interface CheckedFinding {
  readonly span: Span;
  readonly level: string;
  readonly message: string;
}

interface Place {
  /** 0-based. */
  readonly line: number;
  readonly from: number;
  /** Infinity when the range goes on past the line's end. */
  readonly to: number;
  readonly level: string;
  readonly message: string;
}

const markerPattern =
  /^\s*[#;](\s*)(\^+|<+)(\.\.\.)?\s+(error|warning|information|hint): (.*?)\r?$/;

function readMarkers(text: string): Place[] {
  const places: Place[] = [];
  let markedLine = 0;
  for (const [line, content] of text.split('\n').entries()) {
    const match = markerPattern.exec(content);
    if (!match) {
      markedLine = line;
      continue;
    }
    const [, , sign = '', onwards, level = '', message = ''] = match;
    const signAt = content.indexOf(sign);
    const to = onwards === undefined ? signAt + sign.length : Infinity;
    places.push({ line: markedLine, from: sign.startsWith('<') ? 0 : signAt, to, level, message });
  }
  return places;
}

function placeOf(text: string, { span, level, message }: CheckedFinding): Place {
  const lines = indexLines(text);
  const line = lineAt(lines, span.start);
  const lineStart = lines.starts[line] ?? 0;
  const lineEnd = (lines.starts[line + 1] ?? Infinity) - 1;
  const to = span.end > lineEnd ? Infinity : Math.max(span.end, span.start + 1) - lineStart;
  return { line, from: span.start - lineStart, to, level, message };
}

function shorten(place: Place, prefixes: readonly Place[]): Place {
  const prefix = prefixes.find(
    ({ line, message }) => line === place.line && place.message.startsWith(message.slice(0, -1)),
  );
  return prefix ? { ...place, message: prefix.message } : place;
}

function render({ line, from, to, level, message }: Place): string {
  return `line ${line + 1}, columns ${from}-${to === Infinity ? '…' : to} ${level}: ${message}`;
}
