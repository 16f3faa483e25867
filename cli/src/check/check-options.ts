import { parseArgs } from 'node:util';
import {
  isNginxContext,
  type NginxContext,
  nginxContexts,
  ruleOf,
} from '../../../server/src/language/language.ts';
import { isRuleLevel, type ProgramSettings, type RuleLevel } from '../../../shared/settings.ts';

export interface CheckOptions {
  /** As given; the current folder when none is. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly level: Level;
  readonly fix: boolean;
  readonly nginxVersion: string;
  readonly uwsgiVersion: string;
  readonly contexts: readonly NginxContext[];
  /** Names of directives that modules of one's own bring; `*` stands for anything. */
  readonly customDirectives: readonly string[];
  /** Levels of single rules, by their ids. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
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
  const rules = readRules(values.rule);
  if (typeof rules === 'string') return rules;
  return {
    paths: positionals.length === 0 ? ['.'] : positionals,
    format,
    level,
    fix: values.fix,
    nginxVersion: values['target-nginx'],
    uwsgiVersion: values['target-uwsgi'],
    contexts: named,
    customDirectives: values['custom-directives'].split(',').map((name) => name.trim()),
    rules,
    installed: values.installed ? { nginx: values.nginx, uwsgi: values.uwsgi } : undefined,
  };
}

/** `nginx/server-tokens=warning`; an id alone gives an optional rule the level that it suggests. */
function readRules(given: readonly string[]): Readonly<Record<string, RuleLevel>> | string {
  const rules: Record<string, RuleLevel> = {};
  for (const text of given) {
    const [id = '', word] = text.split('=', 2);
    const rule = ruleOf(id);
    if (rule === undefined) return `--rule knows no rule ${id}`;
    const level = word === 'info' ? 'information' : (word ?? rule.level);
    if (!isRuleLevel(level)) return `--rule ${id}= takes error, warning, info or off`;
    rules[id] = level;
  }
  return rules;
}

const options = {
  format: { type: 'string', default: 'text' },
  level: { type: 'string', default: 'info' },
  fix: { type: 'boolean', default: false },
  'target-nginx': { type: 'string', default: '' },
  'target-uwsgi': { type: 'string', default: '' },
  context: { type: 'string', default: '' },
  'custom-directives': { type: 'string', default: '' },
  rule: { type: 'string', multiple: true, default: [] as string[] },
  installed: { type: 'boolean', default: false },
  nginx: { type: 'string', default: 'nginx' },
  uwsgi: { type: 'string', default: 'uwsgi' },
} as const;
