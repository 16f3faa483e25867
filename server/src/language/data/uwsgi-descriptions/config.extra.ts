/** The configuration itself, plugins, privileges, hooks: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const configDescriptions: Readonly<Record<string, string>> = {
  ini: 'Reads another ini file at this very place, `FILE` or `FILE:SECTION`; `:SECTION` reads a section of the file read last. The path counts from the working directory: write `%d/other.ini` for a file beside this one.',
  include: 'Reads another configuration file at this very place; its extension tells the format.',
  inherit:
    'Appends another configuration file at the end, after all placeholders were replaced: `%(name)` in that file stays as it is.',
  config: 'Reads a configuration of any known format at this very place.',
  xmlconfig: 'Reads an XML configuration at this very place.',
  yaml: 'Reads a YAML configuration at this very place.',
  json: 'Reads a JSON configuration at this very place.',
  'inject-before':
    'A text that is pasted in front of each configuration file read after this line.',
  'inject-after': 'A text that is pasted behind each configuration file read after this line.',
  'fallback-config': 'Configuration to start again with when this one ends with status 1.',
  strict:
    'Refuses names that are no option: "unknown config directive". Immediate, so `plugins` has to stand above the options of plugins; variables then need `set-placeholder`.',
  set: '`NAME=VALUE`: sets an option or a variable, as if it stood on a line of its own.',
  'set-placeholder':
    '`NAME=VALUE`: a variable for `%(NAME)`; the name of an option is refused. The only way to a variable under `strict`.',
  resolve:
    '`NAME=HOST`: looks the host up (IPv4) and makes `%(NAME)` its address. Once at each start or reload, and a dead DNS server holds the start up.',
  'declare-option':
    '`NAME=TEMPLATE`: an option of your own that expands to others; `$1`, `$2` are the words of its value, `;` divides options.',
  'declare-option2': 'Like `declare-option`, but not known while the file is still being read.',
  env: '`NAME=VALUE` for the environment of the app; `NAME` alone removes the variable. It comes too late for `$(NAME)` in the same file.',
  envdir: 'Folder of files whose names and contents become environment variables.',
  'early-envdir':
    'Like `envdir`, but done while the file is read, so that `$(NAME)` sees the variables.',
  unenv: 'Removes a variable from the environment.',
  for: 'Repeats each line up to `endfor` for every word of the value, which is `%(_)` in them. Blocks cannot be nested.',
  'for-glob': 'Repeats each line up to `endfor` for every file that matches the pattern.',
  'for-times': 'Repeats each line up to `endfor` with the numbers from 1 to the value.',
  'for-readline': 'Repeats each line up to `endfor` for every line of a file.',
  endfor: 'Ends a `for` block, and any other block too.',
  'end-for': 'Ends a `for` block like `endfor`; any other block, too.',
  endif: 'Ends an `if-…` block, and any other block too. There is no else.',
  'end-if': 'Ends an `if-…` block like `endif`; any other block, too.',
  'if-env':
    'Reads the lines up to `endif` when the environment variable is there (`NAME`) or has that value (`NAME=VALUE`, without blanks). `%(_)` is its value.',
  'if-not-env':
    'Reads the lines up to `endif` when the environment variable is missing or has another value.',
  'if-opt': 'Reads the lines up to `endif` when the option was set above, or has that value.',
  'if-not-opt': 'Reads the lines up to `endif` when the option was not set above.',
  'if-exists': 'Reads the lines up to `endif` when the file or folder exists.',
  'if-not-exists':
    'Reads the lines up to `endif` when neither file nor folder of that name exists.',
  'if-file': 'Reads the lines up to `endif` when the path is a file.',
  'if-not-file': 'Reads the lines up to `endif` when the path is no file.',
  'if-dir': 'Reads the lines up to `endif` when the path is a folder.',
  'if-not-dir': 'Reads the lines up to `endif` when the path is no folder.',
  'if-plugin':
    'Reads the lines up to `endif` when the plugin is loaded, by its inner name: `python`, not `python3`.',
  'if-not-plugin': 'Reads the lines up to `endif` when the plugin is not loaded.',
  'if-hostname': 'Reads the lines up to `endif` on the machine of that name.',
  'if-not-hostname': 'Reads the lines up to `endif` on any other machine.',
  'if-hostname-match':
    "Reads the lines up to `endif` when the regular expression matches the machine's name; builds with PCRE only.",
  'if-reload': 'Reads the lines up to `endif` on a reload, not at the first start.',
  'if-not-reload': 'Reads the lines up to `endif` at the first start, not on a reload.',
  plugins:
    'Plugins to load, divided by commas without a blank before them. A missing one is logged and the start goes on, its options being ignored; `need-plugins` stops instead. Pip builds have the common ones inside.',
  'need-plugins': 'Plugins to load, divided by commas; the start ends when one cannot be loaded.',
  'plugins-dir': 'A further folder to look for `NAME_plugin.so` in; must stand above `plugins`.',
  autoload: 'Tries the plugins of the plugin folder until one brings an option that is not known.',
  dlopen: 'Loads a shared library for its symbols, without any plugin in it.',
  chdir:
    'Directory to change into before the app is loaded. Relative paths of sockets, touch files and the app count from there; those of `pidfile` and `shared-socket` do not.',
  chdir2: 'Directory to change into after the app was loaded.',
  'force-cwd': 'Takes this for the directory that uWSGI was started in.',
  chroot: 'New root directory of the processes; needs root at start.',
  uid: 'User to become after sockets are bound and files opened: number or name. Only root can.',
  gid: 'Group to become after sockets are bound and files opened: number or name. Only root can.',
  'add-gid': 'A further group of the processes; repeatable.',
  'immediate-uid': 'User to become at once, while the file is still being read.',
  'immediate-gid': 'Group to become at once, while the file is still being read.',
  'no-initgroups': "Does not take on the user's further groups.",
  cap: 'Linux capabilities to keep after root was given up, divided by commas.',
  'drop-after-init': 'Gives root up only after the plugins were set up.',
  'drop-after-apps': 'Gives root up only after the apps were loaded.',
  pidfile:
    "File for the master's process id, written before privileges are dropped; a relative path counts from the launch directory. `uwsgi --stop FILE` reads it.",
  pidfile2: "File for the master's process id, written after privileges were dropped.",
  'safe-pidfile': 'Like `pidfile`, but the file is locked while the instance lives.',
  'safe-pidfile2': 'Like `pidfile2`, but the file is locked while the instance lives.',
  daemonize:
    "Goes to the background and logs to the given file. Not under systemd, docker, supervisor or an emperor: they take the parent's end for the end of all.",
  daemonize2: 'Goes to the background after the app was loaded, and logs to the given file.',
  flock: 'Locks the file and ends when someone else holds it; keeps a second instance out.',
  'flock-wait': 'Locks the file and waits until nobody else holds it.',
  'master-fifo':
    'Named pipe for commands: `echo r > FILE` reloads, `q` stops gracefully, `c` reloads worker by worker, `p` pauses. Repeatable; the first one is active.',
  vhost: 'Chooses the app by SERVER_NAME, for dynamic apps of several sites.',
  'no-server': 'Does everything but serving: reads the configuration, loads the app, then ends.',
  'skip-zero': 'Does not take file descriptor 0 for a socket, though it may be one.',
  'honour-stdin':
    'Keeps the standard input instead of replacing it by /dev/null; debuggers need it.',
  print: 'Prints the text at start.',
  'show-config': 'Prints the configuration as it was read, after all placeholders.',
  locks: 'Number of locks that apps can share between processes.',
  'lock-engine':
    'How locks are made: pthread mutexes by default, `ipcsem` for System V semaphores.',
  sharedarea:
    'Shared memory for the app: a number of pages, or `key=value` items (`pages`, `size`, `file`, `fd`, `ptr`, `offset`).',
  cache2:
    'A shared cache as `key=value` items; `name` and `items` are the usual ones, a block has 64 KiB unless `blocksize` says otherwise.',
  cache: 'The old way to the default cache: its number of items. `cache2` can do more.',
  queue: 'A shared queue of that many slots for the app.',
  'rpc-max': 'Most functions that can be registered for RPC, 64 unless set.',
  'exec-asap': 'Command that is run as soon as this line takes effect, before anything else.',
  'exec-as-root':
    'Command that is run before privileges are dropped; the start ends when it fails.',
  'exec-as-user':
    'Command that is run after privileges were dropped; a failing one ends the start.',
  'exec-as-user-atexit': 'Command that is run when the instance stops or reloads.',
  'exec-pre-app': 'Command that is run before the app is loaded.',
  'exec-post-app': 'Command that is run after the app was loaded.',
  'exec-as-emperor': 'Command that the emperor runs for each vassal it has started.',
  'exec-as-vassal': "Command that is run in the vassal's process before it becomes uWSGI.",
  'exec-pre-jail': 'Command that is run before the instance goes into its jail or namespace.',
  'exec-post-jail': 'Command that is run after the instance went into its jail or namespace.',
  'hook-asap':
    'Action (`ACTION:ARGUMENT`, e.g. `mkdir:/run/x`) that runs as soon as possible at start.',
  'hook-as-root': 'Action (`ACTION:ARGUMENT`) that runs before privileges are dropped.',
  'hook-as-user': 'Action (`ACTION:ARGUMENT`) that runs after privileges were dropped.',
  'hook-as-user-atexit': 'Action (`ACTION:ARGUMENT`) that runs when the instance stops or reloads.',
  'hook-pre-app': 'Action (`ACTION:ARGUMENT`) that runs before the app is loaded.',
  'hook-post-app': 'Action (`ACTION:ARGUMENT`) that runs after the app was loaded.',
  'hook-post-fork': 'Action (`ACTION:ARGUMENT`) that runs in each process after its fork.',
  'hook-accepting':
    'Action (`ACTION:ARGUMENT`) that runs in each worker when it begins to accept requests.',
  'hook-accepting1':
    'Action (`ACTION:ARGUMENT`) that runs when the first worker begins to accept requests.',
  'hook-accepting-once':
    'Action that runs in each worker when it begins to accept requests, but not again after a respawn.',
  'hook-accepting1-once':
    'Action that runs once in the life of the instance, when the first worker accepts requests.',
  'hook-master-start':
    'Action that runs when the master starts. `unix_signal:15 gracefully_kill_them_all` makes SIGTERM a graceful stop.',
  'hook-touch': '`FILE ACTION:ARGUMENT`: an action that runs whenever the file changes.',
  'hook-as-mule': 'Action (`ACTION:ARGUMENT`) that runs in each mule.',
  'hook-as-gateway': 'Action (`ACTION:ARGUMENT`) that runs in each router process.',
  'wait-for-interface': 'Waits at start until the network interface is up.',
  'wait-for-fs': 'Waits at start until the file or folder exists.',
  'wait-for-socket': 'Waits until the socket answers before the app is loaded.',
  'wait-for-socket-timeout': 'Seconds that `wait-for-socket` waits before it gives up.',
  namespace:
    'Runs the instance in a Linux namespace below that root, with that host name: `ROOT:NAME`.',
  unshare: 'Linux namespaces that the process leaves, e.g. `pid,ipc,mount`.',
  cgroup: 'Folder of a control group that the instance joins; created when missing.',
  ksm: 'Lets the kernel merge equal memory pages; the value is how many requests lie between two marks.',
  'add-header': '`NAME: VALUE`: header that is added to every response.',
  'rem-header': 'Header that is taken out of every response.',
  'collect-header':
    '`NAME VARIABLE`: puts a response header of the app into a request variable, for routing and logs.',
  'pull-header':
    '`NAME VARIABLE`: like `collect-header`, and takes the header out of the response.',
  'error-page-404': "HTML file that uWSGI's own 404 answers show.",
  'error-page-403': "HTML file that uWSGI's own 403 answers show.",
  'error-page-500': "HTML file that uWSGI's own 500 answers show.",
  'ignore-sigpipe': 'Does not log that a client closed its connection early (SIGPIPE).',
  'ignore-write-errors': 'Does not log failing writes to clients that went away.',
  'disable-write-exception': 'Raises no OSError in the app when a client went away.',
  'write-errors-tolerance':
    'How many failing writes a response may have before uWSGI gives up on it.',
  'chunked-input-limit':
    'Largest chunk of a request body in bytes that is taken, 1 MiB unless set.',
  'websockets-max-size': 'Largest websocket message in KiB, 1024 unless set.',
  'response-headers-limit': 'Largest block of response headers in bytes, 65535 unless set.',
};
