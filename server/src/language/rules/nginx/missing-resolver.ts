import type { ConfNode } from '../../nginx-conf/conf.ts';
import { scanVariables } from '../../nginx-conf/scan-variables.ts';
import { statementsNamed, valuesOf } from '../../nginx-conf/statements.ts';
import { parseUrl } from '../../nginx-conf/values/url.ts';
import { isIpv4 } from '../../nginx-conf/values/address.ts';
import { linesInForce } from '../../stack/lines-in-force.ts';
import { declared } from '../../stack/nginx-configuration.ts';
import type { NginxView } from '../inputs.ts';
import { defineRule, type NginxRule } from '../rule.ts';
import { headSpan } from './word-fixes.ts';

export const missingResolver: NginxRule = defineRule({
  id: 'nginx/missing-resolver',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a pass whose host name is in a variable, where no `resolver` is set.',
    why: 'A name in a variable is looked up at each request, and nginx asks no name server by itself, nor /etc/hosts: the request ends as 502 with `no resolver defined to resolve …`.',
    fix: 'Set `resolver` to the address of a name server, or give the name to an `upstream`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#resolver',
  },
  check(view, report) {
    const passes = statementsNamed(view.conf, ...names).filter(({ statement }) =>
      statement.args[0]?.value.includes('$'),
    );
    if (passes.length === 0) return;
    const upstreams = new Set([
      ...declared(view, 'upstream', 'http').map(({ name }) => name.toLowerCase()),
      // A name that is written out in another pass has been looked up at the start, for all.
      ...statementsNamed(view.conf, ...names).flatMap(({ statement }) => {
        const value = statement.args[0]?.value ?? '$';
        const host = /^(?:\w+:\/\/)?([^/:]+)/.exec(value)?.[1];
        return value.includes('$') || host === undefined ? [] : [host.toLowerCase()];
      }),
    ]);
    const values = setValues(view);
    for (const node of passes) {
      const host = hostNameOf(view, node, values);
      if (host === undefined || upstreams.has(host.toLowerCase())) continue;
      const { lines, hidden, complete } = linesInForce(view, node.parent, ['resolver']);
      if (lines.length > 0 || hidden.length > 0 || !complete) continue;
      report({
        span: headSpan(node),
        message: `nginx looks up ${host} at each request, but no \`resolver\` is set: 502`,
      });
    }
  },
});

const names = ['uwsgi_pass', 'proxy_pass', 'fastcgi_pass', 'scgi_pass', 'grpc_pass'];

/** Variables that one `set` alone gives a plain value. */
function setValues(view: NginxView): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const { name, node } of declared(view, 'variable', 'http')) {
    const value = node.statement.name.value === 'set' ? valuesOf(node)[1] : undefined;
    const isPlain = value !== undefined && !value.includes('$');
    found.set(name.toLowerCase(), isPlain && !found.has(name.toLowerCase()) ? value : undefined);
  }
  return found;
}

/** The name that nginx has to look up; undefined for an address, and where it isn't known. */
function hostNameOf(
  view: NginxView,
  { statement }: ConfNode,
  values: ReadonlyMap<string, string | undefined>,
): string | undefined {
  const [word] = statement.args;
  if (word === undefined) return undefined;
  let text = view.text.slice(word.span.start, word.span.end).replace(/^["']|["']$/g, '');
  for (const { name } of scanVariables(view.text, word)) {
    const known = /^(?:request_)?uri$|^args$/.test(name) ? '/' : values.get(name.toLowerCase());
    // Everything behind the host may stay unknown.
    if (known !== undefined)
      text = text.replace(new RegExp(`\\$(?:${name}\\b|\\{${name}\\})`), known);
  }
  const address = text.replace(/^\w+:\/\//, '').replace(/[/?].*$/, '');
  if (address.includes('$') || /^unix:/i.test(address)) return undefined;
  const url = parseUrl(address);
  if (typeof url === 'string' || url.kind !== 'inet' || isIpv4(url.host)) return undefined;
  return url.host;
}
