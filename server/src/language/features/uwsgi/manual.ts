import type { UwsgiOption } from '../../uwsgi/options.ts';
import { link } from '../markdown.ts';

/** Links to the manual: the entry of the option, and the page of its topic where there is one. */
export function manualLinks(option: UwsgiOption): string {
  const topic = topics.find(([pattern]) => pattern.test(option.canonical));
  const entry = missing.has(option.name)
    ? []
    : [
        link(
          topic ? 'Option' : 'Manual',
          `${base}Options.html#${option.name.replaceAll('_', '-')}`,
        ),
      ];
  const page = topic ? [link(topic[2], `${base}${topic[1]}.html`)] : [];
  return [...page, ...entry].join(' · ');
}

export function manualPage(title: string, page: string): string {
  return link(title, `${base}${page}.html`);
}

const base = 'https://uwsgi-docs.readthedocs.io/en/latest/';

const topics: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:subscri|unsubscribe|start-unsub|auto-weight|weight$)/,
    'SubscriptionServer',
    'Subscriptions',
  ],
  [/^fastrouter/, 'Fastrouter', 'FastRouter'],
  [/^(?:emperor|vassal|early-emperor|heartbeat)/, 'Emperor', 'Emperor'],
  [/^cheaper/, 'Cheaper', 'Cheaper'],
  [/^(?:https|sni|ssl)/, 'HTTPS', 'HTTPS'],
  [/^http(?!-socket|11)/, 'HTTP', 'HTTP'],
  [/^spooler/, 'Spooler', 'Spooler'],
  [/^(?:mules?|farm)(?:$|-)/, 'Mules', 'Mules'],
  [/^(?:unique-)?cron/, 'Cron', 'Cron'],
  [/^legion/, 'Legion', 'Legion'],
  [/^(?:smart-)?attach-/, 'AttachingDaemons', 'Daemons'],
  [/^master-fifo$/, 'MasterFIFO', 'Master FIFO'],
  [/^stats-push/, 'PushingStats', 'Pushing stats'],
  [/^stats/, 'StatsServer', 'Stats server'],
  [/^metric/, 'Metrics', 'Metrics'],
  [/^log-?format/, 'LogFormat', 'Log format'],
  [/^log-(?:req-)?encoder/, 'LogEncoders', 'Log encoders'],
  [/^(?:log|req-logger|threaded-logger)/, 'Logging', 'Logging'],
  [/^alarm|-alarm$/, 'AlarmSubsystem', 'Alarms'],
  [/^(?:static|check-static|mime|file-serve)/, 'StaticFiles', 'Static files'],
  [/^(?:final-|error-|response-)?route/, 'InternalRouting', 'Routing'],
  [/^(?:hook|exec|call)-/, 'Hooks', 'Hooks'],
  [/^(?:cache|load-file-in-cache|add-cache)/, 'Caching', 'Caching'],
  [/^(?:for|if|end-?for|end-?if)(?:$|-)/, 'ConfigLogic', 'Configuration logic'],
  [/^(?:set|set-placeholder|inherit|include|ini|strict)$/, 'Configuration', 'Configuration'],
  [/^declare-option/, 'CustomOptions', 'Custom options'],
  [/^fallback-config$/, 'FallbackConfig', 'Fallback configuration'],
  [/^offload/, 'OffloadSubsystem', 'Offloading'],
  [/^(?:zerg)/, 'Zerg', 'Zerg'],
  [/^thunder-lock$/, 'articles/SerializingAccept', 'Serializing accept()'],
  [
    /^(?:touch-(?:chain-)?reload|lazy-apps|.*reload-mercy)$/,
    'articles/TheArtOfGracefulReloading',
    'Reloading',
  ],
  [/^(?:wsgi-file|module|callable|mount|home|pythonpath)$/, 'Python', 'Python'],
  [/^gevent/, 'Gevent', 'Gevent'],
  [/^async$/, 'Async', 'Async'],
  [/^asyncio/, 'asyncio', 'asyncio'],
  [/^(?:unshare|namespace)/, 'Namespaces', 'Namespaces'],
  [/^cgi/, 'CGI', 'CGI'],
  [/^php/, 'PHP', 'PHP'],
  [/^sharedarea$/, 'SharedArea', 'Shared areas'],
];

/** Options that the list of the manual leaves out. */
const missing: ReadonlySet<string> = new Set([
  ...[
    'cgi-close-stdin-on-eof',
    'cgi-safe',
    'emperor-graceful-shutdown',
    'emperor-wrapper-fallback',
  ],
  ...['cheaper-busyness-backlog-alert', 'cheaper-busyness-backlog-multiplier'],
  ...['cheaper-busyness-backlog-nonzero', 'cheaper-busyness-backlog-step', 'cheaper-busyness-max'],
  ...['cheaper-busyness-min', 'cheaper-busyness-multiplier', 'cheaper-busyness-penalty'],
  ...['cheaper-busyness-verbose', 'emperor-wrapper-override', 'harakiri-graceful-signal'],
  ...['fastrouter-subscription-fallback-key', 'http-subscription-fallback-key'],
  ...['harakiri-graceful-timeout', 'harakiri-queue-threshold', 'max-worker-lifetime-delta'],
  ...['mem-collector-freq', 'php-constant', 'php-fallback-qs', 'php-fallback2', 'py-executable'],
  ...['py-sys-executable', 'python-worker-override', 'response-headers-limit', 'shutdown-sockets'],
  ...['skip-atexit-teardown', 'spooler-import', 'spooler-py-import', 'spooler-pyimport'],
  ...['spooler-python-import', 'ssl-enable-sslv3', 'ssl-enable-tlsv1', 'ssl-verify-depth'],
  ...['touch-mules-reload', 'touch-spoolers-reload', 'wait-for-socket', 'wait-for-socket-timeout'],
  ...['wsgi-disable-file-wrapper'],
]);
