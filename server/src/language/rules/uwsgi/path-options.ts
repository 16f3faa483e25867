import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { parseAddress } from '../../uwsgi/address.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { addressesOf } from './addresses-of.ts';

/** A path in the value of an option, and what uWSGI wants of it. */
export interface PathPlace {
  readonly text: string;
  /** From the beginning of the value. */
  readonly span: Span;
  /** The thing itself must be there; or the folder in which uWSGI makes it. */
  readonly need: 'file' | 'folder' | 'any' | 'parent';
  /** What happens without it; a sentence's end. */
  readonly outcome: string;
  /** Whether uWSGI then does not start. */
  readonly fatal: boolean;
  /** Where a relative path counts from: the folder of the launch, the one of `chdir`, or uWSGI's moods. */
  readonly from: 'launch' | 'app' | 'either';
}

/** Paths of one entry. Options of Python apps and environments have rules of their own. */
export function pathsOf(entry: ConfigEntry): readonly PathPlace[] {
  const { option, value } = entry;
  if (option === undefined || value === '' || value.includes('://')) return [];
  const whole = { text: value, span: span(0, value.length) };
  const known = table.get(option.canonical) ?? table.get(option.name);
  if (known !== undefined)
    return isAddress(option.canonical, value) ? [] : [{ ...known, ...whole }];
  switch (option.handler) {
    case 'static_map':
      return afterEquals(value, { need: 'any', outcome: 'it serves nothing there', ...later });
    case 'add_ssl_socket':
      return certificates(value);
    case 'set_logger':
    case 'set_req_logger':
      return loggers(value);
    default:
      return sockets(entry);
  }
}

type Wish = Omit<PathPlace, 'text' | 'span'>;

const later = { fatal: false, from: 'either' } as const;
const refuses = 'uWSGI does not start';
const written: Wish = { need: 'parent', outcome: refuses, fatal: true, from: 'either' };

/** By the first name of each group; seen with uWSGI 2.0.21. */
const table: ReadonlyMap<string, Wish> = new Map<string, Wish>([
  ['chdir', { need: 'folder', outcome: refuses, fatal: true, from: 'launch' }],
  ['chdir2', { need: 'folder', outcome: refuses, fatal: true, from: 'either' }],
  ['check-static', { need: 'folder', outcome: 'it serves nothing from there', ...later }],
  ['mimefile', { need: 'file', outcome: 'uWSGI knows no types of files', ...later }],
  ['pythonpath', { need: 'any', outcome: 'Python finds nothing there', ...later }],
  ...['reload', 'workers-reload', 'mules-reload', 'chain-reload', 'logrotate', 'logreopen'].map(
    (name): [string, Wish] => [
      `touch-${name}`,
      { need: 'any', outcome: 'nothing happens until it is created', ...later, from: 'app' },
    ],
  ),
  ...['logto', 'logto2', 'daemonize', 'daemonize2'].map((name): [string, Wish] => [name, written]),
  ['pidfile', { ...written, from: 'launch' }],
  ['safe-pidfile', { ...written, from: 'launch' }],
  ['pidfile2', { ...written, from: 'app' }],
  ['safe-pidfile2', { ...written, from: 'app' }],
  ['master-fifo', { ...written, from: 'app' }],
  ['spooler', written],
]);

/** `logto = 127.0.0.1:5555` sends datagrams. */
function isAddress(name: string, value: string): boolean {
  return (/^(?:logto|daemonize)/.test(name) && /^[\w.]*:\d+$/.test(value)) || /[*?[]/.test(value);
}

function afterEquals(value: string, wish: Wish): readonly PathPlace[] {
  const start = value.indexOf('=') + 1;
  if (start === 0 || start === value.length) return [];
  return [{ ...wish, text: value.slice(start), span: span(start, value.length) }];
}

/** `address,certificate,key[,ciphers[,client ca]]` */
function certificates(value: string): readonly PathPlace[] {
  const wish: Wish = { need: 'file', outcome: refuses, fatal: true, from: 'either' };
  const places: PathPlace[] = [];
  let start = 0;
  for (const [index, text] of value.split(',').entries()) {
    if ((index === 1 || index === 2) && text !== '') {
      places.push({ ...wish, text, span: span(start, start + text.length) });
    }
    start += text.length + 1;
  }
  return places;
}

/** `[name ]file:PATH` */
function loggers(value: string): readonly PathPlace[] {
  const [, before = '', text] = /^((?:\w+ )?file:)(\S+)$/.exec(value) ?? [];
  if (text === undefined) return [];
  return [{ ...written, text, span: span(before.length, value.length) }];
}

/** Unix sockets of every kind: their folder must be there. */
function sockets(entry: ConfigEntry): readonly PathPlace[] {
  return addressesOf(entry).flatMap(({ text, span: place, use }): PathPlace[] => {
    if (use === 'subscribe-target') return [];
    const address = parseAddress(text, use);
    if (address.kind !== 'unix' || /^\d+(?:\.\d+)*$/.test(text)) return [];
    const from = use === 'shared-socket' ? 'launch' : 'app';
    return [{ ...written, text: address.path, span: place, from }];
  });
}
