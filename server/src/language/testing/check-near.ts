import assert from 'node:assert/strict';
import { isIn, nearFindings } from '../near-findings.ts';
import { readConf } from '../nginx-conf/read-conf.ts';
import { parseNginx } from '../nginx/parse.ts';
import type { ReadFile } from '../read-file.ts';
import type { NginxView, UwsgiView } from '../rules/inputs.ts';
import { withNoticedLines } from '../rules/nginx/where-noticed.ts';
import type { Finding, NginxRule, UwsgiRule } from '../rules/rule.ts';
import { readUwsgi } from './around.ts';

/**
 * Asserts that a rule finds the same in an excerpt as in the file when one line of it is written anew, as far as it
 * lets itself be asked: each line with a finding, and each fifth of the others.
 */
export function checkNear(
  rule: NginxRule | UwsgiRule,
  file: NginxView | UwsgiView,
  findings: readonly Finding[],
): void {
  const { path, text, around } = file;
  // The long ones are there for their length.
  if (text.length > 10_000) return;
  const rules = {
    nginx: rule.scope === 'nginx' ? [switchedOn(rule)] : [],
    uwsgi: rule.scope === 'uwsgi' ? [switchedOn(rule)] : [],
  };
  const all = 'conf' in file ? withNoticedLines(file, findings) : findings;
  const lines = text.split('\n');
  let end = -1;
  for (const [number, line] of lines.entries()) {
    const start = end + 1;
    end = start + line.length;
    const held = findings.some((one) => one.span.start >= start && one.span.start <= end);
    if (!held && number % 5 !== 0) continue;
    const before = text.slice(0, start) + text.slice(end);
    const near = nearFindings(
      { path, text },
      { reading: readLike(file, before), findings: [] },
      around,
      rules,
    );
    if (near?.asked.has(rule.id) !== true) continue;
    const inRegion = (list: readonly Finding[]) =>
      list.filter((one) => isIn(near.region, one.span.start)).map((one) => JSON.stringify(one));
    assert.deepEqual(
      inRegion(near.findings).sort(),
      inRegion(all).sort(),
      `${rule.id} looks further than the excerpt: give it the reach 'file'. Line ${number + 1}: ${line}`,
    );
  }
}

function switchedOn<R extends NginxRule | UwsgiRule>(rule: R): R {
  const fields = Object.entries(rule).filter(([name]) => name !== 'optional');
  return Object.fromEntries(fields) as unknown as R;
}

/** Another text in the place of a file. */
function readLike(file: NginxView | UwsgiView, text: string): ReadFile {
  const { path } = file;
  if (!('conf' in file)) return { nginx: undefined, uwsgi: readUwsgi(text, path) };
  const tree = parseNginx(text);
  const conf = readConf(tree, { topContexts: file.conf.topContexts });
  return { nginx: { path, text, tree, conf }, uwsgi: undefined };
}
