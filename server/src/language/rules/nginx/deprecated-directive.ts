import type { NginxDirective } from '../../nginx-conf/directives.ts';
import { soundWhere } from '../../nginx-conf/sound.ts';
import { compareVersions, existsIn, targetNginx } from '../../nginx-conf/version.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const deprecatedDirective: NginxRule = defineRule({
  id: 'nginx/deprecated-directive',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Warns about directives and parameters that nginx itself warns about, as something else has taken their place.',
    why: 'nginx starts, but with a warning such as `the "listen ... http2" directive is deprecated` or `the "http2_max_requests" directive is obsolete`; an obsolete one does nothing any more.',
    fix: 'Write what the message names.',
    source: 'https://nginx.org/en/docs/http/ngx_http_v2_module.html#http2',
  },
  check({ conf, around }, report) {
    const version = targetNginx(around);
    const from = (release: string) => compareVersions(version, release) >= 0;
    const http2Directive = from('1.25.1');
    const mayBe = ({ name, module, deprecated }: NginxDirective) =>
      name === 'listen' || (module.status === 'core' && deprecated !== undefined);
    for (const { node, entry } of soundWhere(conf, mayBe)) {
      const { name, args } = node.statement;
      if (entry.name === 'listen' && http2Directive) {
        const word = args.slice(1).find(({ value }) => value === 'http2');
        if (word && entry.contexts.includes('server'))
          report({
            span: word.span,
            message: 'from nginx 1.25.1 on, `http2 on;` in the server takes the place of this',
            tag: 'deprecated',
          });
        continue;
      }
      const since = entry.deprecated?.since;
      if (entry.module.status !== 'core' || entry.deprecated === undefined) continue;
      if (!existsIn(entry, version) || (since !== undefined && !from(since))) continue;
      const instead = entry.replacement ? `: use "${entry.replacement}"` : '';
      report({
        span: name.span,
        message:
          since === undefined
            ? `"${name.value}" is an old name${instead}`
            : `"${name.value}" does nothing from nginx ${since} on${instead}`,
        tag: 'deprecated',
      });
    }
  },
});
