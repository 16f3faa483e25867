import type { ConfNode } from '../../nginx-conf/conf.ts';
import { argumentIn, childrenNamed, isSelfContained } from '../../nginx-conf/inherit.ts';
import { type Listen, listensOf } from '../../nginx-conf/listens.ts';
import { soundNamed } from '../../nginx-conf/sound.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { compareVersions, targetNginx } from '../../nginx-conf/version.ts';
import { ancestors, nodesNamed } from '../../nginx-conf/walk.ts';
import { wholesOf } from '../../stack/nginx-wholes.ts';
import type { NginxView } from '../inputs.ts';
import { defineRule, type NginxRule, type Report } from '../rule.ts';
import { noticedBy } from './noticed-at.ts';

export const sslCertificate: NginxRule = defineRule({
  id: 'nginx/ssl-certificate',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports `listen … ssl` without a certificate, a certificate without its key, and the check of clients without the certificate to check them by.',
    why: 'nginx refuses to start or reload with `no "ssl_certificate" is defined`, `no "ssl_certificate_key" is defined` or `no ssl_client_certificate for ssl_verify_client`.',
    fix: 'Set `ssl_certificate` and `ssl_certificate_key` in the server or around it, or `ssl_reject_handshake on`.',
    source: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html',
  },
  check(view, report) {
    const { text, conf, around } = view;
    if (conf.kind !== 'main' || hasTemplateBlocks(text)) return;
    const version = targetNginx(around);
    const told = new Set<ConfNode>();
    if (soundNamed(conf, 'ssl_certificate').length > 0)
      for (const server of nodesNamed(conf, 'server'))
        if (server.opens === 'server' && isSelfContained(server))
          checkServer(server, version, told, report);
    checkListens(view, report);
  },
});

function checkServer(server: ConfNode, version: string, told: Set<ConfNode>, report: Report): void {
  const certificates = allOf(server, 'ssl_certificate');
  const keys = allOf(server, 'ssl_certificate_key');
  const last = certificates.at(-1);
  if (last === undefined) return;
  if (keys.length < certificates.length && !told.has(last)) {
    told.add(last);
    report({
      span: last.statement.name.span,
      message:
        keys.length === 0
          ? 'this certificate has no `ssl_certificate_key`'
          : `there are ${certificates.length} certificates here, but ${keys.length} \`ssl_certificate_key\``,
    });
  }
  const verify = argumentIn(server, 'ssl_verify_client');
  if (verify === undefined || !/^(?:on|optional)$/i.test(verify.value)) return;
  const trusted = compareVersions(version, '1.27.0') >= 0 ? ['ssl_trusted_certificate'] : [];
  const by = ['ssl_client_certificate', ...trusted].some((name) => argumentIn(server, name));
  const own = childrenNamed(server, 'ssl_verify_client').some(({ statement }) =>
    statement.args.includes(verify),
  );
  if (!by && own)
    report({
      span: verify.span,
      message: 'clients cannot be checked without `ssl_client_certificate`',
    });
}

/** All of one block: those of an inner block take the place of all around. */
function allOf(server: ConfNode, name: string): readonly ConfNode[] {
  for (const level of [server, ...ancestors(server)]) {
    const own = childrenNamed(level, name);
    if (own.length > 0) return own;
  }
  return [];
}

/** nginx looks at the default server of an address first: where that has a certificate, the others need none. */
function checkListens(view: NginxView, report: Report): void {
  const listens = listensOf(view.conf).filter(({ scope }) => scope === 'http');
  if (!listens.some(({ ssl }) => ssl)) return;
  // A server of another file may be the default one.
  const wholes = wholesOf(view);
  const alone = wholes.every(
    ({ complete, files }) =>
      complete &&
      files.every(({ path, conf }) => path === view.path || listensOf(conf).length === 0),
  );
  if (!alone) return;
  const sockets = Map.groupBy(
    listens.flatMap((listen) => listen.sockets.map((socket) => ({ listen, socket }))),
    ({ socket }) => socket,
  );
  const told = new Set<Listen>();
  for (const places of sockets.values()) {
    const all = places.map(({ listen }) => listen);
    if (!all.some(({ ssl }) => ssl) || !all.every(isKnown)) continue;
    const first = all.find(({ isDefault }) => isDefault) ?? all[0];
    if (first === undefined || hasCertificate(first)) continue;
    for (const listen of rejectsHandshake(first) ? all : [first]) {
      if (told.has(listen) || hasCertificate(listen) || rejectsHandshake(listen)) continue;
      told.add(listen);
      const server = listen.node.parent;
      report({
        span: listen.word.span,
        message: `no certificate is set for "${listen.word.value}", which speaks TLS`,
        related: server ? [noticedBy(view.path, server.statement.name.span)] : [],
      });
    }
  }
}

function isKnown({ node }: Listen): boolean {
  return node.parent !== undefined && isSelfContained(node.parent);
}

function hasCertificate({ node }: Listen): boolean {
  return node.parent !== undefined && allOf(node.parent, 'ssl_certificate').length > 0;
}

function rejectsHandshake({ node }: Listen): boolean {
  return (
    node.parent !== undefined &&
    argumentIn(node.parent, 'ssl_reject_handshake')?.value.toLowerCase() === 'on'
  );
}
