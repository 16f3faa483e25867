/**
 * Every setting of the extension, once. `package.json`'s configuration section is checked against this table by
 * settings.test.ts; docs and defaults come from here.
 */
export const settingTable = {
  'nginx.path': {
    type: 'string',
    default: 'nginx',
    scope: 'machine',
    description: 'The nginx program: a name that is looked up in `PATH`, or an absolute path.',
  },
  'uwsgi.path': {
    type: 'string',
    default: 'uwsgi',
    scope: 'machine',
    description: 'The uWSGI program: a name that is looked up in `PATH`, or an absolute path.',
  },
  'stack.workers': {
    type: 'number',
    default: 2,
    minimum: 1,
    maximum: 100,
    scope: 'resource',
    description: 'How many workers *Start Stack* starts from each worker file.',
  },
  'stack.workerCounts': {
    type: 'object',
    default: {},
    scope: 'resource',
    description:
      'How many workers *Start Stack* starts from single files, by path: `{ "worker.ini": 4 }`. *Add Worker* and *Remove Worker* write it.',
  },
  'stack.reloadOnSave': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description:
      'Whether a running stack takes configurations that were saved: nginx reloads, routers and workers are started again. Files with errors leave everything as it is.',
  },
  'stack.restartOnCodeChange': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description:
      'Whether the workers of a running stack are restarted, one after the other, when Python files in the stack’s folder change.',
  },
  'stack.statsSockets': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description:
      'Whether uWSGI gets a stats socket in the run folder where the configuration has none. Without one it is not known when a worker is ready, nor what it does.',
  },
  'stack.readyTimeout': {
    type: 'number',
    default: 30,
    minimum: 1,
    maximum: 600,
    scope: 'resource',
    description:
      'Seconds that a stack may take until a page is answered; then the step that hangs is named.',
  },
  'logs.maxLines': {
    type: 'number',
    default: 20000,
    minimum: 100,
    maximum: 1000000,
    scope: 'window',
    description: 'How many lines the log panel keeps in memory. Older lines stay in the log files.',
  },
  'nginx.version': {
    type: 'string',
    default: '',
    scope: 'resource',
    description:
      'The nginx version that configurations are meant for, e.g. `1.22.1`. Empty: the installed one, else the newest.',
  },
  'nginx.testOnSave': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description:
      'Whether nginx itself tests a configuration when it is saved: `nginx -t` on a private copy, in trusted folders only. What it knows beyond our own checks is marked with the source `nginx`.',
  },
  'nginx.customDirectives': {
    type: 'array',
    default: [],
    scope: 'resource',
    description:
      'Names of directives that modules of your own bring. They are known everywhere and are not checked. `*` stands for anything: `lua_*`.',
  },
  'uwsgi.version': {
    type: 'string',
    default: '',
    scope: 'resource',
    description:
      'The uWSGI release that configurations are meant for, e.g. `2.0.21`. Empty: the installed one, else the newest 2.0.',
  },
  'codeLens.wires': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description:
      'Whether a line above each address says what is at its other end: `2 workers subscribe here`, `reached from nginx.conf:31`.',
  },
  rules: {
    type: 'object',
    default: {},
    scope: 'resource',
    description:
      'Level of single rules by id, e.g. `{ "nginx/no-unknown-directive": "warning" }`: `error`, `warning`, `information`, `hint` or `off`. Some rules are off until they get a level here.',
  },
} as const satisfies Record<string, SettingRow>;

export interface SettingRow {
  readonly type: 'string' | 'number' | 'boolean' | 'object' | 'array';
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly scope: 'machine' | 'window' | 'resource';
  /** Markdown. */
  readonly description: string;
}

export const settingPrefix = 'uwsgiStack';

export type RuleLevel = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** The settings that the language server needs. */
export interface LanguageSettings {
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly workers: number;
  /** Whether steps without a stats server of their own get one. */
  readonly statsSockets: boolean;
  readonly readyTimeoutMs: number;
  /** `1.22.1`; empty when the installed one counts, or else the newest. */
  readonly nginxVersion: string;
  readonly nginxTestOnSave: boolean;
  /** Directives of the user's own modules. */
  readonly nginxCustomDirectives: readonly string[];
  /** Release that the files are written for; '' for the installed or the newest one. */
  readonly uwsgiVersion: string;
  /** Code lenses at the ends of the wires. */
  readonly wireLenses: boolean;
}

/** Names or absolute paths of the programs. */
export interface ProgramSettings {
  readonly nginx: string;
  readonly uwsgi: string;
}

/** Of the same section as {@link readLanguageSettings}. */
export function readProgramSettings(section: unknown): ProgramSettings {
  const object = asRecord(section);
  const path = (program: 'nginx' | 'uwsgi') => {
    const value = asRecord(object[program]).path;
    return typeof value === 'string' && value !== ''
      ? value
      : settingTable[`${program}.path`].default;
  };
  return { nginx: path('nginx'), uwsgi: path('uwsgi') };
}

export const defaultLanguageSettings: LanguageSettings = {
  rules: {},
  workers: settingTable['stack.workers'].default,
  statsSockets: settingTable['stack.statsSockets'].default,
  readyTimeoutMs: settingTable['stack.readyTimeout'].default * 1000,
  nginxVersion: settingTable['nginx.version'].default,
  nginxTestOnSave: settingTable['nginx.testOnSave'].default,
  nginxCustomDirectives: [],
  uwsgiVersion: settingTable['uwsgi.version'].default,
  wireLenses: settingTable['codeLens.wires'].default,
};

/**
 * Reads the `uwsgiStack` section as the editor sends it. Anything of the wrong shape falls back to the default, so
 * that a typo in settings.json never stops the server.
 */
export function readLanguageSettings(section: unknown): LanguageSettings {
  const object = asRecord(section);
  const stack = asRecord(object.stack);
  const nginx = asRecord(object.nginx);
  const uwsgi = asRecord(object.uwsgi);
  return {
    rules: Object.fromEntries(
      Object.entries(asRecord(object.rules)).filter((pair): pair is [string, RuleLevel] =>
        isRuleLevel(pair[1]),
      ),
    ),
    workers: boundedInteger(stack.workers, settingTable['stack.workers']),
    statsSockets: flag(stack.statsSockets, settingTable['stack.statsSockets']),
    readyTimeoutMs: boundedInteger(stack.readyTimeout, settingTable['stack.readyTimeout']) * 1000,
    nginxVersion: versionOf(nginx.version),
    nginxTestOnSave: flag(nginx.testOnSave, settingTable['nginx.testOnSave']),
    nginxCustomDirectives: Array.isArray(nginx.customDirectives)
      ? nginx.customDirectives.filter((name) => typeof name === 'string')
      : [],
    uwsgiVersion: versionOf(uwsgi.version),
    wireLenses: flag(asRecord(object.codeLens).wires, settingTable['codeLens.wires']),
  };
}

/** The setting `stack.workerCounts`: what is no number of workers is left out. */
export function readWorkerCounts(value: unknown): Readonly<Record<string, number>> {
  const { maximum } = settingTable['stack.workers'];
  return Object.fromEntries(
    Object.entries(asRecord(value)).flatMap(([file, count]) =>
      typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= maximum
        ? [[file, count]]
        : [],
    ),
  );
}

/** `1.22.1`, also out of `nginx/1.22.1`; anything else counts as not set. */
function versionOf(value: unknown): string {
  return typeof value === 'string' ? (/\d+\.\d+(?:\.\d+)?/.exec(value)?.[0] ?? '') : '';
}

const levels: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];

export function isRuleLevel(value: unknown): value is RuleLevel {
  return levels.includes(value);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function flag(value: unknown, row: { default: boolean }): boolean {
  return typeof value === 'boolean' ? value : row.default;
}

function boundedInteger(
  value: unknown,
  row: { default: number; minimum: number; maximum: number },
): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return row.default;
  return Math.min(row.maximum, Math.max(row.minimum, Math.round(value)));
}
