import type { InstalledUwsgi } from '../../installed.ts';
import { closest } from '../../text/closest.ts';
import { isAbsolute } from '../../text/path.ts';
import { allOptions } from '../../uwsgi/lookup.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import { placeInValue, replace } from './entry-text.ts';
import { isPluginList, pluginFamily, pluginItems } from './plugin-lists.ts';
import { namesIn } from './start-folder.ts';
import { wholesOf } from './wholes-of.ts';

export const pluginNotInstalled = defineRule({
  id: 'uwsgi/plugin-not-installed',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A plugin that the uWSGI on this machine does not have.',
    why: 'uWSGI goes on without a plugin that it cannot load: the options of the plugin then are variables, and a worker has no app. With `need-plugin` it does not start. Debian calls the Python plugin python3.',
    fix: 'Install the package of the plugin, or correct the name.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html',
  },
  check(view, report) {
    const { uwsgi } = view.around.installed;
    const available = uwsgi && availablePlugins(view, uwsgi);
    if (uwsgi === undefined || available === undefined) return;
    for (const entry of view.config.entries) {
      // What cannot be divided into names is the business of plugin-missing.
      if (!isPluginList(entry) || !entry.known || entry.conditional) continue;
      if (/["']|[ \t],|[^,\s][ \t]+[^,\s]|[$@%]\(/.test(entry.value)) continue;
      for (const { name, span, file } of pluginItems(entry.value)) {
        if (file || available.has(name)) continue;
        const place = placeInValue(view, entry, span);
        const family = pluginFamily(name);
        if (uwsgi.embedded.some((built) => pluginFamily(built) === family)) {
          const message = `${family} is built into the uWSGI on this machine, which has no plugin file "${name}": two harmless lines in its log`;
          report({ span: place, level: 'hint', message });
          continue;
        }
        const names = suggestions(name, available);
        const needed = entry.option?.name.startsWith('need-') === true;
        const outcome = needed ? 'uWSGI does not start' : 'uWSGI goes on without it';
        const advice =
          names[0] === undefined ? packageOf(name, uwsgi) : `Did you mean "${names[0]}"?`;
        report({
          span: place,
          level: needed ? 'error' : 'warning',
          message: `No plugin "${name}" on this machine: ${outcome}. ${advice}`,
          fixes: names.map((found, index) => ({
            ...replace(view, place, found, `Change to "${found}"`),
            preferred: index === 0,
          })),
        });
      }
    }
  },
});

/** Names in the folders that uWSGI searches; undefined when one of them is not known. */
function availablePlugins(view: UwsgiView, uwsgi: InstalledUwsgi): ReadonlySet<string> | undefined {
  const wholes = wholesOf(view);
  if (!wholes.every(({ complete }) => complete) || uwsgi.pluginFolder === undefined)
    return undefined;
  const names = new Set(uwsgi.plugins);
  for (const { value, known } of wholes.flatMap((whole) => allOptions(whole, 'plugins-dir'))) {
    if (!known || !isAbsolute(value)) return undefined;
    const folder = view.around.disk.look(value.replace(/(?<=.)\/+$/, ''));
    if (folder === undefined) return undefined;
    for (const name of namesIn(folder)) {
      if (name.endsWith('_plugin.so')) names.add(name.slice(0, -'_plugin.so'.length));
    }
  }
  return names;
}

/** Another version of the same language first. */
function suggestions(name: string, available: ReadonlySet<string>): readonly string[] {
  const family = pluginFamily(name);
  const relatives = [...available].filter((other) => pluginFamily(other) === family);
  relatives.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return [...new Set([...relatives, ...closest(name, available)])].slice(0, 3);
}

function packageOf(name: string, { version }: InstalledUwsgi): string {
  return version.includes('debian') && /^[a-z0-9]+$/.test(name)
    ? `Debian has it, if at all, in the package uwsgi-plugin-${pluginFamily(name)}.`
    : 'Install it, or leave it out.';
}
