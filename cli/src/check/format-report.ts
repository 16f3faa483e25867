import type { Format } from './check-options.ts';
import { githubAnnotations } from './github.ts';
import type { Report } from './report.ts';
import { sarifLog } from './sarif.ts';

/** All that goes to standard output. */
export function formatReport(report: Report, format: Format): string {
  switch (format) {
    case 'text':
      return report.findings
        .map(
          ({ path, line, column, level, message, rule }) =>
            `${path}:${line}:${column}: ${level}: ${message} [${rule}]\n`,
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

function plainReport({ files, findings }: Report) {
  return {
    files,
    findings: findings.map(({ path, line, column, endLine, endColumn, rule, level, message }) => ({
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
