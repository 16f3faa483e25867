import { splitHostPort } from '../../nginx-conf/host-port.ts';
import { childrenNamed, statementsNamed } from '../../nginx-conf/statements.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const upstreamPort: NginxRule = defineRule({
  id: 'nginx/upstream-port',
  scope: 'nginx',
  level: 'warning',
  docs: {
    what: 'Reports a server without a port in an `upstream` that `uwsgi_pass`, `fastcgi_pass` or `scgi_pass` uses.',
    why: 'nginx takes port 80, whatever the protocol, where most likely a web server answers and not the application.',
    fix: 'Write the port that the application listens at.',
    source: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#server',
  },
  check({ path, conf }, report) {
    const passes = new Map(
      statementsNamed(conf, 'uwsgi_pass', 'fastcgi_pass', 'scgi_pass').map((node) => [
        (node.statement.args[0]?.value ?? '').replace(/^s?uwsgi:\/\//i, '').toLowerCase(),
        node,
      ]),
    );
    if (passes.size === 0) return;
    for (const upstream of statementsNamed(conf, 'upstream')) {
      const pass = passes.get((upstream.statement.args[0]?.value ?? '').toLowerCase());
      if (pass === undefined) continue;
      for (const { statement } of childrenNamed(upstream, 'server')) {
        const [word, ...parameters] = statement.args;
        if (word === undefined || /^unix:|[${<]/i.test(word.value)) continue;
        // The port comes from the SRV record.
        if (parameters.some(({ value }) => value.startsWith('service='))) continue;
        const address = splitHostPort(word.value);
        if (address.kind !== 'address' || address.port !== undefined) continue;
        report({
          span: word.span,
          message: `without a port this is ${word.value}:80, and \`${pass.statement.name.value}\` does not speak HTTP`,
          related: [{ path, span: pass.statement.span, message: 'uses this upstream' }],
        });
      }
    }
  },
});
