import type { RuleLevel } from '../../../../shared/settings.ts';
import type { Finding, Report, Rule } from './rule.ts';

type Level = Exclude<RuleLevel, 'off'>;

/**
 * Runs one rule. A rule that throws becomes one internal finding that names it, so that the others still run and the
 * bug can be reported.
 */
export function runRule<Input>(
  rule: Pick<Rule, 'id' | 'level' | 'optional'> & {
    readonly check: (input: Input, report: Report) => void;
  },
  input: Input,
  path: string,
  levels: Readonly<Record<string, RuleLevel>>,
): readonly Finding[] {
  const setting = levels[rule.id];
  if (setting === 'off' || (setting === undefined && rule.optional === true)) return [];
  return collectFindings(rule, path, setting, (report) => {
    try {
      rule.check(input, report);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      report({
        span: { start: 0, end: 0 },
        level: 'information',
        message: `The rule ${rule.id} failed on this file (${reason}). Please report this with the file.`,
      });
    }
  });
}

/** What `run` reports, filled up: the setting's level counts, then the finding's own, then the rule's. */
export function collectFindings(
  rule: Pick<Rule, 'id' | 'level'>,
  path: string,
  setting: Level | undefined,
  run: (report: Report) => void,
): readonly Finding[] {
  const findings: Finding[] = [];
  run((finding) => {
    findings.push({
      rule: rule.id,
      level: setting ?? finding.level ?? rule.level,
      path: finding.path ?? path,
      span: finding.span,
      message: finding.message,
      related: finding.related ?? [],
      fixes: finding.fixes ?? [],
      tag: finding.tag,
    });
  });
  return findings;
}
