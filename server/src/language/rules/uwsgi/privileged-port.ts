import { parseAddress } from '../../uwsgi/address.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import { defineRule } from '../rule.ts';
import { addressesOf } from './addresses-of.ts';
import { meansOff, placeInValue } from './entry-text.ts';

export const privilegedPort = defineRule({
  id: 'uwsgi/privileged-port',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A port below 1024 that uWSGI binds after it has given up the rights of root.',
    why: 'With `uid` uWSGI changes to that user before it binds its sockets, and exits with "bind(): Permission denied". Shared sockets are bound before. Systems that leave such ports to everybody, as many containers do, are an exception.',
    fix: 'Bind the port with `shared-socket`, and use it as `=0`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/HTTP.html',
  },
  check(view, report) {
    const low = view.config.entries.flatMap((entry) => {
      if (entry.conditional || !entry.known) return [];
      return lowPorts(entry).map((place) => ({ entry, place }));
    });
    if (low.length === 0) return;
    const uid = lastOption(view.effective, 'uid');
    if (uid === undefined || uid.conditional || !uid.known || /^(?:root|0+|)$/.test(uid.value))
      return;
    if (view.effective.entries.some(keepsRights)) return;
    for (const { entry, place } of low)
      report({
        span: placeInValue(view, entry, place.span),
        message: `uWSGI is ${uid.value} already when it binds port ${place.port}, and exits: "Permission denied". A \`shared-socket\` is bound before`,
        related: [{ path: uid.path, span: uid.valueSpan, message: 'Gives up root' }],
      });
  },
});

function lowPorts(entry: ConfigEntry) {
  return addressesOf(entry).flatMap(({ text, use, span }) => {
    if (use === 'shared-socket' || use === 'subscribe-target') return [];
    // The addresses of other programs.
    if (/-(?:to|fallback)$|^subscribe/.test(entry.key)) return [];
    const address = parseAddress(text, use);
    const port = address.kind === 'tcp' || address.kind === 'hostname' ? address.port : 0;
    return port > 0 && port < 1024 ? [{ span, port }] : [];
  });
}

/** The rights are given up later, or not all of them. */
function keepsRights({ option, value }: Pick<ConfigEntry, 'option' | 'value'>): boolean {
  return option !== undefined && keepers.test(option.name) && !meansOff(value);
}

const keepers = /^(?:drop-after-init|drop-after-apps|master-as-root|cap|capability|emperor)$/;
