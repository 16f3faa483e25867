import { parseArgs } from 'node:util';
import {
  isNginxContext,
  type NginxContext,
  nginxContexts,
} from '../../../server/src/language/language.ts';
import type { ProgramSettings } from '../../../shared/settings.ts';

export interface CheckOptions {
  /** As given; the current folder when none is. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly level: Level;
  readonly fix: boolean;
  readonly nginxVersion: string;
  readonly uwsgiVersion: string;
  readonly contexts: readonly NginxContext[];
  /** Programs to be asked for their versions; undefined runs none. */
  readonly installed: ProgramSettings | undefined;
}

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** From the gravest on. */
export const levels = ['error', 'warning', 'info'] as const;
export type Level = (typeof levels)[number];

/** The options, or what is wrong with the command line. */
export function readCheckOptions(args: readonly string[]): CheckOptions | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const format = formats.find((one) => one === values.format);
  if (format === undefined) return `--format takes one of ${formats.join(', ')}`;
  const level = levels.find((one) => one === values.level);
  if (level === undefined) return `--level takes one of ${levels.join(', ')}`;
  for (const program of ['nginx', 'uwsgi'] as const) {
    const version = values[`target-${program}`];
    if (version !== '' && !/^\d+\.\d+(?:\.\d+)?$/.test(version))
      return `--target-${program} takes a version such as ${program === 'nginx' ? '1.22.1' : '2.0.21'}`;
  }
  const contexts = values.context.split(',').map((name) => name.trim());
  const named = contexts.filter(isNginxContext).filter((name) => name !== 'any');
  if (values.context !== '' && named.length < contexts.length) {
    const known = nginxContexts.filter((name) => name !== 'any');
    return `--context takes contexts divided by commas: ${known.join(', ')}`;
  }
  return {
    paths: positionals.length === 0 ? ['.'] : positionals,
    format,
    level,
    fix: values.fix,
    nginxVersion: values['target-nginx'],
    uwsgiVersion: values['target-uwsgi'],
    contexts: named,
    installed: values.installed ? { nginx: values.nginx, uwsgi: values.uwsgi } : undefined,
  };
}

const options = {
  format: { type: 'string', default: 'text' },
  level: { type: 'string', default: 'info' },
  fix: { type: 'boolean', default: false },
  'target-nginx': { type: 'string', default: '' },
  'target-uwsgi': { type: 'string', default: '' },
  context: { type: 'string', default: '' },
  installed: { type: 'boolean', default: false },
  nginx: { type: 'string', default: 'nginx' },
  uwsgi: { type: 'string', default: 'uwsgi' },
} as const;
