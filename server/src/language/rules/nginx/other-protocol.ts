import type { ConfNode } from '../../nginx-conf/conf.ts';
import { directivesNamed } from '../../nginx-conf/directives.ts';
import { childrenNamed, statementsNamed, valuesOf } from '../../nginx-conf/statements.ts';
import { walkNodes } from '../../nginx-conf/walk.ts';
import type { NginxView } from '../inputs.ts';
import { defineRule, type Fix, type NginxRule } from '../rule.ts';
import { replaceSpan } from './word-fixes.ts';

export const otherProtocol: NginxRule = defineRule({
  id: 'nginx/other-protocol',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports settings of another protocol than the one that a location passes its requests with, such as `proxy_read_timeout` beside `uwsgi_pass`.',
    why: 'Each module reads its own directives only: beside `uwsgi_pass` those that begin with `proxy_` or `fastcgi_` have no effect, and nginx says nothing.',
    fix: 'Use the directive of the same name that begins with the protocol of the pass. A header for a uWSGI application is a `uwsgi_param HTTP_…`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_uwsgi_module.html',
  },
  check(view, report) {
    for (const pass of statementsNamed(view.conf, ...protocols.map((one) => `${one}_pass`))) {
      const location = pass.parent;
      if (location?.statement.name.value !== 'location') continue;
      const used = protocolsIn(location);
      // A location with two passes is a finding of its own.
      if (used.size !== 1) continue;
      const [own = ''] = used;
      for (const child of location.children) {
        const [, other, rest = ''] = /^([a-z]+)_(.+)$/.exec(child.statement.name.value) ?? [];
        if (other === undefined || other === own || !protocols.includes(other)) continue;
        if (child.known.length === 0 || rest.endsWith('cache_path')) continue;
        report({
          span: child.statement.name.span,
          message: `\`${child.statement.name.value}\` has no effect here: requests go out by \`${own}_pass\``,
          related: [
            { path: view.path, span: pass.statement.span, message: 'the pass of this location' },
          ],
          fixes: fixesOf(view, child, own, rest),
        });
      }
    }
  },
});

const protocols: readonly string[] = ['proxy', 'uwsgi', 'fastcgi', 'scgi', 'grpc'];

/** Also of the blocks inside, which inherit what stands here. */
function protocolsIn(location: ConfNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { statement } of walkNodes(location.children)) {
    const [, name] = /^([a-z]+)_pass$/.exec(statement.name.value) ?? [];
    if (name !== undefined && protocols.includes(name)) found.add(name);
    // A file may bring a pass of another protocol for a block inside.
    if (statement.name.value === 'include' && /[*?[]/.test(statement.args[0]?.value ?? ''))
      found.add('unknown');
  }
  return found;
}

function fixesOf(view: NginxView, child: ConfNode, own: string, rest: string): readonly Fix[] {
  const renamed = `${own}_${rest}`;
  const { name, args, span } = child.statement;
  if (directivesNamed(renamed).length > 0) return [replaceSpan(view, name.span, renamed)];
  const [header, value] = args;
  if (rest !== 'set_header' || header === undefined || value === undefined) return [];
  if (own !== 'uwsgi' && own !== 'scgi' && own !== 'fastcgi') return [];
  // A first parameter would make the location lose those that it inherits.
  const has = childrenNamed(child.parent ?? child, `${own}_param`, 'include').some(
    (one) =>
      one.statement.name.value !== 'include' || (valuesOf(one)[0] ?? '').endsWith(`${own}_params`),
  );
  if (!has || !/^[\w-]+$/.test(header.value)) return [];
  const parameter = `HTTP_${header.value.toUpperCase().replaceAll('-', '_')}`;
  const written = view.text.slice(value.span.start, value.span.end);
  return [replaceSpan(view, span, `${own}_param ${parameter} ${written};`)];
}
