import type { ConfNode } from '../../nginx-conf/conf.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { includeBases } from '../../stack/nginx-includers.ts';
import type { LevelLine } from '../../stack/nginx-levels.ts';
import { basename, resolvePath } from '../../text/path.ts';
import type { NginxView } from '../inputs.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan, insertBefore } from './word-fixes.ts';

export const uwsgiParamsMissing: NginxRule = defineRule({
  id: 'nginx/uwsgi-params-missing',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `uwsgi_pass` whose requests reach the application without method, path and query.',
    why: 'nginx sends the parameters that are configured, and nothing else of the request but its headers. Without `include uwsgi_params` uWSGI still calls the application, which then finds no REQUEST_METHOD and no PATH_INFO; no log says why.',
    fix: 'Write `include uwsgi_params;` beside the `uwsgi_pass`. A `uwsgi_param` of its own makes a block lose all that it would inherit, this include too.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Nginx.html',
  },
  check(view, report) {
    for (const pass of statementsNamed(view.conf, 'uwsgi_pass')) {
      const { lines, hidden, complete } = linesInForce(view, pass.parent, ['uwsgi_param']);
      if (hidden.some(mayBringParameters) || !complete) continue;
      if (lines.some(({ node }) => essential.has(node.statement.args[0]?.value ?? ''))) continue;
      report({
        span: headSpan(pass),
        message:
          lines.length === 0
            ? 'the application gets no REQUEST_METHOD, PATH_INFO or QUERY_STRING: `include uwsgi_params` is missing'
            : `the application gets ${listed(lines)}, but no REQUEST_METHOD, PATH_INFO or QUERY_STRING: \`include uwsgi_params\` is missing`,
        related: lines.slice(0, 1).map(({ file, node }) => ({
          path: file.path,
          span: node.statement.span,
          message: 'the parameters that count here begin with this one',
        })),
        fixes: [insertBefore(view, anchor(view, pass, lines).statement, [includeLine(view)])],
      });
    }
  },
});

const essential = new Set(['REQUEST_METHOD', 'PATH_INFO', 'REQUEST_URI', 'QUERY_STRING']);

/** Files that every installation has; none of them sets a `uwsgi_param`, but for the one that is asked for. */
function mayBringParameters({ node }: LevelLine): boolean {
  const name = basename(node.statement.args[0]?.value ?? '');
  return !/^(?:mime\.types|(?:fastcgi|scgi|proxy)_params|fastcgi\.conf|koi-.*|win-utf)$/.test(name);
}

/** The standard parameters come first, so that the block's own ones win. */
function anchor(view: NginxView, pass: ConfNode, lines: readonly LevelLine[]): ConfNode {
  const own = lines.find(({ file, via }) => file.path === view.path && via === undefined)?.node;
  return own !== undefined && own.parent === pass.parent ? own : pass;
}

/** As nginx finds it: beside the main file, else where distributions have it. */
function includeLine(view: NginxView): string {
  const [base = '/'] = includeBases(view);
  const beside = view.around.disk.look(resolvePath(base, 'uwsgi_params'));
  const absolute = '/etc/nginx/uwsgi_params';
  return beside?.kind === 'absent' && view.around.disk.look(absolute)?.kind === 'file'
    ? `include ${absolute};`
    : 'include uwsgi_params;';
}

function listed(lines: readonly LevelLine[]): string {
  const names = [...new Set(lines.map(({ node }) => node.statement.args[0]?.value ?? ''))];
  return names.length > 2 ? `${names.slice(0, 2).join(', ')}, …` : names.join(' and ');
}
