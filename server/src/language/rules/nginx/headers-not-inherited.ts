import { linesInForce } from '../../stack/lines-in-force.ts';
import { compareVersions, targetNginx } from '../../nginx-conf/version.ts';
import type { NginxView } from '../inputs.ts';
import { defineRule, type Fix, type NginxRule } from '../rule.ts';
import { listKeys, type LostLines, lostLinesOf, repeatLines } from './lost-lines.ts';
import { headSpan, insertBefore } from './word-fixes.ts';

export const headersNotInherited: NginxRule = defineRule({
  id: 'nginx/headers-not-inherited',
  scope: 'nginx',
  level: 'information',
  docs: {
    what: 'Reports an `add_header` that makes its block lose the headers added in the blocks around; a warning when security headers are among them.',
    why: 'nginx inherits `add_header` as a whole list or not at all: an `add_header` in a `location`, or in an `if` in it, discards all those of `server` and `http`.',
    fix: 'Repeat the headers in the block; from nginx 1.29.3 on `add_header_inherit merge;` keeps them.',
    source: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
  },
  check(view, report) {
    for (const found of lostLinesOf(view, 'add_header')) {
      if (isMerged(view, found)) continue;
      const [first] = found.lost;
      const grave = found.lost.some(({ node }) =>
        security.test(node.statement.args[0]?.value ?? ''),
      );
      report({
        span: headSpan(found.node),
        level:
          grave && found.node.parent?.statement.name.value !== 'if' ? 'warning' : 'information',
        message: `this \`add_header\` makes the block lose ${listKeys(found.lost)} of \`${found.place}\``,
        related: first
          ? [{ path: first.file.path, span: first.node.statement.span, message: 'is lost' }]
          : [],
        fixes: fixesOf(view, found),
      });
    }
  },
});

const security =
  /^(?:strict-transport-security|content-security-policy|x-frame-options|x-content-type-options|referrer-policy|permissions-policy|cross-origin-.*)$/i;

function isMerged(view: NginxView, { node }: LostLines): boolean {
  const { lines } = linesInForce(view, node.parent, ['add_header_inherit']);
  return lines.at(-1)?.node.statement.args[0]?.value === 'merge';
}

function fixesOf(view: NginxView, found: LostLines): readonly Fix[] {
  const repeat = repeatLines(view, found);
  if (compareVersions(targetNginx(view.around), '1.29.3') < 0) return [repeat];
  const merge = insertBefore(view, found.node.statement, ['add_header_inherit merge;'], {
    title: 'Insert `add_header_inherit merge;` (nginx 1.29.3)',
    preferred: false,
  });
  return [repeat, merge];
}
