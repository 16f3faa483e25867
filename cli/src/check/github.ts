import type { Report, ReportedFinding } from './report.ts';

/**
 * Workflow commands: a GitHub runner shows them beside the lines of a pull request.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubAnnotations({ findings }: Report): string {
  return findings.map((finding) => `${annotation(finding)}\n`).join('');
}

function annotation(finding: ReportedFinding): string {
  const { path, line, column, endLine, endColumn, rule, level, message } = finding;
  const properties = [
    ['file', path],
    ['line', String(line)],
    ['col', String(column)],
    ['endLine', String(endLine)],
    ['endColumn', String(endColumn)],
    ['title', rule],
  ] as const;
  const list = properties.map(([name, value]) => `${name}=${property(value)}`).join(',');
  return `::${level === 'info' ? 'notice' : level} ${list}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
