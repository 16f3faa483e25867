import { inOneLine } from '../../../shared/terminal-text.ts';
import type { Format } from './check-options.ts';
import { githubAnnotations } from './github.ts';
import type { Report, ReportedFinding } from './report.ts';
import { sarifLog } from './sarif.ts';

/** All that goes to standard output. */
export function formatReport(report: Report, format: Format): string {
  switch (format) {
    case 'text':
      return report.findings
        .map(
          ({ path, line, column, level, message, rule, related }) =>
            `${inOneLine(`${path}:${line}:${column}: ${level}: ${message} [${rule}]`)}\n${notes(line, related)}`,
        )
        .join('');
    case 'json':
      return `${JSON.stringify(plainReport(report), undefined, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarifLog(report), undefined, 2)}\n`;
    case 'github':
      return githubAnnotations(report);
  }
}

/** The line that the program's own message names, for whoever comes from there. */
function notes(line: number, related: ReportedFinding['related']): string {
  return related
    .filter((place) => place.noticed && place.line !== line)
    .map(({ path, line: at, column, message }) => `${path}:${at}:${column}: note: ${message}`)
    .map((note) => `${inOneLine(note)}\n`)
    .join('');
}

/**
 * This format has no room for places beside a finding. Where the program names another line than that of the mistake,
 * that line gets an entry as well, so that its message and ours are found together.
 */
function withNoticed(finding: ReportedFinding): readonly ReportedFinding[] {
  const noticed = finding.related
    .filter((place) => place.noticed && place.line !== finding.line)
    .map((place) => ({ ...finding, ...place, message: `${place.message}: ${finding.message}` }));
  return [finding, ...noticed];
}

function plainReport({ files, findings }: Report) {
  const entries = findings.flatMap(withNoticed);
  return {
    files,
    findings: entries.map(({ path, line, column, endLine, endColumn, rule, level, message }) => ({
      path,
      line,
      column,
      endLine,
      endColumn,
      rule,
      level,
      message,
    })),
  };
}
