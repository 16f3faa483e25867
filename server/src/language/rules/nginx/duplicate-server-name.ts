import { listensOf } from '../../nginx-conf/listens.ts';
import { mayOpen } from '../../nginx-conf/may-open.ts';
import { statementsNamed } from '../../nginx-conf/statements.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import type { Word } from '../../nginx/tree.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const duplicateServerName: NginxRule = defineRule({
  id: 'nginx/duplicate-server-name',
  scope: 'nginx',
  reach: 'file',
  level: 'warning',
  docs: {
    what: 'Reports a server name that another server has at the same address.',
    why: 'nginx warns `conflicting server name … ignored`, and the first of the two servers answers every request for the name.',
    fix: 'Join the servers, or change the name or the address of one.',
    source: 'https://nginx.org/en/docs/http/request_processing.html',
  },
  check({ path, text, conf }, report) {
    if (hasTemplateBlocks(text)) return;
    const sockets = new Map(
      [...Map.groupBy(listensOf(conf), ({ node }) => node.parent)].map(([server, listens]) => [
        server,
        listens.flatMap((listen) => listen.sockets),
      ]),
    );
    const taken = new Map<string, Word>();
    for (const { statement, parent } of statementsNamed(conf, 'server_name')) {
      if (parent === undefined || !mayOpen(parent, 'server')) continue;
      const own = sockets.get(parent) ?? [];
      for (const word of statement.args) {
        const name = word.value.toLowerCase();
        const keys = own.map((socket) => `${socket} ${name}`);
        const first = keys.flatMap((key) => taken.get(key) ?? [])[0];
        for (const key of keys) if (!taken.has(key)) taken.set(key, word);
        if (first === undefined || name === '' || name === '_') continue;
        report({
          span: word.span,
          message: `another server at this address has the name ${word.value} already, and answers in its place`,
          related: [{ path, span: first.span, message: 'answers' }],
        });
      }
    }
  },
});
