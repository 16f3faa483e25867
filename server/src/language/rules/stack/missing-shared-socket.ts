import { basename } from '../../text/path.ts';
import { parseAddress } from '../../uwsgi/address.ts';
import { addressesOf } from '../uwsgi/addresses-of.ts';
import { defineRule } from '../rule.ts';

export const missingSharedSocket = defineRule({
  id: 'stack/missing-shared-socket',
  scope: 'stack',
  level: 'error',
  docs: {
    what: 'A `=N` whose shared socket is in none of the files that make up the configuration.',
    why: '`=0` is the first `shared-socket`, wherever that stands for a router, above the line for a worker’s `socket`. Without it uWSGI ends with "unable to use shared socket N", and nothing listens.',
    fix: 'Add the `shared-socket`, or correct the number. They count from 0, over all included files.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/SharedSockets.html',
  },
  check({ graph, around }, report) {
    for (const { path, uwsgi } of graph.files.values()) {
      if (uwsgi === undefined) continue;
      const config = around.effective(path);
      if (config === undefined || !config.complete || config.files.length === 0) continue;
      const isShared = ({ option }: (typeof config.entries)[number]) =>
        option?.handler === 'add_shared_socket';
      const count = config.entries.filter(isShared).length;
      let above = 0;
      for (const entry of config.entries) {
        if (isShared(entry)) above += 1;
        if (entry.conditional || !entry.known) continue;
        const [place] = addressesOf(entry);
        if (place === undefined || !['router', 'socket'].includes(place.use)) continue;
        const address = parseAddress(place.text, place.use);
        if (
          address.kind !== 'shared' ||
          config.entries.some((one) => isShared(one) && one.conditional)
        )
          continue;
        const needsAbove = place.use === 'socket';
        // What one file decides alone is told there (uwsgi/address).
        if (needsAbove && config.files.length === 1) continue;
        if (address.index < (needsAbove ? above : count)) continue;
        const late = address.index < count;
        report({
          path: entry.path,
          span: entry.valueSpan,
          message: `${late ? `Shared socket ${address.index} comes below this line` : count === 0 ? `There is no shared-socket for =${address.index}` : `There ${count === 1 ? 'is 1 shared-socket, number 0' : `are ${count} shared sockets, the last is number ${count - 1}`}`}: ${basename(path)} does not start`,
          related: config.entries
            .filter(isShared)
            .slice(0, 5)
            .map((one, index) => ({
              ...{ path: one.path, span: one.valueSpan },
              message: `Shared socket ${index}`,
            })),
          fixes:
            count === 1 && !late
              ? [
                  {
                    title: 'Change to =0',
                    edits: [{ path: entry.path, span: entry.valueSpan, newText: '=0' }],
                    preferred: true,
                  },
                ]
              : [],
        });
      }
    }
  },
});
