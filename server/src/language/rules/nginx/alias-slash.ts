import { readLocation } from '../../nginx-conf/location.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const aliasSlash: NginxRule = defineRule({
  id: 'nginx/alias-slash',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports an `alias` without a slash at its end in a location that has one.',
    why: 'nginx puts the rest of the path right behind the alias: with `location /static/ { alias /srv/www; }` a request for `/static/a.css` reads `/srv/wwwa.css`, and ends as 404.',
    fix: 'End the alias with a slash.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#alias',
  },
  check({ path, conf }, report) {
    for (const { statement, parent } of statementsNamed(conf, 'alias')) {
      const [folder] = statement.args;
      const match = parent && readLocation(parent.statement.args);
      if (folder === undefined || match?.kind !== 'prefix') continue;
      if (!match.name.endsWith('/') || /[/$}]$/.test(folder.value)) continue;
      // The end of a variable is not known.
      if (/\$\w+$/.test(folder.value)) continue;
      const end = folder.span.end - (folder.quote ? 1 : 0);
      report({
        span: folder.span,
        message: `\`${match.name}a\` is read from ${folder.value}a: the slash is missing here`,
        fixes: [
          {
            title: `Change to "${folder.value}/"`,
            edits: [{ path, span: { start: end, end }, newText: '/' }],
            preferred: true,
          },
        ],
      });
    }
  },
});
