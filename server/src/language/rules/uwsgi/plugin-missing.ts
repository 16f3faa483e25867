import { span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { defineRule } from '../rule.ts';
import { includesOtherFiles, replace } from './entry-text.ts';

export const pluginMissing = defineRule({
  id: 'uwsgi/plugin-missing',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'Options of a plugin that the file does not load, or a list of plugins that uWSGI cannot read.',
    why: 'Distributions ship the plugins as files. An option of a plugin that is not loaded is a variable, without any message. Builds by pip have the common plugins inside: a file that loads none of those is left alone.',
    fix: 'Add the plugin to `plugins`, divided by a comma without a blank before it.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html',
  },
  check(file, report) {
    const lists = file.config.entries.filter(({ option }) => option?.type === 'plugin-list');
    for (const list of lists) {
      if (!list.known || !/["']|[ \t],|[^,\s][ \t]+[^,\s]/.test(list.value)) continue;
      const names = list.value.replace(/["']/g, '').split(/[\s,]+/);
      const newText = names.filter((name) => name !== '').join(',');
      report({
        span: list.valueSpan,
        level: 'error',
        message:
          'uWSGI divides plugins by commas only: blanks before a comma and quotes become part of the name',
        fixes: [replace(file, list.valueSpan, newText, `Change to "${newText}"`)],
      });
    }
    const loaded = new Set(lists.flatMap(pluginNames));
    const modular = [...loaded].some((name) => embedded.has(name));
    const open = lists.some(({ known, conditional }) => !known || conditional);
    const autoload = file.config.entries.some(({ option }) => option?.name === 'autoload');
    const last = lists.at(-1);
    if (!modular || open || autoload || last === undefined || includesOtherFiles(file.config))
      return;
    for (const { option, keySpan, conditional } of file.config.entries) {
      const plugin = option?.plugin;
      if (plugin === undefined || plugin === 'core' || conditional || loaded.has(plugin)) continue;
      if (!embedded.has(plugin)) continue;
      loaded.add(plugin);
      const name = plugin === 'python' ? 'python3' : plugin;
      const end = last.valueSpan.end;
      const message = `An option of the plugin ${plugin}, which \`plugins\` does not name: unless it is built in, uWSGI ignores the option`;
      const fixes = [replace(file, span(end, end), `,${name}`, `Add ${name} to the plugins`)];
      report({ span: keySpan, message, fixes });
    }
  },
});

/** `0:python3`, `/path/http_plugin.so` and `python311` by the name of the plugin. */
function pluginNames({ value }: ConfigEntry): string[] {
  return value.split(',').map((item) =>
    item
      .trim()
      .replace(/^\d+:/, '')
      .replace(/^.*\//, '')
      .replace(/_plugin\.so$/, '')
      .replace(/^(python|pypy|php|rack|ruby|lua|gevent|psgi)[\d.]+$/, '$1'),
  );
}

/** Plugins of the default build that have options: a file that loads one of them is for a modular build. */
const embedded: ReadonlySet<string> = new Set([
  ...['python', 'gevent', 'ping', 'nagios', 'rrdtool', 'carbon', 'fastrouter', 'http', 'ugreen'],
  ...['rsyslog', 'zergpool', 'rawrouter', 'sslrouter', 'cheaper_busyness', 'symcall'],
]);
