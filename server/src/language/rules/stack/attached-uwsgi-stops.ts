import { basename, dirname, resolvePath } from '../../text/path.ts';
import type { EffectiveConfig } from '../../uwsgi/effective.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import { splitKeyValues } from '../../uwsgi/subscription.ts';
import { defineRule } from '../rule.ts';

export const attachedUwsgiStops = defineRule({
  id: 'stack/attached-uwsgi-stops',
  scope: 'stack',
  level: 'warning',
  docs: {
    what: 'A uWSGI that another one starts with `attach-daemon`, and that does not stop with it.',
    why: 'An attached daemon is stopped with SIGTERM, which makes uWSGI reload: without `die-on-term` the attached one is left running, and keeps its ports.',
    fix: 'Add `die-on-term = true` to the attached file, or stop it with `attach-daemon2 = cmd=…,stopsignal=2`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/AttachingDaemons.html',
  },
  check({ graph, around }, report) {
    for (const file of graph.files.values()) {
      if (file.uwsgi === undefined) continue;
      for (const entry of around.effective(file.path)?.entries ?? []) {
        if (entry.option === undefined || !entry.known) continue;
        const command = commandOf(entry.option.name, entry.value);
        if (command === undefined || !/(?:^|[\s/=])uwsgi\d*(?:\s|$)/.test(command)) continue;
        for (const [, name = ''] of command.matchAll(
          /(?:^|[\s=])(\S+\.(?:ini|uwsgi))(?=$|[\s:])/g,
        )) {
          const path = resolvePath(dirname(file.path), name);
          const config = path === file.path ? undefined : around.effective(path);
          const lines = around.uwsgiFile(path)?.tree.lines;
          if (config === undefined || lines === undefined || stops(config, command)) continue;
          const header = lines.find((line) => line.kind === 'section' && line.name === 'uwsgi');
          const at = header?.span.end;
          const newText = 'die-on-term = true\n';
          const title = `Add \`die-on-term = true\` to ${basename(path)}`;
          const fixes =
            at === undefined
              ? []
              : [
                  {
                    title,
                    edits: [{ path, span: { start: at, end: at }, newText }],
                    preferred: true,
                  },
                ];
          report({
            path: entry.path,
            span: entry.valueSpan,
            message: `${basename(path)} is stopped with SIGTERM, which makes uWSGI reload: without \`die-on-term\` it is left running`,
            related: [
              {
                path,
                span: header?.span ?? { start: 0, end: 0 },
                message: 'The file without `die-on-term`',
              },
            ],
            fixes,
          });
        }
      }
    }
  },
});

/** What is run; undefined where the signal is another one, or the option is no daemon. */
function commandOf(option: string, value: string): string | undefined {
  if (option === 'attach-daemon') return value;
  // `smart-attach-daemon = PIDFILE COMMAND` leaves the daemon alone on purpose: it goes on after a reload.
  if (option !== 'attach-daemon2') return undefined;
  const items = splitKeyValues(value);
  const of = (...keys: string[]) => items.find(({ key }) => keys.includes(key.text))?.value?.text;
  if (of('stopsignal', 'stop_signal', 'daemonize', 'pidfile') !== undefined) return undefined;
  return of('cmd', 'command', 'exec');
}

function stops(config: EffectiveConfig, command: string): boolean {
  if (!config.complete || command.includes('--die-on-term')) return true;
  const entry = lastOption(config, 'die-on-term');
  // `hook-master-start = unix_signal:15 …` gives the signal another meaning.
  const hooked = config.byKey.get('hook-master-start')?.some(({ value }) => value.includes(':15'));
  if (hooked === true) return true;
  return entry !== undefined && (!entry.known || !/^(?:false|off|no|0)$/i.test(entry.value));
}
