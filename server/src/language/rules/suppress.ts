import { indexLines, lineAt } from '../text/line-index.ts';
import type { Finding } from './rule.ts';

/**
 * `# uwsgi-stack-ignore RULE: reason` on the line above silences the findings of one rule on one line. A comment
 * without a reason, or without anything to silence, is itself a finding, so that none outlives its mistake.
 */
export function suppress(
  path: string,
  text: string,
  findings: readonly Finding[],
): readonly Finding[] {
  if (!text.includes(mark)) return findings;
  const lines = indexLines(text);
  const comments = [...text.matchAll(comment)].map((match) => ({
    line: lineAt(lines, match.index + match[0].indexOf(mark)),
    span: { start: match.index + match[0].indexOf(mark), end: match.index + match[0].length },
    rule: match[1] ?? '',
    reason: match[2]?.trim() ?? '',
    used: false,
  }));
  const left = findings.filter((finding) => {
    const at = lineAt(lines, finding.span.start);
    const found = comments.find(({ line, rule }) => line === at - 1 && rule === finding.rule);
    if (found === undefined) return true;
    found.used = true;
    return false;
  });
  const remarks = comments.flatMap(({ span, rule, reason, used }): Finding[] => {
    const message = !used
      ? `Nothing to ignore: ${rule} finds nothing on the next line.`
      : reason === ''
        ? `Say why ${rule} is ignored here: uwsgi-stack-ignore ${rule}: reason`
        : undefined;
    if (message === undefined) return [];
    const common = { related: [], fixes: [], tag: undefined };
    return [{ rule: 'uwsgi-stack/ignore', level: 'warning', path, span, message, ...common }];
  });
  return [...left, ...remarks];
}

const mark = 'uwsgi-stack-ignore';
const comment = /^[ \t]*[#;][ \t]*uwsgi-stack-ignore[ \t]+([\w/-]+)(?:[ \t]*:([^\r\n]*))?/gm;
