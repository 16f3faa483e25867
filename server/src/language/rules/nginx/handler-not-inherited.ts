import type { ConfNode } from '../../nginx-conf/conf.ts';
import { childrenNamed, statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { argsSpan, headSpan, insertBefore } from './word-fixes.ts';

export const handlerNotInherited: NginxRule = defineRule({
  id: 'nginx/handler-not-inherited',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a location inside one with `uwsgi_pass`, `proxy_pass` or the like that says nothing of who answers.',
    why: 'A location inherits settings, but not the pass: its requests are looked for as files below `root`, and mostly end as 404.',
    fix: 'Repeat the pass in the inner location.',
    source: 'https://nginx.org/en/docs/http/ngx_http_uwsgi_module.html#uwsgi_pass',
  },
  check(view, report) {
    for (const node of statementsNamed(view.conf, 'location')) {
      const outer = node.parent;
      if (outer?.statement.name.value !== 'location' || node.statement.end.kind !== 'block')
        continue;
      const pass = childrenNamed(outer, ...passes).at(-1);
      if (pass === undefined || answersItself(node)) continue;
      const text = view.text.slice(pass.statement.span.start, pass.statement.span.end);
      const first = node.children[0];
      // In a location by regular expression a pass with a path is an error of its own.
      const repeatable = !/^proxy_pass\s+\S+:\/\/[^/\s]+\/.*/.test(text);
      report({
        span: argsSpan(node),
        message: `requests for this location do not go to \`${pass.statement.name.value}\`: a pass is not inherited, so nginx looks for files`,
        related: [{ path: view.path, span: headSpan(pass), message: 'counts outside only' }],
        fixes:
          first !== undefined && repeatable
            ? [insertBefore(view, first.statement, [text], { title: `Repeat \`${text}\` here` })]
            : [],
      });
    }
  },
});

const passes = ['uwsgi_pass', 'proxy_pass', 'fastcgi_pass', 'scgi_pass', 'grpc_pass'];

/** Or may: by a file, by a block inside, by a module that isn't known here. */
function answersItself({ children }: ConfNode): boolean {
  return children.some(
    ({ statement, known }) =>
      answers.has(statement.name.value) ||
      known.length === 0 ||
      known.every(({ module }) => module.status !== 'core'),
  );
}

const answers = new Set([
  ...passes,
  ...[
    'memcached_pass',
    'tunnel_pass',
    'root',
    'alias',
    'return',
    'rewrite',
    'try_files',
    'include',
  ],
  ...['empty_gif', 'stub_status', 'autoindex', 'index', 'flv', 'mp4', 'perl', 'internal', 'deny'],
  ...[
    'location',
    'if',
    'error_page',
    'random_index',
    'dav_methods',
    'gzip_static',
    'open_file_cache',
  ],
]);
