import { parseArgs } from 'node:util';

export interface ControlOptions {
  readonly folder: string;
  readonly stack: string | undefined;
  readonly json: boolean;
}

export interface LogsOptions extends ControlOptions {
  readonly follow: boolean;
  readonly step: string | undefined;
  readonly lines: number;
}

export interface RestartOptions extends ControlOptions {
  /** All workers without one. */
  readonly step: string | undefined;
}

export interface ScaleOptions extends ControlOptions {
  /** How many of each template. */
  readonly counts: readonly (readonly [string, number])[];
}

const common = { stack: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Of `down` and `status`. As of all commands: the options, or what is wrong with the command line. */
export function readControlOptions(args: readonly string[]): ControlOptions | string {
  return attempt(() => {
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: common,
    });
    return inFolder(positionals, values);
  });
}

export function readLogsOptions(args: readonly string[]): LogsOptions | string {
  return attempt(() => {
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: {
        ...common,
        follow: { type: 'boolean', short: 'f' },
        step: { type: 'string' },
        lines: { type: 'string', short: 'n', default: '200' },
      },
    });
    const lines = Number(values.lines);
    if (!Number.isInteger(lines) || lines < 0) return '--lines takes a number from 0 on';
    const own = inFolder(positionals, values);
    if (typeof own === 'string') return own;
    return { ...own, follow: values.follow === true, step: values.step, lines };
  });
}

export function readRestartOptions(args: readonly string[]): RestartOptions | string {
  return attempt(() => {
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: { ...common, step: { type: 'string' } },
    });
    const own = inFolder(positionals, values);
    return typeof own === 'string' ? own : { ...own, step: values.step };
  });
}

/** `scale [FOLDER] NUMBER` or `scale [FOLDER] NAME=NUMBER…` */
export function readScaleOptions(args: readonly string[]): ScaleOptions | string {
  return attempt(() => {
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: common,
    });
    const isCount = (word: string) => /^(?:[^=/]+=)?\d+$/.test(word);
    const own = inFolder(
      positionals.filter((word) => !isCount(word)),
      values,
    );
    if (typeof own === 'string') return own;
    const counts = positionals.filter(isCount).map((word) => {
      const [name = '', count] = word.includes('=') ? word.split('=') : ['', word];
      return [name, Number(count)] as const;
    });
    if (counts.length === 0) return 'scale needs a number of workers: 4, or worker=4';
    if (counts.some(([, count]) => count > 100)) return 'scale takes numbers from 0 to 100';
    return { ...own, counts };
  });
}

function inFolder(
  positionals: readonly string[],
  { stack, json }: { stack?: string | undefined; json?: boolean | undefined },
): ControlOptions | string {
  const [folder = '.', ...more] = positionals;
  if (more.length > 0) return `one folder at a time, not also ${more.join(', ')}`;
  return { folder, stack, json: json === true };
}

function attempt<T>(read: () => T | string): T | string {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
