import { parseAddress } from '../../uwsgi/address.ts';
import type { EffectiveEntry } from '../../uwsgi/effective.ts';
import type { UwsgiOption } from '../../uwsgi/options.ts';
import { addressesOf } from './addresses-of.ts';
import { meansOff } from './entry-text.ts';

/** Options that do nothing by themselves, because they change how another one works. */
export interface OptionNeed {
  readonly of: (option: UwsgiOption) => boolean;
  /** Whether an entry brings what they need. */
  readonly by: (option: UwsgiOption, entry: EffectiveEntry) => boolean;
  /** The end of a sentence: why the option does nothing. */
  readonly why: string;
}

/** From the source of uWSGI 2.0.30. */
export const optionNeeds: readonly OptionNeed[] = [
  router('fastrouter', 'only an address in `fastrouter` starts the router'),
  router(
    'http',
    'only an address in `http` or `https` starts the HTTP router, `http-socket` does not',
  ),
  router('rawrouter', 'only an address in `rawrouter` starts the router'),
  router('sslrouter', 'only an address in `sslrouter` starts the router'),
  need(
    /^stats-(?:http|minified|min|no-cores|no-metrics)$/,
    /^stats(?:-server|-push)?$|-(?:stats(?:-server)?|ss)$/,
    'it changes what `stats` serves, which is not set',
  ),
  need(
    /^(?:subscribe-freq|start-unsubscribed|subscribe-with-modifier1|unsubscribe-on-graceful-reload|subscription-notify-socket)$/,
    /^(?:subscribe|subscribe2|subscribe-to|st)$|-resubscribe$/,
    'without `subscribe2` nothing is announced',
  ),
  {
    ...need(/^subscription-(?:tolerance|algo|dotsplit)$|^subscriptions-sign-/, /^$/, ''),
    by: ({ handler }) => handler === 'corerouter_ss',
    why: 'it is for a router, and no subscription server is set',
  },
  need(
    /^cheaper-(?:initial|step|overload|algo|busyness-.*)$/,
    /^cheaper$/,
    'it is for workers that come and go, and `cheaper` is not set',
  ),
  need(
    /^emperor-(?!proxy)|^vassals?-(?!sos)/,
    /^emperor$/,
    'it is for the instance that has the option `emperor`',
  ),
  need(/^spooler-(?!external|processes|signal)/, /^spooler(?:-external)?$/, '`spooler` is not set'),
  need(/^harakiri-/, /^(?:.*-)?harakiri$|^route/, '`harakiri` is not set'),
  need(/^max-requests-delta$/, /^max-requests$/, '`max-requests` is not set'),
  need(/^max-worker-lifetime-delta$/, /^max-worker-lifetime$/, '`max-worker-lifetime` is not set'),
  need(/^die-on-idle$/, /^idle$/, '`idle` is not set'),
  need(
    /^log-(?:slow|zero|4xx|5xx|big|sendfile|ioerror)$/,
    /^disable-log/,
    'every request is logged as long as `disable-logging` is not set',
  ),
  need(/^log-?format-strftime$/, /^log-?format$/, '`log-format` is not set'),
  need(
    /^static-(?:expires|gzip|index|skip-ext|safe|cache-paths)/,
    /^static-map2?$|^check-static|^static-check|^docroot|^(?:\w+-)?route(?!r)/,
    'no `static-map` or `check-static` serves files',
  ),
  {
    ...need(/^ch(?:mod|own)-socket$/, /^$/, ''),
    by: (_, entry) => maybeUnixSocket(entry),
    why: 'it is for unix sockets, and there is none',
  },
  need(/^py-auto-?reload-ignore$/, /^py(?:thon)?-auto-?reload$/, '`py-autoreload` is not set'),
  need(/^metrics-dir-restore$/, /^metrics-dir$/, '`metrics-dir` is not set'),
  need(/^snmp-community$/, /^snmp$/, '`snmp` is not set'),
];

function need(names: RegExp, by: RegExp, why: string): OptionNeed {
  return {
    of: ({ name }) => names.test(name),
    by: ({ name }, { value }) => by.test(name) && !meansOff(value),
    why,
  };
}

/** Nothing is left of the options of a router without an address that it listens at. */
function router(plugin: string, why: string): OptionNeed {
  const isFront = ({ handler }: UwsgiOption) => fronts.has(handler);
  return {
    of: (option) => option.plugin === plugin && !isFront(option),
    by: (option) => option.plugin === plugin && isFront(option),
    why,
  };
}

const fronts: ReadonlySet<string> = new Set([
  ...['corerouter', 'undeferred_corerouter', 'https', 'https2', 'http_to_https'],
  ...['sslrouter', 'sslrouter2', 'corerouter_zerg'],
]);

function maybeUnixSocket(entry: EffectiveEntry): boolean {
  const addresses = addressesOf(entry);
  if (addresses.length > 0 && !entry.known) return true;
  return addresses.some(({ text, use }) => {
    const { kind } = parseAddress(text, use);
    return kind === 'unix' || kind === 'fd' || kind === 'invalid';
  });
}
