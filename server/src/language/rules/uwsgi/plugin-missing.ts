import { type Choice, loggerKinds } from '../../data/uwsgi-choices.extra.ts';
import type { EntryLine } from '../../ini/tree.ts';
import { span } from '../../text/span.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix } from '../rule.ts';
import { replace } from './entry-text.ts';
import { isPluginList, pluginFamily, pluginItems, pluginToName } from './plugin-lists.ts';
import { wholesOf } from './wholes-of.ts';

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
  check(view, report) {
    const lists = view.config.entries.filter(isPluginList);
    for (const list of lists) {
      if (!list.known || !/["']|[ \t],|[^,\s][ \t]+[^,\s]/.test(list.value)) continue;
      const names = list.value.replace(/["']/g, '').split(/[\s,]+/);
      const newText = names.filter((name) => name !== '').join(',');
      report({
        span: list.valueSpan,
        level: 'error',
        message:
          'uWSGI divides plugins by commas only: blanks before a comma and quotes become part of the name',
        fixes: [replace(view, list.valueSpan, newText, `Change to "${newText}"`)],
      });
    }
    // A file that others bring in may have its plugins from any of them.
    const wholes = wholesOf(view);
    const effective = wholes.flatMap(({ entries }) => entries);
    const all = effective.filter(isPluginList);
    const loaded = new Set(
      all.flatMap(({ value }) => pluginItems(value).map(({ name }) => pluginFamily(name))),
    );
    const open = all.some(({ known, conditional }) => !known || conditional);
    const autoload = effective.some(({ option }) => option?.name === 'autoload');
    if (open || autoload || !wholes.every(({ complete }) => complete)) return;
    const { uwsgi } = view.around.installed;
    const builtIn = new Set(uwsgi?.embedded.map(pluginFamily));
    // Without knowledge of the machine, a file that loads one of the usual plugins is made for a modular build.
    const modular = uwsgi !== undefined || [...loaded].some((name) => embedded.has(name));
    if (!modular) return;
    for (const entry of view.config.entries) {
      const { key, keySpan, conditional, line } = entry;
      const word = loggerWord(entry);
      const plugin = word?.plugin ?? entry.option?.plugin;
      if (plugin === undefined || plugin === 'core' || conditional || loaded.has(plugin)) continue;
      const known = (word === undefined && uwsgi?.help.has(key) === true) || builtIn.has(plugin);
      if (known || (uwsgi === undefined && !embedded.has(plugin))) continue;
      loaded.add(plugin);
      const name = pluginToName(plugin, uwsgi);
      const outcome =
        word === undefined ? 'ignores the option' : 'does not start: "unable to find logger"';
      const unless =
        uwsgi === undefined
          ? `unless it is built in, uWSGI ${outcome}`
          : `the uWSGI on this machine ${outcome}`;
      const subject = word === undefined ? 'An option' : `The logger ${word.name} is`;
      const message = `${subject} of the plugin ${plugin}, which ${notNamed(lists)}: ${unless}`;
      report({
        span: keySpan,
        // Without these nothing is left that would run.
        ...(uwsgi !== undefined && essential.has(key) && { level: 'error' }),
        message,
        fixes: [addPlugin(view, lists.at(-1), line, name)],
      });
    }
  },
});

/** With the list itself where it is short: the wrong name in it may be the whole mistake. */
function notNamed(lists: readonly ConfigEntry[]): string {
  const [only, ...more] = lists;
  if (only === undefined) return 'no `plugins` line names';
  if (more.length > 0 || only.value.length > 40) return '`plugins` does not name';
  return `\`${only.key} = ${only.value}\` does not name`;
}

/** The kind of a logger is brought by a plugin, while its option is not. */
function loggerWord({ option, value }: ConfigEntry): Choice | undefined {
  if (option?.handler !== 'set_logger' && option?.handler !== 'set_req_logger') return undefined;
  const [, name] = /(?:^|[ \t])(\w+)(?::|$)/.exec(value) ?? [];
  return loggerKinds.find((kind) => kind.name === name);
}

const essential: ReadonlySet<string> = new Set([
  ...['fastrouter', 'fastrouter-subscription-server', 'http', 'wsgi', 'module', 'wsgi-file'],
]);

function addPlugin(
  view: UwsgiView,
  list: ConfigEntry | undefined,
  line: EntryLine,
  name: string,
): Fix {
  if (list === undefined) {
    const { start } = line.span;
    const newText = `plugins = ${name}\n`;
    return replace(view, span(start, start), newText, `Add \`plugins = ${name}\``);
  }
  const { end } = list.valueSpan;
  return replace(view, span(end, end), `,${name}`, `Add ${name} to the plugins`);
}

/** Plugins of the default build that have options: a file that loads one of them is for a modular build. */
const embedded: ReadonlySet<string> = new Set([
  ...['python', 'gevent', 'ping', 'nagios', 'rrdtool', 'carbon', 'fastrouter', 'http', 'ugreen'],
  ...['logfile', 'logsocket', 'syslog', 'redislog', 'mongodblog'],
  ...['rsyslog', 'zergpool', 'rawrouter', 'sslrouter', 'cheaper_busyness', 'symcall'],
]);
