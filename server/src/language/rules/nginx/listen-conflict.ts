import type { ConfNode } from '../../nginx-conf/conf.ts';
import { type Listen, listensOf } from '../../nginx-conf/listens.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { readTogether } from '../../stack/nginx-wholes.ts';
import { defineRule, type NginxRule, type Report } from '../rule.ts';

export const listenConflict: NginxRule = defineRule({
  id: 'nginx/listen-conflict',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports an address that a server listens at twice, and two default servers or two sets of socket options for one address.',
    why: 'nginx refuses to start or reload with `a duplicate listen`, `a duplicate default server` or `duplicate listen options`.',
    fix: 'Leave `default_server` and options such as `backlog=` to one of the servers, and list an address once in each.',
    source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#listen',
  },
  check(view, report) {
    if (hasTemplateBlocks(view.text) || listensOf(view.conf).length === 0) return;
    const told = new Set<number>();
    const tellOnce: Report = (finding) => {
      if (told.has(finding.span.start)) return;
      told.add(finding.span.start);
      report(finding);
    };
    for (const files of readTogether(view)) {
      const seen = new Map<string, Socket>();
      for (const { path, conf, text } of files)
        if (!hasTemplateBlocks(text))
          for (const listen of listensOf(conf))
            compare(seen, listen, path, path === view.path ? tellOnce : () => undefined);
    }
  },
});

interface Socket {
  readonly servers: Map<ConfNode | string, Place>;
  default?: Place;
  options?: Place;
}

interface Place {
  readonly listen: Listen;
  readonly path: string;
}

function compare(seen: Map<string, Socket>, listen: Listen, path: string, report: Report): void {
  const { word, node, sockets, scope } = listen;
  const place = { listen, path };
  for (const name of sockets) {
    const key = `${scope} ${name}`;
    const socket: Socket = seen.get(key) ?? { servers: new Map() };
    seen.set(key, socket);
    const server = node.parent ?? path;
    const shown = name.slice(name.indexOf(' ') + 1);
    const tell = (message: string, first: Place) => {
      const other = { path: first.path, span: first.listen.word.span, message: 'the first one' };
      report({ span: word.span, message, related: [other] });
    };
    const same = socket.servers.get(server);
    if (same) {
      tell(`this server listens at ${shown} already`, same);
      return;
    }
    socket.servers.set(server, place);
    if (listen.hasOptions) {
      if (socket.options) {
        tell(`another server sets options for the socket ${shown} already`, socket.options);
        return;
      }
      socket.options = place;
    }
    if (!listen.isDefault) continue;
    if (socket.default) {
      tell(`${shown} has a default server already`, socket.default);
      return;
    }
    socket.default = place;
  }
}
