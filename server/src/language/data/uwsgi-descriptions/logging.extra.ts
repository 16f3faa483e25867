/** Logs and alarms: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const loggingDescriptions: Readonly<Record<string, string>> = {
  logto:
    'File, or UDP `ADDRESS:PORT`, that the log goes to instead of stderr; opened before privileges are dropped.',
  logto2:
    'Like `logto`, opened after privileges were dropped, so that the file belongs to the user.',
  logger:
    '`[NAME ]KIND:ARGUMENT`, e.g. `file:/var/log/x.log`: where log lines go; repeatable. On Debian even `file` needs its plugin (logfile).',
  'req-logger': 'Like `logger`, for request lines only; they no longer go to the general log then.',
  'log-format':
    'Pattern of the request line; `%(uri)`, `%(status)`, `%(msecs)` and the like are filled in. A variable of the file with such a name replaces it, and values are not escaped.',
  'logformat-strftime': '`%(ftime)` in `log-format` is formatted as `log-date` says.',
  logdate:
    "Puts a date in front of uWSGI's own lines (not the request lines): `true`, or a strftime pattern, whose `%` has to be written `%%` in a file.",
  'disable-logging':
    'Writes no line per request. `log-4xx`, `log-5xx`, `log-slow` and others bring back the ones that matter.',
  'log-4xx': 'Writes request lines of responses with a 4xx status even with `disable-logging`.',
  'log-5xx': 'Writes request lines of responses with a 5xx status even with `disable-logging`.',
  'log-slow': 'Milliseconds from which on a request is logged even with `disable-logging`.',
  'log-big': 'Bytes of response from which on a request is logged even with `disable-logging`.',
  'log-zero': 'Writes request lines of responses without a body even with `disable-logging`.',
  'log-sendfile':
    'Writes request lines of responses sent by sendfile() even with `disable-logging`.',
  'log-ioerror': 'Writes request lines of requests with an I/O error even with `disable-logging`.',
  'log-micros': 'Request lines show microseconds instead of milliseconds.',
  'log-x-forwarded-for':
    "Takes the client's address for the log from X-Forwarded-For. Anybody can send that header unless a proxy replaces it.",
  'log-master':
    'All lines go through the master, which writes them. Needed by log encoders and filters.',
  'log-master-bufsize':
    'Longest line in bytes that the master takes, 8192 unless set; the rest is cut off.',
  'log-master-stream':
    'The pipe to the logging master is a stream, so that long messages are not cut.',
  'threaded-logger': 'The master writes logs in a thread of its own.',
  'log-encoder':
    '`KIND[ ARGUMENT][:LOGGER]`: changes each line before it is written: `prefix`, `suffix`, `nl`, `format`, `json`, `gzip`. They work in order; `json` needs `nl` behind it for line ends.',
  'log-req-encoder': 'Like `log-encoder`, for request lines.',
  'log-route': '`LOGGER REGEXP`: lines that match go to the logger of that name.',
  'log-req-route': '`LOGGER REGEXP`: request lines that match go to the logger of that name.',
  'log-drain': 'Drops the lines that match the regular expression.',
  'log-filter': 'Writes only the lines that match the regular expression.',
  'log-reopen': 'Opens the log file again on a reload, so that a rotated file is let go.',
  'log-truncate': 'Empties the log file at start.',
  'log-maxsize':
    'Size in bytes from which on the master renames the log file and begins a new one.',
  'log-backupname':
    'Name that a rotated log file gets; unless set it is the name with a timestamp.',
  'logfile-chown': 'Gives the log file to the user of `uid` and `gid`.',
  'logfile-chmod': 'Rights of the log file as three octal digits.',
  'log-syslog': 'Sends the log to syslog; the value is the name there. Needs the syslog plugin.',
  'log-socket': 'Sends the log to a unix or UDP socket. Needs the logsocket plugin.',
  alarm:
    '`NAME KIND:ARGUMENT`: something that can be raised when trouble comes, e.g. `mail cmd:…`.',
  'log-alarm': '`NAME[,NAME] REGEXP`: raises alarms for log lines that match.',
  'alarm-backlog': 'Raises the alarm when the listen queue is full.',
  'alarm-segfault': 'Raises the alarm when a process crashes.',
  'alarm-fd': '`NAME FD:BYTES MESSAGE`: raises the alarm when the descriptor can be read.',
  'alarm-freq': 'Seconds in which the same alarm is not raised twice, 3 unless set.',
};
