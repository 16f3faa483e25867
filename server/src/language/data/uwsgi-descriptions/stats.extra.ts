/** Stats and metrics: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const statsDescriptions: Readonly<Record<string, string>> = {
  stats:
    'Address of a JSON server with the state of master, workers and sockets. It shows running requests with their cookies: loopback or a unix socket only.',
  'stats-http':
    'The stats server expects an HTTP request and answers with headers, so that a browser can read it.',
  'stats-minified': 'Leaves blanks out of the stats.',
  'stats-no-cores': 'Leaves the single cores out of the stats.',
  'stats-no-metrics': 'Leaves the metrics out of the stats.',
  'stats-push':
    '`KIND:TARGET`: sends the stats somewhere at intervals, e.g. `file:/tmp/stats.json` or `statsd:127.0.0.1:8125`.',
  'stats-pusher-default-freq': 'Seconds between two pushes, 3 unless set.',
  'enable-metrics': 'Counts requests, bytes, times and the like, for stats, carbon and the app.',
  metric:
    'A metric of your own as `key=value` items; `name` is needed, `type` and `collector` say where the number comes from.',
  'metric-threshold': '`key=value` items: raises an alarm when a metric reaches a value.',
  'metrics-dir': 'Folder in which every metric is kept as a small file.',
  'metrics-no-cores': 'Leaves out the metrics of single cores.',
  snmp: 'UDP address at which the instance answers SNMP.',
  'snmp-community': 'Community name that SNMP requests have to give.',
  carbon: 'Address of a Graphite (carbon) server that gets the metrics; needs the carbon plugin.',
  'carbon-freq': 'Seconds between two reports to carbon, 60 unless set.',
};
