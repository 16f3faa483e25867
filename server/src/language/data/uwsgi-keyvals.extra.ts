/** One key of a value such as `server=ADDRESS,key=NAME`. */
export interface KeyvalKey {
  readonly name: string;
  /** Other spellings of the same key. */
  readonly aliases?: readonly string[];
  /** What its value is, as a placeholder: `ADDRESS`, `SECONDS`; a choice list is divided by `|`. */
  readonly value: string;
  readonly text: string;
  readonly required?: boolean;
}

export interface KeyvalSyntax {
  readonly keys: readonly KeyvalKey[];
  /** What stands behind a blank after the list. */
  readonly rest?: string;
  /** The list may be left out, or another form is possible that has no `=`. */
  readonly optional?: boolean;
}

/**
 * Keys of the options that take `key=value` items, from the calls of uwsgi_kvlist_parse in uWSGI 2.0.30 (core/cache.c,
 * cron.c, daemons.c, metrics.c, sharedarea.c, subscription.c; plugins http, sslrouter). Sentences are our own.
 */
export const uwsgiKeyvals: Readonly<Record<string, KeyvalSyntax>> = {
  subscribe2: {
    keys: [
      {
        name: 'server',
        value: 'ADDRESS',
        required: true,
        text: "The router's `fastrouter-subscription-server`: `IP:PORT` or the path of a unix socket. Host names are not resolved.",
      },
      {
        name: 'key',
        value: 'NAME',
        required: true,
        text: 'What requests are matched with: UWSGI_FASTROUTER_KEY, else the Host header, byte by byte and with its port.',
      },
      {
        name: 'addr',
        value: 'ADDRESS',
        text: 'Address to announce instead of the own socket. Names are not resolved.',
      },
      {
        name: 'socket',
        value: 'INDEX',
        text: 'Which worker socket to announce, counted from 0 in file order; the first one unless set.',
      },
      {
        name: 'weight',
        value: 'NUMBER',
        text: 'Share of the requests, 1 unless set; `auto-weight` beats it.',
      },
      {
        name: 'modifier1',
        value: 'NUMBER',
        text: 'Modifier1 that the router sets in each request, 0 unless set: which plugin answers.',
      },
      {
        name: 'modifier2',
        value: 'NUMBER',
        text: 'Modifier2 that the router sets in each request.',
      },
      {
        name: 'sign',
        value: 'DIGEST:PEMFILE',
        text: 'Signs announcements, for a router with `subscriptions-sign-check`.',
      },
      {
        name: 'check',
        value: 'FILE',
        text: 'Announces only while this file does not exist; the manual says the opposite.',
      },
      { name: 'sni_key', value: 'FILE', text: 'TLS key for the router to use with this name.' },
      {
        name: 'sni_crt',
        value: 'FILE',
        text: 'TLS certificate for the router to use with this name.',
      },
      {
        name: 'sni_ca',
        value: 'FILE',
        text: 'TLS client CA for the router to use with this name.',
      },
    ],
  },
  cron2: {
    rest: 'COMMAND',
    optional: true,
    keys: [
      { name: 'minute', value: 'NUMBER', text: '0 to 59; -1 (any) unless set; -5 is every fifth.' },
      { name: 'hour', value: 'NUMBER', text: '0 to 23; -1 (any) unless set; -2 is every second.' },
      { name: 'day', value: 'NUMBER', text: 'Day of the month, 1 to 31; -1 (any) unless set.' },
      { name: 'month', value: 'NUMBER', text: '1 to 12; -1 (any) unless set.' },
      {
        name: 'week',
        value: 'NUMBER',
        text: 'Day of the week, 0 (Sunday) to 6; -1 (any) unless set.',
      },
      {
        name: 'unique',
        value: '0|1',
        text: '1: not started while the last run is still going on.',
      },
      {
        name: 'harakiri',
        value: 'SECONDS',
        text: 'Time after which this command is killed; 0 means never.',
      },
      { name: 'legion', value: 'NAME', text: 'Runs only on the lord of that legion.' },
    ],
  },
  'attach-daemon2': {
    keys: [
      {
        name: 'cmd',
        aliases: ['command', 'exec'],
        value: 'COMMAND',
        required: true,
        text: 'The command. A comma in it needs a backslash.',
      },
      {
        name: 'freq',
        value: 'SECONDS',
        text: 'How often a program with a pid file is looked at, 10 unless set.',
      },
      {
        name: 'pidfile',
        value: 'FILE',
        text: 'Pid file by which the program is watched; one that runs already is adopted.',
      },
      {
        name: 'control',
        value: '1',
        text: 'The instance stops when the program ends. Any value, even 0, turns it on.',
      },
      {
        name: 'daemonize',
        aliases: ['daemon'],
        value: '1',
        text: 'uWSGI puts the program into the background, with `pidfile`. Any value, even 0, turns it on.',
      },
      {
        name: 'touch',
        value: 'FILE',
        text: 'A file whose change restarts the program; several divided by `;`.',
      },
      {
        name: 'stopsignal',
        aliases: ['stop_signal'],
        value: 'NUMBER',
        text: 'Signal that stops the program, 15 (SIGTERM) unless set. uWSGI reloads on 15, so give 2 for another uWSGI.',
      },
      {
        name: 'reloadsignal',
        aliases: ['reload_signal'],
        value: 'NUMBER',
        text: 'Signal that the program gets on a reload instead of being restarted.',
      },
      {
        name: 'stdin',
        value: '1',
        text: 'The program keeps the standard input. Any value, even 0, turns it on.',
      },
      { name: 'uid', value: 'NUMBER', text: 'User id, as a number, that the program runs as.' },
      { name: 'gid', value: 'NUMBER', text: 'Group id, as a number, that the program runs as.' },
      {
        name: 'ns_pid',
        value: '1',
        text: 'A process namespace of its own (Linux). Any value, even 0, turns it on.',
      },
      { name: 'chdir', value: 'FOLDER', text: 'Directory that the program starts in.' },
      {
        name: 'max_throttle',
        value: 'SECONDS',
        text: 'Longest wait between respawns of a program that ends at once.',
      },
      {
        name: 'notifypid',
        value: '1',
        text: 'A program with a pid file gets the stop or reload signal when the master stops or reloads. Any value, even 0, turns it on.',
      },
    ],
  },
  cache2: {
    keys: [
      {
        name: 'name',
        value: 'NAME',
        required: true,
        text: 'Name that apps and other options use.',
      },
      {
        name: 'items',
        aliases: ['max_items', 'maxitems'],
        value: 'NUMBER',
        required: true,
        text: 'Most items.',
      },
      {
        name: 'blocksize',
        value: 'BYTES',
        text: 'Size of a block, 65536 unless set; an item fits into one, without `bitmap`.',
      },
      { name: 'blocks', value: 'NUMBER', text: 'Number of blocks, as many as items unless set.' },
      { name: 'hash', value: 'NAME', text: 'Hash function of the keys, `djb33x` unless set.' },
      {
        name: 'hashsize',
        aliases: ['hash_size'],
        value: 'NUMBER',
        text: 'Size of the hash table, 65536 unless set.',
      },
      {
        name: 'keysize',
        aliases: ['key_size'],
        value: 'BYTES',
        text: 'Longest key, 2048 unless set.',
      },
      { name: 'store', value: 'FILE', text: 'File that the cache is kept in over restarts.' },
      {
        name: 'store_sync',
        aliases: ['storesync'],
        value: 'CYCLES',
        text: 'Master cycles between writes of that file.',
      },
      {
        name: 'store_delete',
        aliases: ['storedelete'],
        value: '1',
        text: 'A file that does not fit is deleted instead of stopping the start. Any value, even 0, turns it on.',
      },
      {
        name: 'nodes',
        aliases: ['node'],
        value: 'ADDRESS',
        text: 'UDP addresses that changes are sent to, divided by `;`.',
      },
      {
        name: 'sync',
        value: 'ADDRESS',
        text: 'uWSGI servers to copy the cache from at start, divided by `;`.',
      },
      {
        name: 'udp',
        aliases: ['udp_servers', 'udp_server', 'udpservers', 'udpserver'],
        value: 'ADDRESS',
        text: 'UDP addresses at which changes are taken, divided by `;`.',
      },
      {
        name: 'bitmap',
        value: '1',
        text: 'An item may take several blocks. Any value, even 0, turns it on.',
      },
      {
        name: 'lastmod',
        value: '1',
        text: 'Keeps the time of the last change. Any value, even 0, turns it on.',
      },
      { name: 'math_initial', value: 'NUMBER', text: 'Value that counters begin with.' },
      {
        name: 'ignore_full',
        value: '1',
        text: 'A full cache is not logged. Any value, even 0, turns it on.',
      },
      {
        name: 'purge_lru',
        aliases: ['lru'],
        value: '1',
        text: 'The item that was not used longest makes room. Any value, even 0, turns it on.',
      },
      {
        name: 'lazy_expire',
        aliases: ['lazy'],
        value: '1',
        text: 'Items expire when they are asked for. Any value, even 0, turns it on.',
      },
      {
        name: 'sweep_on_full',
        value: 'SECONDS',
        text: 'A full cache is swept of expired items, at most every so many seconds.',
      },
      {
        name: 'clear_on_full',
        value: '1',
        text: 'A full cache is emptied. Any value, even 0, turns it on.',
      },
      { name: 'no_expire', value: '1', text: 'Nothing expires. Any value, even 0, turns it on.' },
    ],
  },
  metric: {
    optional: true,
    keys: [
      { name: 'name', value: 'NAME', required: true, text: 'Name, in parts divided by dots.' },
      { name: 'oid', value: 'OID', text: 'Object id for SNMP.' },
      {
        name: 'type',
        value: 'counter|gauge|absolute|alias',
        text: 'What kind of number it is; `counter` unless set.',
      },
      { name: 'initial_value', value: 'NUMBER', text: 'Value to begin with.' },
      {
        name: 'collector',
        value: 'ptr|file|sum|avg|accumulator|multiplier|adder|func',
        text: 'Where the value comes from.',
      },
      { name: 'freq', value: 'SECONDS', text: 'How often it is collected, 1 unless set.' },
      { name: 'arg1', value: 'TEXT', text: 'First argument of the collector, e.g. the file.' },
      { name: 'arg2', value: 'TEXT', text: 'Second argument of the collector.' },
      { name: 'arg3', value: 'TEXT', text: 'Third argument of the collector.' },
      { name: 'arg1n', value: 'NUMBER', text: 'First argument of the collector, as a number.' },
      { name: 'arg2n', value: 'NUMBER', text: 'Second argument of the collector, as a number.' },
      { name: 'arg3n', value: 'NUMBER', text: 'Third argument of the collector, as a number.' },
      {
        name: 'children',
        value: 'NAMES',
        text: 'Metrics that this one is made of, divided by `;`.',
      },
      { name: 'alias', value: 'NAME', text: 'Metric that this one is another name of.' },
      {
        name: 'reset_after_push',
        value: '1',
        text: 'Begins anew after the value was pushed. Any value, even 0, turns it on.',
      },
    ],
  },
  'metric-threshold': {
    keys: [
      { name: 'key', value: 'NAME', required: true, text: 'The metric.' },
      {
        name: 'value',
        value: 'NUMBER',
        required: true,
        text: 'The alarm is raised from this value on.',
      },
      { name: 'alarm', value: 'NAME', text: 'The alarm, as `alarm` defines it.' },
      { name: 'rate', value: 'SECONDS', text: 'The alarm is not raised more often.' },
      { name: 'msg', value: 'TEXT', text: 'Text of the alarm.' },
      { name: 'reset', value: 'NUMBER', text: 'Value that the metric gets afterwards.' },
    ],
  },
  sharedarea: {
    optional: true,
    keys: [
      { name: 'pages', value: 'NUMBER', text: 'Size in memory pages.' },
      { name: 'file', value: 'FILE', text: 'A file that is mapped.' },
      { name: 'fd', value: 'NUMBER', text: 'A descriptor that is mapped.' },
      { name: 'ptr', value: 'SYMBOL', text: 'An address in the process.' },
      { name: 'size', value: 'BYTES', text: 'Size in bytes.' },
      { name: 'offset', value: 'BYTES', text: 'Where in the file the mapping begins.' },
    ],
  },
  https2: {
    keys: [
      { name: 'addr', value: 'ADDRESS', required: true, text: 'Where clients connect.' },
      { name: 'cert', aliases: ['crt'], value: 'FILE', required: true, text: 'The certificate.' },
      { name: 'key', value: 'FILE', required: true, text: "The certificate's key." },
      { name: 'ciphers', value: 'LIST', text: "Ciphers in OpenSSL's notation." },
      {
        name: 'clientca',
        aliases: ['client_ca'],
        value: 'FILE',
        text: 'CA that client certificates must be from.',
      },
      {
        name: 'spdy',
        value: '1',
        text: 'SPDY, which browsers no longer speak. Any value, even 0, turns it on.',
      },
    ],
  },
  sslrouter2: {
    keys: [
      { name: 'addr', value: 'ADDRESS', required: true, text: 'Where clients connect.' },
      { name: 'cert', aliases: ['crt'], value: 'FILE', required: true, text: 'The certificate.' },
      { name: 'key', value: 'FILE', required: true, text: "The certificate's key." },
      { name: 'ciphers', value: 'LIST', text: "Ciphers in OpenSSL's notation." },
      {
        name: 'clientca',
        aliases: ['client_ca'],
        value: 'FILE',
        text: 'CA that client certificates must be from.',
      },
    ],
  },
};
