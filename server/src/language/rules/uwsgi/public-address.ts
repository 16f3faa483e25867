import { isWildcardHost } from '../../stack/endpoint.ts';
import { parseAddress } from '../../uwsgi/address.ts';
import { defineRule } from '../rule.ts';
import { addressesOf } from './addresses-of.ts';
import { placeInValue } from './entry-text.ts';

export const publicAddress = defineRule({
  id: 'uwsgi/public-address',
  scope: 'uwsgi',
  reach: 'file',
  level: 'information',
  docs: {
    what: 'A socket for the uwsgi protocol, or for statistics, at every address of the machine.',
    why: 'Who speaks the uwsgi protocol to a worker can have it run any Python file by the variable UWSGI_FILE. The statistics show the requests that run, with their cookies.',
    fix: 'Bind 127.0.0.1 or a unix socket, or make sure that only the web server reaches the port, as in a network of containers.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Vars.html',
  },
  check(view, report) {
    for (const entry of view.config.entries) {
      const { option } = entry;
      if (option === undefined || entry.conditional || !entry.known) continue;
      for (const { text, use, span } of addressesOf(entry)) {
        const address = parseAddress(text, use);
        if (address.kind !== 'tcp' || address.pattern !== undefined) continue;
        if (!isWildcardHost(address.host)) continue;
        const harm =
          use === 'stats'
            ? 'everybody who reaches this machine can read the statistics, with the cookies of running requests'
            : uwsgiSockets.has(option.name)
              ? 'who reaches this port can have the worker run code, as the uwsgi protocol names files to load'
              : undefined;
        if (harm === undefined) continue;
        const where = placeInValue(view, entry, span);
        const local = `127.0.0.1:${address.auto ? '0' : address.port}`;
        const plain = view.text.slice(where.start, where.end) === text;
        report({
          span: where,
          // In a network of containers it has to be so.
          ...(use === 'stats' ? {} : { level: 'hint' }),
          message: `Bound to every address of the machine: ${harm}`,
          fixes: plain
            ? [
                {
                  title: `Bind ${local} only`,
                  edits: [{ path: view.path, span: where, newText: local }],
                },
              ]
            : [],
        });
      }
    }
  },
});

const uwsgiSockets: ReadonlySet<string> = new Set(['socket', 'uwsgi-socket', 'puwsgi-socket']);
