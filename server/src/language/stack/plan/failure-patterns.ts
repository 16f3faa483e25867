import type { FailurePattern, StepRole } from '../../../../../shared/launch-plan.ts';

/**
 * Lines by which a program says why it cannot work, most telling first: the first that matches becomes the reason.
 * The wording is the programs' own (uWSGI core/*.c and plugins/python, nginx src/core); numbers of source lines
 * differ per build and are left open.
 */
export function failurePatterns(role: StepRole): readonly FailurePattern[] {
  return role === 'nginx'
    ? nginxPatterns
    : role === 'router'
      ? [...uwsgiPatterns, ...routerPatterns]
      : [...uwsgiPatterns, ...workerPatterns];
}

const nginxPatterns: readonly FailurePattern[] = [
  {
    pattern: 'bind\\(\\) to (\\S+) failed \\(98: ',
    cause: 'nginx cannot listen on $1: another program has it.',
    remedy: 'Stop that program, or change the `listen` address.',
    fatal: true,
  },
  {
    pattern: 'bind\\(\\) to (\\S+) failed \\(13: ',
    cause: 'nginx may not listen on $1: ports below 1024 belong to root.',
    remedy: 'Use a port from 1024 upwards in `listen`.',
    fatal: true,
  },
  {
    pattern:
      '\\[emerg\\] \\d+#\\d+: open\\(\\) "(.+)" failed \\(2: .+\\) in /(?:.*/)?([^/]+:\\d+)$',
    cause: '$2: the file $1 does not exist.',
    remedy: 'Create it, or mend the path.',
    fatal: true,
  },
  {
    pattern: '\\[emerg\\] \\d+#\\d+: (.+) in /(?:.*/)?([^/]+:\\d+)$',
    cause: '$2: $1.',
    remedy: 'Mend that line.',
    fatal: true,
  },
  {
    pattern: '\\[emerg\\] \\d+#\\d+: (.+)$',
    cause: 'nginx: $1',
    remedy: 'Mend the configuration.',
    fatal: true,
  },
  {
    pattern: 'worker process \\d+ exited with fatal code \\d+ and cannot be respawned',
    cause: 'nginx runs, but its worker process cannot start, so that requests hang.',
    remedy: 'Read the line before it in the terminal: it names the cause.',
    fatal: true,
  },
];

const noPlugin = '^!!! UNABLE to load uWSGI plugin: (?:.*/)?';

const uwsgiPatterns: readonly FailurePattern[] = [
  {
    pattern: '^cannot chroot\\(\\) as non-root user',
    cause: 'Only root can change the root folder (`chroot`).',
    remedy: 'Leave `chroot` out here, and keep it in the file of the production system.',
    fatal: true,
  },
  // uWSGI runs on without a plugin; whether that is the end is told by what it lacks later.
  {
    pattern: `${noPlugin}(python)_plugin\\.so: cannot open `,
    cause: 'uWSGI has no plugin `$1`.',
    remedy:
      'Write `plugins = python3`, its name on Debian and Ubuntu (package uwsgi-plugin-python3).',
    fatal: false,
  },
  {
    pattern: `${noPlugin}(python3)_plugin\\.so: cannot open `,
    cause: 'uWSGI has no plugin `$1`.',
    remedy:
      'Install it (Debian, Ubuntu: `sudo apt install uwsgi-plugin-python3`), or write the name that it has here: elsewhere it may be `python`.',
    fatal: false,
  },
  {
    pattern: `${noPlugin}(.+)_plugin\\.so: cannot open `,
    cause: 'uWSGI has no plugin `$1`.',
    remedy:
      'Mend the name in `plugins`, or install the plugin (Debian: uwsgi-core has fastrouter).',
    fatal: false,
  },
  {
    pattern: `${noPlugin}(.+)_plugin\\.so: (.+) !!!$`,
    cause: 'uWSGI cannot load the plugin `$1`: $2.',
    remedy: 'Install the plugin of the same version as uWSGI.',
    fatal: false,
  },
  {
    pattern: '^\\[strict-mode\\] unknown config directive: (.+)$',
    cause: 'uWSGI does not know the option `$1`, and `strict` makes that an error.',
    remedy: 'Mend the name, or load the plugin that brings it above.',
    fatal: true,
  },
  {
    pattern: '^probably another instance of uWSGI is running on the same address \\((.+)\\)\\.$',
    cause: 'uWSGI cannot listen on $1: another program has it.',
    remedy: 'Stop that program, or change the address.',
    fatal: true,
  },
  {
    pattern:
      '^\\*\\*\\* WARNING: Can\'t find section "([^"]*)" in INI configuration file (.+) \\*\\*\\*$',
    cause: '$2 has no section [$1], or an empty one.',
    remedy: 'Put the options below a line `[$1]`.',
    fatal: true,
  },
  {
    pattern: '^unable to resolve name (.+)$',
    cause: 'The host name $1 cannot be resolved.',
    remedy: 'Check the name in the `resolve` option and the network.',
    fatal: true,
  },
  {
    pattern: '^chdir\\(\\): (.+) \\[core/uwsgi\\.c line \\d+\\]$',
    cause: 'uWSGI cannot change into the directory of `chdir`: $1.',
    remedy: 'Create the directory or mend `chdir`.',
    fatal: true,
  },
  {
    pattern: '^!!! Python Home is not a directory: (.+) !!!$',
    cause: 'The virtualenv $1 does not exist.',
    remedy: 'Create it, or mend `virtualenv` or `home`.',
    fatal: true,
  },
];

const routerPatterns: readonly FailurePattern[] = [
  {
    pattern: '^The -s/--socket option is missing and stdin is not a socket\\.$',
    cause: 'uWSGI has not read any router option.',
    remedy: 'Load the router with `plugins = fastrouter`, and check the section name.',
    fatal: true,
  },
  {
    pattern: '^\\.\\.\\.you should enable the master process\\.\\.\\. really\\.\\.\\.$',
    cause: 'A FastRouter ends at once when it has no master process.',
    remedy: 'Add `master = true`.',
    fatal: true,
  },
  {
    pattern: 'subscription server bound on (.+) fd -1$',
    cause:
      'The router cannot take subscriptions: the address of fastrouter-subscription-server ($1…) is taken or foreign.',
    remedy: 'Choose another port in `fastrouter-subscription-server` and in every worker.',
    fatal: true,
  },
];

/** A frame of a traceback. */
const pythonPlace = '^\\s+File "(.+)", line (\\d+)';

const workerPatterns: readonly FailurePattern[] = [
  {
    pattern: '^no request plugin is loaded, you will not be able to manage requests\\.$',
    cause: 'uWSGI has no plugin for the language of the app.',
    remedy:
      'Load it with `plugins = python3` (that is its name on Debian, package uwsgi-plugin-python3; elsewhere it may be `python`).',
    fatal: true,
  },
  {
    pattern: '^failed to open python file (.+)$',
    cause: 'The app’s file $1 does not exist.',
    remedy: 'Mend `wsgi-file`; its path counts from the folder in which uWSGI starts.',
    fatal: true,
  },
  {
    pattern: '^(ModuleNotFoundError: .+)$',
    place: pythonPlace,
    cause: 'The app cannot be imported: $1',
    remedy:
      'Install the module for the Python that uWSGI uses, or name its folder with `pythonpath`.',
    fatal: false,
  },
  {
    // An exception of Python's own, or one of a module: `django.core.exceptions.ImproperlyConfigured: …`.
    pattern:
      '^((?:\\w+\\.)*\\w*(?:Error|Exception|Interrupt|Exit)(?:: .+)?|(?:[a-z_]\\w*\\.)+[A-Z]\\w*: .+)$',
    place: pythonPlace,
    cause: 'The app cannot be imported: $1',
    remedy: 'The whole traceback is in the worker’s log.',
    fatal: false,
  },
  {
    pattern: '^unable to find "(.+)" callable in file (.+)$',
    cause: '$2 has no callable named `$1`.',
    remedy: 'Name the right one with `callable`, or define it.',
    fatal: true,
  },
  {
    pattern:
      "^unable to load app \\d+ \\(mountpoint='.*'\\) \\(callable not found or import error\\)$",
    cause: 'The app could not be loaded.',
    remedy: 'The lines before it in the worker’s log name the cause.',
    fatal: true,
  },
  {
    pattern: '^\\*\\*\\* no app loaded\\. GAME OVER \\*\\*\\*$',
    cause: 'uWSGI has loaded no app, and `need-app` makes that the end.',
    remedy:
      'Load the plugin for the app’s language (`plugins = python3` on Debian and Ubuntu), and name the app with `wsgi-file` or `module`.',
    fatal: true,
  },
  {
    pattern: '^The -s/--socket option is missing and stdin is not a socket\\.$',
    cause: 'The worker has no socket.',
    remedy: 'Add `socket = 127.*:0`.',
    fatal: true,
  },
  {
    pattern: '^send_subscription\\(\\)/sendto\\(\\): Permission denied',
    cause: 'The subscription goes nowhere: uWSGI does not resolve host names in `server=`.',
    remedy: 'Use an IP address, or the `resolve` option.',
    fatal: true,
  },
];
