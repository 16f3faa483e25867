import type { ConfNode } from '../../nginx-conf/conf.ts';
import { createHostKeys } from '../../nginx-conf/host-keys.ts';
import { listensOf } from '../../nginx-conf/listens.ts';
import { soundNamed } from '../../nginx-conf/sound.ts';
import { hasTemplateBlocks, isTemplated } from '../../nginx-conf/template.ts';
import type { Word } from '../../nginx/tree.ts';
import { readTogether } from '../../stack/nginx-wholes.ts';
import type { NginxFile } from '../inputs.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const serverNameConflict: NginxRule = defineRule({
  id: 'nginx/server-name-conflict',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports names of servers that nginx refuses, and warns about a name that another server of the same address has.',
    why: 'nginx refuses to start with `server name "…" is invalid` or `invalid server name or wildcard`; of two servers with one name it keeps the first and warns `conflicting server name`.',
    fix: 'Write `*` as the whole first or last part of a name, and give each server of an address names of its own.',
    source: 'https://nginx.org/en/docs/http/server_names.html',
  },
  check(view, report) {
    for (const { node } of soundNamed(view.conf, 'server_name')) {
      for (const word of node.statement.args) {
        if (isTemplated(word)) continue;
        const { value } = word;
        if (/^\*(?:$|[^.]|\.$)|^\.$/.test(value))
          report({ span: word.span, message: `"${value}" is no name of a server` });
        else if (value === '~')
          report({ span: word.span, message: 'the regular expression behind `~` is missing' });
      }
    }
    if (hasTemplateBlocks(view.text) || listensOf(view.conf).length === 0) return;
    const told = new Set<Word>();
    for (const files of readTogether(view))
      for (const servers of serversBySocket(files).values()) {
        // nginx looks at the names only where it has to choose.
        if (servers.length < 2) continue;
        const keys = createHostKeys();
        for (const { path, server, socket } of servers)
          for (const word of namesOf(server)) {
            const result = keys.add(word.value, true);
            if (result === 'ok' || path !== view.path || told.has(word)) continue;
            told.add(word);
            report(
              result === 'conflict'
                ? {
                    span: word.span,
                    level: 'warning',
                    message: `another server at ${socket} has the name "${word.value}" already: this one is never chosen by it`,
                  }
                : {
                    span: word.span,
                    message: `"${word.value}" is no name of a server: a \`*\` is the whole first or the whole last part`,
                  },
            );
          }
      }
  },
});

interface Placed {
  readonly path: string;
  readonly server: ConfNode;
  readonly socket: string;
}

function serversBySocket(files: readonly NginxFile[]): ReadonlyMap<string, readonly Placed[]> {
  const found = new Map<string, Placed[]>();
  for (const { path, conf, text } of files) {
    if (hasTemplateBlocks(text)) continue;
    for (const { node, scope, sockets } of listensOf(conf)) {
      const server = node.parent;
      if (scope !== 'http' || server === undefined) continue;
      for (const name of sockets) {
        const list = found.get(name) ?? [];
        found.set(name, list);
        const socket = name.slice(name.indexOf(' ') + 1);
        if (list.at(-1)?.server !== server) list.push({ path, server, socket });
      }
    }
  }
  return found;
}

function namesOf({ children }: ConfNode): readonly Word[] {
  return children
    .filter(({ statement }) => statement.name.value === 'server_name')
    .flatMap(({ statement }) => statement.args)
    .filter((word) => !isTemplated(word) && !/^(?:~|\$hostname$)/i.test(word.value));
}
