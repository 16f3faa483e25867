import type { UwsgiOption } from '../../uwsgi/options.ts';

/** What an option takes, in plain words: a few for the side of a list, and a sentence. */
export interface ValueKind {
  readonly short: string;
  /** Markdown. */
  readonly long: string;
}

export function valueKind(option: UwsgiOption): ValueKind {
  return kinds[option.type] ?? text;
}

const text: ValueKind = { short: 'text', long: 'Takes text, as a whole.' };
const list: ValueKind = {
  short: 'text, repeatable',
  long: 'Takes text; each line adds to a list.',
};
const number: ValueKind = {
  short: 'number',
  long: 'Takes a whole number. uWSGI reads leading digits and ignores the rest (`abc` and `true` are 0); a negative one stops the start.',
};
const block: ValueKind = {
  short: 'condition',
  long: 'Opens a block that `endif` or `endfor` closes.',
};

/** By the type of the option table; the handlers behind them are in core/uwsgi.c. */
const kinds: Readonly<Record<string, ValueKind>> = {
  bool: {
    short: 'boolean',
    long: 'On, unless the value is `false`, `off`, `no` or `0`; any other text, even none, is on.',
  },
  'bool-inverted': {
    short: 'boolean',
    long: 'On, unless the value is `false`, `off`, `no` or `0`; any other text, even none, is on.',
  },
  int: number,
  'int-signed': { short: 'number', long: 'Takes a whole number, which may be negative.' },
  uint64: {
    short: 'number',
    long: 'Takes a whole number. uWSGI reads leading digits and ignores the rest; a negative one becomes huge.',
  },
  uint16: { short: 'number', long: 'Takes a whole number; anything above 65535 is cut to it.' },
  megabytes: {
    short: 'megabytes',
    long: 'Takes a number of megabytes. A unit behind it is ignored: `1G` is one megabyte.',
  },
  str: text,
  list,
  path: { short: 'path', long: 'Takes a path.' },
  socket: {
    short: 'address',
    long: 'Takes an address: `IP:PORT`, `:PORT`, a path, `127.*:0`, `=N` for a shared socket.',
  },
  'router-socket': {
    short: 'address',
    long: 'Takes an address: `IP:PORT`, `:PORT`, a path, `=N` for a shared socket.',
  },
  'subscription-socket': {
    short: 'address',
    long: 'Takes `IP:PORT` (UDP) or the path of a unix datagram socket; no host name, no IPv6.',
  },
  'ssl-socket': {
    short: 'address,cert,key',
    long: 'Takes `ADDRESS,CERTIFICATE,KEY[,CIPHERS[,CA]]`.',
  },
  https: { short: 'address,cert,key', long: 'Takes `ADDRESS,CERTIFICATE,KEY[,CIPHERS[,CA]]`.' },
  sni: { short: 'name cert,key', long: 'Takes `NAME CERTIFICATE,KEY[,CIPHERS[,CA]]`.' },
  'config-file': {
    short: 'configuration',
    long: 'Takes `FILE` or `FILE:SECTION`; a relative path counts from the working directory.',
  },
  keyval: { short: 'name=value', long: 'Takes `NAME=VALUE`.' },
  env: { short: 'NAME=value', long: 'Takes `NAME=VALUE`; `NAME` alone removes the variable.' },
  kvlist: {
    short: 'key=value,…',
    long: 'Takes `key=value` items, divided by commas without blanks.',
  },
  'list-keyval': { short: 'name=value', long: 'Takes `NAME=VALUE`; each line adds one.' },
  'list-regexp': { short: 'regexp', long: 'Takes a regular expression; each line adds one.' },
  'list-regexp-value': { short: 'regexp value', long: 'Takes `REGEXP VALUE`; each line adds one.' },
  'list-custom-regexp': { short: 'name regexp', long: 'Takes `NAME REGEXP`; each line adds one.' },
  'list-ip': { short: 'IP address', long: 'Takes an IP address; each line adds one.' },
  'plugin-list': {
    short: 'plugins',
    long: 'Takes names divided by commas, without a blank before a comma.',
  },
  chmod: { short: 'mode', long: 'Takes three octal digits, e.g. `660`; four stop the start.' },
  octal: { short: 'octal', long: 'Takes an octal number, e.g. `022`.' },
  uid: { short: 'user', long: 'Takes the name or number of a user.' },
  gid: { short: 'group', long: 'Takes the name or number of a group.' },
  logger: { short: 'logger', long: 'Takes `[NAME ]KIND:ARGUMENT`.' },
  cron: { short: 'cron', long: 'Takes `MINUTE HOUR DAY MONTH WEEKDAY COMMAND`; -1 is any.' },
  'cron-kv': { short: 'cron', long: 'Takes `[key=value,… ]COMMAND`.' },
  'legion-cron': { short: 'cron', long: 'Takes `LEGION MINUTE HOUR DAY MONTH WEEKDAY COMMAND`.' },
  'legion-arg': { short: 'legion', long: 'Takes the name of a legion, a blank, and the argument.' },
  legion: { short: 'legion', long: 'Takes `NAME ADDRESS VALOR ALGORITHM:SECRET`.' },
  command: { short: 'command', long: 'Takes a command line.' },
  route: { short: 'route', long: 'Takes what has to match, a blank, and `ACTION:ARGUMENT`.' },
  'code-string': { short: 'modifier:code:function', long: 'Takes `MODIFIER:FILE:FUNCTION`.' },
  'digest-dir': { short: 'digest:folder', long: 'Takes `DIGEST:FOLDER`.' },
  enum: { short: 'choice', long: 'Takes one of a few words.' },
  caps: { short: 'capabilities', long: 'Takes names of Linux capabilities, divided by commas.' },
  unshare: { short: 'namespaces', long: 'Takes names of Linux namespaces, divided by commas.' },
  'bool-or-strftime': {
    short: 'boolean or date format',
    long: 'Takes `true`, or a strftime pattern with `%%` for each `%`.',
  },
  signal: { short: 'address,signal', long: 'Sends a signal to a running instance, then ends.' },
  flag: { short: 'flag', long: 'Counts by being there; the value is not read.' },
  action: { short: 'action', long: 'Does something at once, mostly for the command line.' },
  reset: { short: 'flag', long: 'Ends the list that was opened above; the value is not read.' },
  deprecated: { short: 'no effect', long: 'Has no effect; it only prints a warning.' },
  special: { short: 'special', long: 'Takes a value of a form of its own.' },
  logic: block,
  'logic-end': { short: 'end of block', long: 'Closes a block; the value is not read.' },
};
