import type { InstalledUwsgi } from '../../installed.ts';
import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';

/** One plugin of a `plugins` line. */
export interface PluginItem {
  /** As uWSGI puts it before `_plugin.so`: without the modifier and the blank behind a comma. */
  readonly name: string;
  /** From the beginning of the value; of the name alone. */
  readonly span: Span;
  /** A path or a file name: uWSGI takes it as it is. */
  readonly file: boolean;
}

/** uwsgi_opt_load_plugin: commas divide, blanks go at the beginning of an item only; `0:python3` sets a modifier. */
export function pluginItems(value: string): readonly PluginItem[] {
  const items: PluginItem[] = [];
  let start = 0;
  for (const item of value.split(',')) {
    const [prefix = ''] = /^[ \t]*(?:\d+:)?/.exec(item) ?? [];
    const name = item.slice(prefix.length);
    const place = span(start + prefix.length, start + item.length);
    if (name !== '') items.push({ name, span: place, file: /\/|\.so$/.test(name) });
    start += item.length + 1;
  }
  return items;
}

/** The plugin as the option table calls it: `python` for `python311` and for `/opt/python3_plugin.so`. */
export function pluginFamily(name: string): string {
  const base = name.replace(/^.*\//, '').replace(/_plugin\.so$/, '');
  return base.replace(
    /^(python|pypy|php|rack|ruby|lua|gevent|psgi|asyncio|tornado|greenlet|mono|jvm)[\d.]+$/,
    '$1',
  );
}

export function isPluginList({ option }: Pick<ConfigEntry, 'option'>): boolean {
  return option?.type === 'plugin-list';
}

/** Name to write into `plugins` for a plugin of the option table, the plainest that is installed. */
export function pluginToName(family: string, uwsgi: InstalledUwsgi | undefined): string {
  const usual = family === 'python' ? 'python3' : family;
  if (uwsgi === undefined || uwsgi.plugins.includes(usual)) return usual;
  return uwsgi.plugins.find((name) => pluginFamily(name) === family) ?? usual;
}
