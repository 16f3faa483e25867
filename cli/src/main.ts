import './older-node.ts';
import { readCheckOptions } from './check/check-options.ts';
import { readExplainOptions } from './explain/explain-options.ts';
import {
  readControlOptions,
  readLogsOptions,
  readRestartOptions,
  readScaleOptions,
} from './control-options.ts';
import { readNewOptions } from './new-options.ts';
import { readUpOptions } from './up-options.ts';

const usage = `uwsgi-stack: check and run nginx, FastRouter and uWSGI workers without an editor

  uwsgi-stack check [PATH…]   report what is wrong with files, or with those of folders; runs no program
  uwsgi-stack explain URL [PATH…]
                              say what nginx does with a request, and why; runs no program
  uwsgi-stack new [FOLDER]    write a stack of nginx, router and workers that starts at once
  uwsgi-stack up [FOLDER]     start the stack, print its URL, stop it on Ctrl+C
  uwsgi-stack status [FOLDER] say what runs, and how it is; also of a stack that an editor has started
  uwsgi-stack logs [FOLDER]   print its last lines
  uwsgi-stack scale [FOLDER] N
                              have N workers (NAME=N where there are several worker files)
  uwsgi-stack restart [FOLDER]
                              restart all workers one by one, without losing a request
  uwsgi-stack down [FOLDER]   stop it, and clear what a killed one has left
  uwsgi-stack lsp --stdio     be the language server of an editor

Options of check
  --format FORMAT         text (default), json, sarif or github
  --level LEVEL           show findings of this level or graver: error, warning or info (default)
  --fix                   apply the preferred fixes of what is shown, and write the files
  --target-nginx VERSION  nginx that the files are meant for (default: the newest)
  --target-uwsgi VERSION  likewise for uWSGI
  --context NAMES         where nginx files without a main block are included, e.g. http,server
  --custom-directives NAMES
                          directives of nginx modules of your own, e.g. lua_*,*_by_lua_block
  --rule ID[=LEVEL]       level of one rule: error, warning, info or off; also turns on a rule that is off by default
  --installed             ask the installed nginx and uWSGI for their versions

Options of explain
  --format FORMAT         text (default) or json
  --method METHOD         method of the request (default GET)
  --header 'NAME: VALUE'  a header of the request; may be given several times
  --address ADDRESS       address that the client connects to, where the host name does not tell

Options of new
  --domain NAME           name that the stack answers to (default app.localhost)
  --framework NAME        plain (default), bottle, flask or django
  --workers N             workers that VS Code starts (default 2)

Options of up
  --workers N             workers started from each worker file (default 2)
  --timeout S             seconds until the stack must answer (default 30)
  --port OLD=NEW          have nginx listen on another port this time; may be given several times
  --detach, -d            return once the stack is ready, and leave it running

Options of up, status, logs, scale, restart and down
  --stack ID              which stack, where the folder holds several
  --json                  one JSON object a line instead of text

Options of logs and restart
  --step ID               of one process only: nginx, router, worker-1, …
  --lines N, -n N         how many lines of the past (default 200)
  --follow, -f            go on with those to come

Options of check and up
  --nginx PATH            the nginx program
  --uwsgi PATH            the uWSGI program
  --help                  this text

check ends with 0 when there is no error, with 1 when there is one, with 2 when it could not run.
status ends with 0 when all is ready, with 1 when something is not; it and the others with 3 when no stack runs.
`;

/** Exit codes: 0 all well, 1 findings or a start that failed, 2 the command line is off. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const [command, ...rest] = args;
  switch (command) {
    case 'check':
      return call(readCheckOptions(rest), async (options) =>
        (await import('./check/check.ts')).check(options),
      );
    case 'explain':
      return call(readExplainOptions(rest), async (options) =>
        (await import('./explain/explain.ts')).explain(options),
      );
    case 'up':
      return call(readUpOptions(rest), async (options) =>
        (await import('./up.ts')).up(options.folder, options, rest),
      );
    case 'down':
      return call(readControlOptions(rest), async (options) => (await control()).down(options));
    case 'status':
      return call(readControlOptions(rest), async (options) => (await control()).status(options));
    case 'logs':
      return call(readLogsOptions(rest), async (options) => (await control()).logs(options));
    case 'restart':
      return call(readRestartOptions(rest), async (options) => (await control()).restart(options));
    case 'scale':
      return call(readScaleOptions(rest), async (options) => (await control()).scale(options));
    case 'new':
      return call(readNewOptions(rest), async ({ folder, answers }) =>
        (await import('./new.ts')).newStack(folder, answers),
      );
    case 'lsp':
      return rest.some((argument) => /^--(stdio|node-ipc|socket=|pipe=)/.test(argument))
        ? serve()
        : misused('lsp needs a way to talk to the editor, such as --stdio');
    default:
      return misused(
        command === undefined || command.startsWith('-')
          ? 'no command given'
          : `no command ${command}`,
      );
  }
}

/** A command with its options, or what is wrong with the command line. */
function call<Options extends object>(
  options: Options | string,
  command: (options: Options) => Promise<number>,
): number | Promise<number> {
  return typeof options === 'string' ? misused(options) : command(options);
}

/** Each command is loaded as it is called: to ask how a stack is, nobody has to load the language. */
const control = () => import('./control.ts');

/** Only now: none of the other commands needs the protocol, and it looks at the command line as it is loaded. */
async function serve(): Promise<never> {
  await import('../../server/src/node/main.ts');
  // The connection ends the process, as the protocol asks.
  return new Promise(() => undefined);
}

function misused(reason: string): number {
  process.stderr.write(`uwsgi-stack: ${reason}\n\n${usage}`);
  return 2;
}

// Whoever reads the report may have enough of it: `… | head` is no mishap.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// No top-level await: the bundle is CommonJS, as VS Code wants it.
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
