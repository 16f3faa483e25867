import { readConf, type ReadConfOptions } from '../nginx-conf/read-conf.ts';
import { parseNginx } from '../nginx/parse.ts';
import type { Around, NginxView } from '../rules/inputs.ts';
import type { Finding, NginxRule } from '../rules/rule.ts';
import { around } from './around.ts';
import { checkFixes } from './check-fixes.ts';
import { applyFix, checkFindings, runRule } from './rule-fixture.ts';

/** Runs a rule over an nginx file whose text says by its marker lines what must be found, and that its fixes mend it; returns the findings. */
export function checkNginxRule(
  rule: NginxRule,
  markedText: string,
  options?: ReadConfOptions,
  given?: Partial<Around>,
): readonly Finding[] {
  const run = (text: string) => runRule(rule, readNginxFile(text, options, given));
  const findings = run(markedText);
  checkFindings(markedText, findings);
  checkFixes(findings, findings, (fix) => run(applyFix(markedText, fix)));
  return findings;
}

export function readNginxFile(
  text: string,
  options?: ReadConfOptions,
  given?: Partial<Around>,
): NginxView {
  const tree = parseNginx(text);
  const conf = readConf(tree, options);
  return { path: '/stack/nginx.conf', text, tree, conf, around: around(given) };
}
