import { statementsNamed } from '../../nginx-conf/statements.ts';
import { dirname } from '../../text/path.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const rootSensitive: NginxRule = defineRule({
  id: 'nginx/root-sensitive',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a `root` or `alias` that offers a folder of the system, or the one with this configuration.',
    why: 'Every file below it that nginx may read is handed out: `root /etc;` gives `/etc/passwd` to everybody, `root /;` the whole machine.',
    fix: 'Name a folder that holds nothing but what may be read by all.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#root',
  },
  check(view, report) {
    for (const { statement, parent } of statementsNamed(view.conf, 'root', 'alias')) {
      const [word] = statement.args;
      if (word === undefined) continue;
      const folder = word.value.replace(/\/+$/, '') || '/';
      const own = folder === dirname(view.path);
      if (!system.has(folder) && !own) continue;
      // `location /srv/ { root /; }` offers no more than its path.
      const location = parent?.statement.name.value === 'location';
      if (statement.name.value === 'root' && location && folder === '/') continue;
      report({
        span: word.span,
        message: own
          ? `this offers the folder of ${view.path.slice(folder.length + 1)}, configuration and all`
          : `everybody can read what nginx may read below ${folder}`,
      });
    }
  },
});

const system = new Set([
  ...['/', '/etc', '/etc/nginx', '/root', '/home', '/boot', '/dev', '/proc', '/sys', '/var'],
  ...['/var/log', '/var/lib', '/var/run', '/run', '/usr', '/usr/local', '/bin', '/sbin', '/lib'],
]);
