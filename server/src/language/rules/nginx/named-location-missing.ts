import { walkNodes } from '../../nginx-conf/walk.ts';
import { serverAround, statementsNamed } from '../../nginx-conf/statements.ts';
import { closest } from '../../text/closest.ts';
import { levelsOf } from '../../stack/nginx-levels.ts';
import type { ConfNode } from '../../nginx-conf/conf.ts';
import type { NginxView } from '../inputs.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const namedLocationMissing: NginxRule = defineRule({
  id: 'nginx/named-location-missing',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a named location such as `@app` in `try_files` or `error_page` that the server does not have.',
    why: 'nginx looks for it only when a request goes there, and then answers 500 with `could not find named location` in the error log.',
    fix: 'Write the location, or take the name that is offered.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#location',
  },
  check(view, report) {
    const known = new Map<ConfNode, readonly string[] | undefined>();
    for (const node of statementsNamed(view.conf, 'try_files', 'error_page', 'post_action')) {
      const last = node.statement.args.at(-1);
      const server = serverAround(node);
      if (last === undefined || server === undefined || !/^@[\w.-]+$/.test(last.value)) continue;
      if (!known.has(server)) known.set(server, namesIn(view, server));
      const names = known.get(server);
      if (names === undefined || names.includes(last.value)) continue;
      const offered = closest(last.value, names);
      const [best] = offered;
      report({
        span: last.span,
        message: `this server has no location ${last.value}${best === undefined ? '' : `; did you mean ${best}?`}`,
        fixes: offered.map((name, index) =>
          replaceSpan(view, last.span, name, { preferred: index === 0 }),
        ),
      });
    }
  },
});

/** undefined where a file that is not known may bring more of them. */
function namesIn(view: NginxView, server: ConfNode): readonly string[] | undefined {
  const lines = (name: string) => levelsOf(view).linesNamed({ file: view, block: server }, name);
  if (lines('include').some(({ node }) => !withoutLocations(node))) return undefined;
  const locations = lines('location').map(({ node }) => node);
  // One that stands in the wrong place is an error of its own.
  const inside = [...walkNodes(server.children)].filter(
    ({ statement }) => statement.name.value === 'location',
  );
  return [...locations, ...inside].flatMap(({ statement }) => {
    const name = statement.args[0]?.value ?? '';
    return name.startsWith('@') ? [name] : [];
  });
}

function withoutLocations({ statement }: ConfNode): boolean {
  return /(?:^|\/)(?:mime\.types|(?:uwsgi|fastcgi|scgi|proxy)_params|fastcgi\.conf)$/.test(
    statement.args[0]?.value ?? '',
  );
}
