import type { ConfigEntry } from '../../uwsgi/config.ts';
import type { UwsgiOption } from '../../uwsgi/options.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import { defineRule } from '../rule.ts';
import { inlineCommentAt, rawValue, valueOrKey } from './entry-text.ts';

export const valueSyntax = defineRule({
  id: 'uwsgi/value-syntax',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A value without the form that its option needs.',
    why: 'Options with several parts in their value are divided by fixed signs: `mountpoint=folder`, `regexp action:argument`, five numbers and a command. uWSGI exits when a part is missing.',
    fix: 'Write all the parts, as the message shows them.',
    source: 'https://github.com/unbit/uwsgi/blob/uwsgi-2.0/core/uwsgi.c',
  },
  check(file, report) {
    for (const entry of file.config.entries) {
      const { option, value } = entry;
      const form = option && formOf(option);
      if (form === undefined || option === undefined || inlineCommentAt(entry) !== -1) continue;
      const open = !entry.known && /[$@%]\(|\{\{/.test(value);
      if (open || hasTemplateMark(rawValue(file, entry)) || form.accepts.test(value)) continue;
      // A key by itself where the value is missing altogether.
      if (value === '' && entry.line.equals === undefined && option.argument !== 'required')
        continue;
      report({
        span: valueOrKey(entry),
        ...(form.silent !== undefined && { level: 'warning' }),
        message: `${option.name} takes ${form.shape}${because(entry, value)}: ${form.silent ?? 'uWSGI does not start'}`,
      });
    }
  },
});

interface Form {
  readonly accepts: RegExp;
  readonly shape: string;
  /** What happens instead of an exit. */
  readonly silent?: string;
}

function formOf({ name, handler }: UwsgiOption): Form | undefined {
  if (handler !== 'add_route') return forms[name] ?? byHandler[handler];
  if (name.endsWith('-label')) return undefined;
  if (name.endsWith('-run')) return { accepts: /:/, shape: 'ACTION:ARGUMENT' };
  if (/-if(?:-not)?$/.test(name))
    return { accepts: /^[^ ]*:[^ ]* .*:/, shape: 'CONDITION:SUBJECT ACTION:ARGUMENT' };
  return { accepts: /^[^ ]* .*:/, shape: 'REGEXP ACTION:ARGUMENT' };
}

/** core/uwsgi.c, core/routing.c, core/cron.c, core/legion.c, core/alarm.c, plugins/http/https.c. */
const byHandler: Readonly<Record<string, Form>> = {
  add_dyn_dict: { accepts: /=/, shape: 'NAME=VALUE' },
  add_regexp_dyn_dict: { accepts: /^[^ ]* ./, shape: 'REGEXP VALUE' },
  add_regexp_custom_list: { accepts: /^[^ ]* ./, shape: 'NAME REGEXP' },
  static_map: { accepts: /=/, shape: 'MOUNTPOINT=FOLDER' },
  add_ssl_socket: { accepts: /^[^,]+,[^,]+,[^,]+/, shape: 'ADDRESS,CERTIFICATE,KEY' },
  https: { accepts: /^[^,]+,[^,]+,[^,]+/, shape: 'ADDRESS,CERTIFICATE,KEY' },
  scd: { accepts: /:/, shape: 'DIGEST:FOLDER' },
  resolve: { accepts: /=/, shape: 'NAME=HOST' },
  set_placeholder: { accepts: /=/, shape: 'NAME=VALUE' },
  add_custom_option: { accepts: /=/, shape: 'NAME=TEMPLATE' },
  corerouter_cs: { accepts: /^[^:]*:[^:]+:./, shape: 'MODIFIER1:CODE:FUNCTION' },
  add_cron: {
    accepts: /^ *-?\d+ +-?\d+ +-?\d+ +-?\d+ +-?\d+ +\S/,
    shape: 'MINUTE HOUR DAY MONTH WEEKDAY COMMAND',
  },
  add_unique_cron: {
    accepts: /^ *-?\d+ +-?\d+ +-?\d+ +-?\d+ +-?\d+ +\S/,
    shape: 'MINUTE HOUR DAY MONTH WEEKDAY COMMAND',
  },
  legion: { accepts: /^\S+ +\S+ +\S+ +\S/, shape: 'LEGION ADDRESS VALOR ALGORITHM:SECRET' },
  add_addr_list: {
    accepts: /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$/,
    shape: 'the number of an IP address',
  },
};

/** Options that keep their value as text and look at it later. */
const forms: Readonly<Record<string, Form>> = {
  alarm: { accepts: /^[^ ]+ [^:]+:/, shape: 'NAME PLUGIN:ARGUMENT' },
  mount: { accepts: /=/, shape: 'MOUNTPOINT=APP' },
  'worker-mount': { accepts: /=/, shape: 'MOUNTPOINT=APP' },
  'file-write': { accepts: /=/, shape: 'FILE=TEXT' },
  timer: { accepts: /^[^ ]+ +\S/, shape: 'SIGNAL SECONDS' },
  'signal-timer': { accepts: /^[^ ]+ +\S/, shape: 'SIGNAL SECONDS' },
  rbtimer: { accepts: /^[^ ]+ +\S/, shape: 'SIGNAL SECONDS' },
  'signal-rbtimer': { accepts: /^[^ ]+ +\S/, shape: 'SIGNAL SECONDS' },
  'add-header': {
    accepts: /:/,
    shape: 'NAME: VALUE',
    silent: 'uWSGI sends a header line without a colon, which clients refuse',
  },
};

function because(entry: ConfigEntry, value: string): string {
  return value === '' ? `, and "${entry.key}" has no value here` : '';
}
