import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ruleOf } from '../../../server/src/language/language.ts';
import type { Level } from './check-options.ts';
import type { Place, Report } from './report.ts';

/** SARIF 2.1.0, as code scanning services read it. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarifLog({ findings }: Report) {
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const results = findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: sarifLevels[finding.level],
    message: { text: finding.message },
    locations: [location(finding)],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((place, id) => ({
        id,
        ...location(place),
        message: { text: place.message },
      })),
    }),
  }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'uwsgi-stack', rules: ids.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

function describeRule(id: string) {
  const rule = ruleOf(id);
  // Remarks on the comments that silence findings come from no rule.
  if (rule === undefined) return { id };
  const { what, why, fix, source } = rule.docs;
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: { text: `${why} ${fix}` },
    helpUri: source,
    defaultConfiguration: {
      enabled: rule.optional !== true,
      level: sarifLevels[rule.level === 'error' || rule.level === 'warning' ? rule.level : 'info'],
    },
  };
}

function location({ path, line, column, endLine, endColumn }: Place) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

/** Relative below the current folder, which a service takes for the repository's root; absolute elsewhere. */
function uriOf(path: string): string {
  if (path === '..' || path.startsWith(`..${sep}`)) return pathToFileURL(resolve(path)).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}

const sarifLevels = {
  error: 'error',
  warning: 'warning',
  info: 'note',
} as const satisfies Record<Level, string>;
