import { type Listen, listensOf } from '../../nginx-conf/listens.ts';
import { defineRule, type NginxRule } from '../rule.ts';

export const noDefaultServer: NginxRule = defineRule({
  id: 'nginx/no-default-server',
  scope: 'nginx',
  reach: 'file',
  level: 'information',
  optional: true,
  docs: {
    what: 'Reports an address with several servers, none of which is said to be the default.',
    why: 'A request for a host that no server names goes to the first of them, which changes with the order of lines and of included files.',
    fix: 'Write `default_server` behind the address of one; one with `return 444;` turns strangers away.',
    source: 'https://nginx.org/en/docs/http/request_processing.html',
  },
  check({ path, conf }, report) {
    const places = Map.groupBy(
      listensOf(conf)
        .filter(({ scope }) => scope === 'http')
        .flatMap((listen) => listen.sockets.map((socket) => [socket, listen] as const)),
      ([socket]) => socket,
    );
    const told = new Set<Listen>();
    for (const all of places.values()) {
      const listens = all.map(([, listen]) => listen);
      const [first, second] = listens;
      if (first === undefined || second === undefined || told.has(first)) continue;
      if (listens.some(({ isDefault }) => isDefault)) continue;
      told.add(first);
      report({
        span: first.word.span,
        message: `hosts that no server names come here, as this is the first of ${listens.length}: say \`default_server\` where it is meant`,
        related: [{ path, span: second.word.span, message: 'the next one' }],
      });
    }
  },
});
