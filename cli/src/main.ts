import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { up } from './up.ts';

const usage = `uwsgi-stack: check and run nginx, FastRouter and uWSGI workers without an editor

  uwsgi-stack check [FOLDER]                 report what is wrong with the configs; exit 1 on errors
  uwsgi-stack up [FOLDER] [--workers N]      start the stack, print its URL, stop it on Ctrl+C

Options
  --stack ID       which stack, where the folder holds several
  --workers N      workers started from each worker file (default 2)
  --timeout S      seconds until the stack must answer (default 30)
  --nginx PATH     the nginx program
  --uwsgi PATH     the uWSGI program
  --help           this text
`;

/** Exit codes: 0 all well, 1 findings or a start that failed, 2 the command line is off. */
async function main(args: readonly string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        stack: { type: 'string' },
        workers: { type: 'string' },
        timeout: { type: 'string' },
        nginx: { type: 'string', default: 'nginx' },
        uwsgi: { type: 'string', default: 'uwsgi' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [command, folder = '.', ...rest] = positionals;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (rest.length > 0) return misused(`one folder at a time, not also ${rest.join(', ')}`);
  const workers = wholeNumber(values.workers, 1, 100);
  const timeout = wholeNumber(values.timeout, 1, 600);
  if (workers === 'bad') return misused('--workers takes a number from 1 to 100');
  if (timeout === 'bad') return misused('--timeout takes a number of seconds from 1 to 600');
  switch (command) {
    case 'check':
      return check(folder);
    case 'up':
      return up(folder, {
        stack: values.stack,
        workers,
        timeoutMs: timeout === undefined ? undefined : timeout * 1000,
        programs: { nginx: values.nginx, uwsgi: values.uwsgi },
      });
    default:
      return misused(command === undefined ? 'no command given' : `no command ${command}`);
  }
}

function misused(reason: string): number {
  process.stderr.write(`uwsgi-stack: ${reason}\n\n${usage}`);
  return 2;
}

function wholeNumber(
  text: string | undefined,
  least: number,
  most: number,
): number | undefined | 'bad' {
  if (text === undefined) return undefined;
  const number = Number(text);
  return Number.isInteger(number) && number >= least && number <= most ? number : 'bad';
}

// No top-level await: the bundle is CommonJS, as VS Code wants it.
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
