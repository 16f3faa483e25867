import { uwsgiDescriptions } from '../../data/uwsgi-descriptions.extra.ts';
import { retirementOf } from '../../data/uwsgi-retired-options.extra.ts';
import type { InstalledUwsgi } from '../../installed.ts';
import type { UwsgiOption } from '../../uwsgi/options.ts';
import { bullets, codeSpan, escapeMarkdown, paragraphs } from '../markdown.ts';
import { manualLinks } from './manual.ts';
import { valueKind } from './value-kinds.ts';

/** What is known of an option, wherever it stands; with the words of the user's own uWSGI where it may be run. */
export function optionMarkdown(option: UwsgiOption, installed: InstalledUwsgi | undefined): string {
  const help = installed?.help.get(option.name);
  return paragraphs(
    headline(option),
    uwsgiDescriptions[option.canonical],
    bullets([...facts(option), ...presence(option, installed)]),
    help === undefined || installed === undefined
      ? undefined
      : `uWSGI ${escapeMarkdown(installed.version)} says: “${escapeMarkdown(help)}”`,
    manualLinks(option),
  );
}

/** Plain text for the side of a list. */
export function optionDetail(option: UwsgiOption): string {
  const kind = valueKind(option).short;
  return option.plugin === 'core' ? kind : `${kind} · ${option.plugin}`;
}

export function isDeprecated({ name }: UwsgiOption): boolean {
  return retirementOf(name) !== undefined;
}

/** Whether the plugin of an option is there; undefined when the machine may not be asked. */
export function hasPlugin(
  plugin: string,
  installed: InstalledUwsgi | undefined,
): boolean | undefined {
  if (installed === undefined) return undefined;
  if (plugin === 'core' || installed.embedded.includes(plugin)) return true;
  return installed.plugins.some((name) => name === plugin || plainName(name) === plugin);
}

/** `python311` → `python`: distributions put the version of the language into the name of the file. */
export function plainName(plugin: string): string {
  return plugin.replace(/^(python|pypy|php|rack|ruby|lua|gevent|psgi|asyncio)[\d.]+$/, '$1');
}

function headline(option: UwsgiOption): string {
  const { name, plugin } = option;
  const kind = valueKind(option).short;
  const from = plugin === 'core' ? '' : ` · plugin ${codeSpan(plugin)}`;
  return `**${codeSpan(name)}** · ${escapeMarkdown(kind)}${from}`;
}

function facts(option: UwsgiOption): readonly string[] {
  const { aliases, repeat, type, since, buildCondition, immediate, flags } = option;
  const others = aliases.map((name) => codeSpan(name)).join(', ');
  const condition = buildCondition === undefined ? undefined : builds(buildCondition);
  return [
    valueKind(option).long,
    ...(repeat === 'append' && !type.startsWith('list') ? ['Repeatable: all lines count.'] : []),
    ...(others === '' ? [] : [`The same option: ${others}.`]),
    ...(immediate && !type.startsWith('logic')
      ? ['Takes effect while the file is read: `%(x)`, `$(X)` and `@(x)` are not replaced in it.']
      : []),
    ...flags.flatMap((flag) => flagWords[flag] ?? []),
    ...(since === undefined ? [] : [`Since uWSGI ${escapeMarkdown(since)}.`]),
    ...(condition === undefined ? [] : [`Only in builds ${condition}.`]),
    ...retirement(option),
  ];
}

function retirement({ name }: UwsgiOption): readonly string[] {
  const retired = retirementOf(name);
  if (retired === undefined) return [];
  const state = retired.state === 'dead' ? 'Without effect.' : 'Has been replaced.';
  return [`${state} ${retired.text}`];
}

const flagWords: Readonly<Record<string, string>> = {
  MASTER: 'Switches `master` on, unless `master = false` is written.',
  LOG_MASTER: 'Switches `log-master` on.',
  REQ_LOG_MASTER: 'The master writes the request lines then.',
  THREADS: 'Switches `enable-threads` on.',
  METRICS: 'Switches `enable-metrics` on.',
  POST_BUFFERING: 'Switches post-buffering on.',
  NO_SERVER: 'uWSGI does not serve with it.',
};

function builds(condition: string): string {
  const known = Object.entries(conditionWords).find(([part]) => condition.includes(part));
  return known?.[1] ?? `with ${codeSpan(condition)}`;
}

const conditionWords: Readonly<Record<string, string>> = {
  UWSGI_SSL: 'with TLS',
  UWSGI_PCRE: 'with PCRE',
  UWSGI_ROUTING: 'with internal routing',
  FreeBSD: 'for FreeBSD',
  __linux__: 'for Linux',
  __APPLE__: 'for macOS',
  UWSGI_CAP: 'with Linux capabilities',
  UWSGI_XML: 'with XML',
  UWSGI_YAML: 'with YAML',
  UWSGI_JSON: 'with JSON',
  UWSGI_ZLIB: 'with zlib',
};

function presence(
  { plugin }: UwsgiOption,
  installed: InstalledUwsgi | undefined,
): readonly string[] {
  const has = hasPlugin(plugin, installed);
  if (plugin === 'core' || has === undefined) return [];
  if (!has) return [`The plugin ${codeSpan(plugin)} is not installed on this machine.`];
  return installed?.embedded.includes(plugin) === true
    ? [`The plugin ${codeSpan(plugin)} is built in on this machine.`]
    : [`The plugin ${codeSpan(plugin)} is installed on this machine.`];
}
