import type { ConfNode } from '../../nginx-conf/conf.ts';
import { soundNamed } from '../../nginx-conf/sound.ts';
import { isSelfContained } from '../../nginx-conf/inherit.ts';
import { span } from '../../text/span.ts';
import { noticedBy } from './noticed-at.ts';
import { hasTemplateBlocks, isTemplatedStatement } from '../../nginx-conf/template.ts';
import { compareVersions, targetNginx } from '../../nginx-conf/version.ts';
import { defineRule, type NginxRule, type RelatedPlace, type Report } from '../rule.ts';

export const upstream: NginxRule = defineRule({
  id: 'nginx/upstream',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports an upstream without servers, a `backup` that the balancing method has no use for, and what stands in the wrong order.',
    why: 'nginx refuses to start or reload with `no servers are inside upstream`, `no servers in upstream` or `balancing method does not support parameter`, or warns that a balancing method is redefined.',
    fix: 'Add a server without `backup`, or take `backup` out; put the balancing method first in the block and `keepalive` behind it.',
    source: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html',
  },
  check({ path, text, conf, around }, report) {
    if (hasTemplateBlocks(text)) return;
    const version = targetNginx(around);
    for (const { node } of soundNamed(conf, 'upstream')) {
      const nodes = node.children.filter(({ statement }) => !isTemplatedStatement(statement));
      // Modules can make servers of their own: nothing is missing for sure where one has a word.
      const closed = node.children.every(
        (child) =>
          !isTemplatedStatement(child.statement) &&
          child.statement.name.value !== 'include' &&
          child.kind.entry?.module.status === 'core',
      );
      if (closed) {
        checkServers(path, node, nodes, report);
        if (compareVersions(version, '1.27.3') >= 0) checkResolve(path, node, nodes, report);
      }
      checkOrder(path, nodes, version, report);
    }
  },
});

function checkServers(
  path: string,
  { statement }: ConfNode,
  nodes: readonly ConfNode[],
  report: Report,
): void {
  const servers = nodes.filter((child) => child.statement.name.value === 'server');
  const [name] = statement.args;
  if (name === undefined || statement.end.kind !== 'block') return;
  if (servers.length === 0)
    report({
      span: name.span,
      message: `upstream "${name.value}" has no server`,
      related: closingBrace(path, statement.end.close),
    });
  else if (servers.every(isBackup))
    report({
      span: name.span,
      message: `all servers of upstream "${name.value}" are \`backup\`: nginx wants one that is not`,
    });
}

function closingBrace(path: string, at: number | undefined): readonly RelatedPlace[] {
  return at === undefined ? [] : [noticedBy(path, span(at, at + 1))];
}

/** Older releases don't know the parameter at all. */
function checkResolve(
  path: string,
  node: ConfNode,
  nodes: readonly ConfNode[],
  report: Report,
): void {
  const outer = node.parent;
  const has = (all: readonly ConfNode[], name: string) =>
    all.some(({ statement }) => statement.name.value === name);
  // What another file may set is no mistake of this one.
  const unasked =
    outer?.opens === 'http' &&
    isSelfContained(outer) &&
    !has(outer.children, 'resolver') &&
    !has(nodes, 'resolver');
  const zoned = has(nodes, 'zone');
  if (zoned && !unasked) return;
  for (const { statement } of nodes) {
    const word = statement.args.slice(1).find(({ value }) => value === 'resolve');
    if (statement.name.value === 'server' && word)
      report({
        span: word.span,
        message: zoned
          ? '`resolve` needs a `resolver` in http or in the upstream: nginx has no server to ask for names'
          : '`resolve` needs a `zone` in the upstream, where nginx keeps the addresses',
        related: [noticedBy(path, node.statement.name.span)],
      });
  }
}

function isBackup({ statement }: ConfNode): boolean {
  return statement.args.slice(1).some(({ value }) => value === 'backup');
}

const methods = new Set(['hash', 'ip_hash', 'least_conn', 'least_time', 'random']);
const withoutBackup = new Set(['hash', 'ip_hash', 'random']);

function checkOrder(
  path: string,
  nodes: readonly ConfNode[],
  version: string,
  report: Report,
): void {
  let method: ConfNode | undefined;
  let keepalive: ConfNode | undefined;
  for (const node of nodes) {
    const { name, args } = node.statement;
    if (methods.has(name.value)) {
      const before = method ?? (compareVersions(version, '1.29.7') < 0 ? keepalive : undefined);
      if (before)
        report({
          span: name.span,
          level: 'warning',
          message:
            before === method
              ? `"${name.value}" takes the place of "${before.statement.name.value}" above`
              : `"${name.value}" must stand before "keepalive", else nginx drops the kept connections`,
          related: [
            { path, span: before.statement.name.span, message: before.statement.name.value },
          ],
        });
      method = node;
    } else if (name.value === 'keepalive') keepalive = node;
    else if (name.value === 'server' && method && withoutBackup.has(method.statement.name.value)) {
      const word = args.slice(1).find(({ value }) => value === 'backup');
      if (word)
        report({
          span: word.span,
          message: `"${method.statement.name.value}" knows no \`backup\` servers`,
          related: [
            { path, span: method.statement.name.span, message: method.statement.name.value },
          ],
        });
    }
  }
}
