import type { EntryLine } from '../../ini/tree.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import { addressesOf } from '../../rules/uwsgi/addresses-of.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import { type Span, contains, span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { UwsgiOption } from '../../uwsgi/options.ts';
import type { Hover } from '../feature.ts';
import { codeSpan, paragraphs } from '../markdown.ts';
import { addressMarkdown } from './address-words.ts';
import { choicesAt } from '../../uwsgi/choices.ts';
import { entryOf } from './ini-place.ts';
import { keyvalMarkdown } from './keyval-markdown.ts';
import { keyvalKey, keyvalList } from '../../uwsgi/keyval.ts';
import { hasPlugin, plainName } from './option-markdown.ts';
import { shortPath } from './where.ts';

/** What uWSGI reads in a value, by what the option takes. */
export function valueHover(view: UwsgiView, line: EntryLine, offset: number): Hover | undefined {
  const entry = entryOf(view, line);
  const option = entry?.option;
  if (entry === undefined || option === undefined) return undefined;
  const { start } = line.valueSpan;
  // Offsets in the value hold for the file only while nothing of it was replaced.
  const plain = entry.value === line.value;
  const at = (part: Span) => (plain ? span(start + part.start, start + part.end) : line.valueSpan);
  const inside = (part: Span) => contains(at(part), offset);

  const address = addressesOf(entry).find((place) => inside(place.span));
  if (address !== undefined && entry.known && address.text !== '') {
    const place = at(address.span);
    return { span: place, markdown: addressMarkdown(view, address, place) };
  }
  if (plain) {
    const part = partHover(view, option, entry.value, offset - start);
    if (part !== undefined)
      return {
        span: at(part.span),
        markdown: paragraphs(part.markdown, readWords(option, entry.value)),
      };
  }
  const words = entry.known ? readWords(option, entry.value) : undefined;
  const path = words === undefined ? pathWords(view, entry, option) : undefined;
  const effective = plain
    ? undefined
    : `Value: ${codeSpan(entry.value)}${entry.known ? '' : ', as far as the files decide it'}.`;
  if (words === undefined && effective === undefined && path === undefined) return undefined;
  return { span: line.valueSpan, markdown: paragraphs(words, effective, path) };
}

/** A key of a list, a word that is chosen from some, a plugin. Spans count from the value's beginning. */
function partHover(
  view: UwsgiView,
  option: UwsgiOption,
  value: string,
  offset: number,
): Hover | undefined {
  const list = keyvalList(option, value);
  const item = list?.items.find(({ key, value: text }) =>
    contains(span(key.span.start, (text ?? key).span.end), offset),
  );
  if (list !== undefined && item !== undefined) {
    const key = keyvalKey(list.syntax, item.key.text);
    const markdown =
      key === undefined
        ? `**${codeSpan(item.key.text)}** · no key of ${codeSpan(option.name)}: uWSGI passes over it without a word.`
        : keyvalMarkdown(key);
    return { span: span(item.key.span.start, (item.value ?? item.key).span.end), markdown };
  }
  if (option.type === 'plugin-list') return pluginHover(view, value, offset);
  const chosen = choicesAt(option, value, offset);
  const word = chosen && value.slice(chosen.span.start, chosen.span.end);
  const choice = chosen?.choices.find(({ name }) => name === word);
  if (chosen === undefined || choice === undefined) return undefined;
  const plugin = choice.plugin === undefined ? undefined : `Plugin ${codeSpan(choice.plugin)}.`;
  const title = `**${codeSpan(`${choice.name}${choice.argument ?? ''}`)}**`;
  return { span: chosen.span, markdown: paragraphs(title, choice.text, plugin) };
}

function pluginHover(view: UwsgiView, value: string, offset: number): Hover | undefined {
  const start = value.lastIndexOf(',', offset - 1) + 1;
  const comma = value.indexOf(',', offset);
  const place = span(start, comma === -1 ? value.length : comma);
  const name = value.slice(place.start, place.end).trim().replace(/^\d+:/, '');
  if (name === '' || name.includes('/')) return undefined;
  const { uwsgi } = view.around.installed;
  const has =
    uwsgi === undefined
      ? undefined
      : uwsgi.plugins.includes(name) || hasPlugin(plainName(name), uwsgi);
  const there =
    has === undefined
      ? 'Whether it is installed is not known here.'
      : has
        ? 'Installed on this machine.'
        : '**Not installed on this machine.** uWSGI logs that and goes on without the plugin.';
  const folder = uwsgi?.pluginFolder;
  const file = `${folder === undefined ? '' : `${folder}/`}${name}_plugin.so`;
  const title = `**Plugin ${codeSpan(name)}**`;
  return {
    span: place,
    markdown: paragraphs(title, there, `Loaded from ${codeSpan(file)}, unless it is built in.`),
  };
}

function readWords(option: UwsgiOption, value: string): string | undefined {
  switch (option.type) {
    case 'bool':
    case 'bool-inverted': {
      const off = /^(?:false|off|no)$/i.test(value) || value === '0';
      return `uWSGI reads this as **${off ? 'off' : 'on'}**.`;
    }
    case 'int':
    case 'int-signed':
    case 'uint64':
    case 'uint16':
    case 'megabytes': {
      const digits = /^[ \t]*([+-]?\d+)/.exec(value)?.[1] ?? '0';
      const unit = option.type === 'megabytes' ? ' megabytes' : '';
      if (digits === value && unit === '') return undefined;
      return `uWSGI reads ${digits}${unit}.`;
    }
    case 'chmod':
      return /^[0-7]{3}$/.test(value) ? `Rights: ${codeSpan(rights(value))}.` : undefined;
    default:
      return undefined;
  }
}

/** `660` → `rw-rw----` */
function rights(octal: string): string {
  return Array.from(octal)
    .map((digit) => {
      const bits = Number(digit);
      return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${bits & 1 ? 'x' : '-'}`;
    })
    .join('');
}

/** Where a path leads, as far as the folders are known. */
function pathWords(view: UwsgiView, entry: ConfigEntry, option: UwsgiOption): string | undefined {
  if (!entry.known || entry.value === '' || !isPath(option)) return undefined;
  const file = option.type === 'config-file' ? entry.value.replace(/:[^/:]*$/, '') : entry.value;
  if (file === '' || /^[a-z]+:\/\/|[*?[]|^-$/.test(file)) return undefined;
  const launch = dirname(view.path);
  const chdir = lastOption(view.effective, 'chdir');
  const moves =
    chdir !== undefined && !fromLaunch.has(option.canonical) && option.type !== 'config-file';
  if (moves && !chdir.known) return undefined;
  const folder = moves ? resolvePath(launch, chdir.value) : launch;
  const path = resolvePath(folder, file);
  const there = view.around.disk.look(path);
  const assumed = file.startsWith('/') ? '' : `, when uWSGI is started in ${codeSpan(launch)}`;
  const state = there === undefined ? '' : ` ${states[there.kind]}`;
  const short = file.startsWith('/') ? path : shortPath(view.path, path);
  return `Leads to ${codeSpan(short)}${assumed}.${state}`;
}

const states = {
  absent: 'Nothing is there.',
  file: 'A file is there.',
  folder: 'A folder is there.',
  other: 'A socket, pipe or device is there.',
} as const;

export function isPath({ type, canonical }: UwsgiOption): boolean {
  return type === 'path' || type === 'config-file' || pathOptions.test(canonical);
}

const pathOptions =
  /^(?:wsgi-file|home|chdir2?|pythonpath|touch-(?!exec|signal).*|fs-(?:brutal-)?reload|logto2?|daemonize2?|pidfile2?|safe-pidfile2?|master-fifo|mimefile|static-(?:safe|index)|check-static|metrics-dir|cache-store|rack|psgi|emperor-pidfile|chroot|mule|php-(?:ini|docroot|allowed-docroot|app)|upload-progress|wait-for-fs|error-page-\d+|fallback-config|sni-dir|ssl-tmp-dir|paste-logger|python|cgi)$/;

/** Opened before uWSGI changes its directory. */
const fromLaunch: ReadonlySet<string> = new Set(['pidfile', 'safe-pidfile', 'chdir']);
