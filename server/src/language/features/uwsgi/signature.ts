import type { UwsgiView } from '../../rules/inputs.ts';
import type { Signature } from '../feature.ts';
import { iniPlace } from './ini-place.ts';
import { type KeyvalList, keyvalList } from '../../uwsgi/keyval.ts';
import { keyvalMarkdown } from './keyval-markdown.ts';

/** The keys of a `key=value` list, or the fields of a value that is divided by blanks. */
export function uwsgiSignature(view: UwsgiView, offset: number): Signature | undefined {
  const place = iniPlace(view, offset);
  if (place.kind !== 'value' || place.option === undefined) return undefined;
  const { line, option } = place;
  const start = line.value === '' ? offset : place.start;
  const value = view.text.slice(start, Math.max(line.valueSpan.end, offset));
  const at = offset - start;
  const fields = fieldsOf[option.canonical];
  if (fields !== undefined) return fieldSignature(option.name, fields, value.slice(0, at));
  const list = keyvalList(option, value);
  return list && listSignature(option.name, list, value, at);
}

/** Needed keys first; the list goes on as long as a person likes, so the others stand in brackets. */
function listSignature(name: string, list: KeyvalList, value: string, at: number): Signature {
  const { syntax, end } = list;
  const needed = syntax.keys.filter(({ required }) => required === true);
  const others = syntax.keys.filter(({ required }) => required !== true);
  const keys = [...needed, ...others];
  const shown = [
    needed.map((key) => `${key.name}=${key.value}`).join(','),
    ...others.map(
      (key, index) => `[${index === 0 && needed.length === 0 ? '' : ','}${key.name}=${key.value}]`,
    ),
  ].join('');
  const rest = syntax.rest === undefined ? '' : ` ${syntax.rest}`;
  const item = value.slice(value.lastIndexOf(',', at - 1) + 1, at);
  const written = item.split('=', 1)[0]?.trim() ?? '';
  const active =
    at > end
      ? keys.length
      : keys.findIndex((key) => key.name === written || key.aliases?.includes(written) === true);
  return {
    label: `${name} = ${shown}${rest}`,
    parameters: [
      ...keys.map((key) => ({
        label: `${key.name}=${key.value}`,
        markdown: keyvalMarkdown(key),
      })),
      ...(syntax.rest === undefined ? [] : [{ label: syntax.rest }]),
    ],
    active: active === -1 ? undefined : active,
  };
}

interface Field {
  readonly label: string;
  readonly text: string;
}

interface Fields {
  /** The last field takes all that is left. */
  readonly fields: readonly Field[];
  readonly divider: ' ' | '=' | ':';
}

function fieldSignature(name: string, { fields, divider }: Fields, before: string): Signature {
  const parts =
    divider === ' ' ? before.trimStart().split(/[ \t]+/) : before.split(divider, fields.length);
  return {
    label: `${name} = ${fields.map(({ label }) => label).join(divider)}`,
    parameters: fields.map(({ label, text }) => ({ label, markdown: text })),
    active: Math.min(parts.length, fields.length) - 1,
  };
}

const when: readonly Field[] = [
  { label: 'MINUTE', text: '0 to 59; `-1` for every one, `-5` for every fifth.' },
  { label: 'HOUR', text: '0 to 23; `-1` for every one, `-2` for every second.' },
  { label: 'DAY', text: 'Day of the month, 1 to 31; `-1` for every one.' },
  { label: 'MONTH', text: '1 to 12; `-1` for every one.' },
  { label: 'WEEKDAY', text: '0 to 7, where 0 and 7 are Sunday; `-1` for every one.' },
  { label: 'COMMAND', text: 'What is run, with all that follows.' },
];

const mapping: Fields = {
  divider: '=',
  fields: [
    { label: 'MOUNTPOINT', text: 'How the request path begins, e.g. `/static`.' },
    { label: 'PATH', text: 'Folder or file that it is served from.' },
  ],
};

/** By the option's first name. */
const fieldsOf: Readonly<Partial<Record<string, Fields>>> = {
  cron: { divider: ' ', fields: when },
  'unique-cron': { divider: ' ', fields: when },
  'static-map': mapping,
  'static-map2': mapping,
  mount: {
    divider: '=',
    fields: [
      { label: 'MOUNTPOINT', text: 'How the request path begins, e.g. `/shop`.' },
      { label: 'APP', text: 'File or module of the app.' },
    ],
  },
  env: {
    divider: '=',
    fields: [
      { label: 'NAME', text: 'Environment variable; without `=` it is removed.' },
      { label: 'VALUE', text: 'Its value, as a whole.' },
    ],
  },
};
