/** Processes, their number, life and limits: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const processesDescriptions: Readonly<Record<string, string>> = {
  processes:
    'How many worker processes the master keeps running, 1 unless set. 0 or text that is no number starts a master without workers: connections are accepted and never answered.',
  threads:
    'Threads in each worker; one worker then answers that many requests at a time. Implies `enable-threads`; the app has to be thread-safe.',
  'enable-threads':
    'Lets Python threads of the app run (the GIL is set up for them). Before 2.0.27 it is off unless `threads` is set, and background threads stand still without it; since then it is always on.',
  master:
    'Starts the supervising process that respawns workers, reloads, and runs cron, stats and subscriptions. Off by default, but many options switch it on by themselves; a written `master = false` beats them all, and those options then do nothing.',
  'no-orphans':
    'Workers die at once when their master has been killed. Without it a busy worker finishes its request first.',
  'lazy-apps':
    'Loads the app in each worker after the fork instead of once in the master: more memory, but nothing (connections, threads) is shared by accident. Workers are announced and accept requests before the app is ready.',
  lazy: 'Old mode in which workers are changed on their own after the fork. It breaks reloads in surprising ways; `lazy-apps` is what is meant nearly always.',
  'need-app':
    'Ends with status 22 when no app could be loaded. Without it uWSGI stays up and answers every request with an error. Takes a value since 2.0.28.',
  'die-on-term':
    'SIGTERM stops the instance and SIGQUIT reloads it; by default it is the other way round, so that service managers and `docker stop` would only reload.',
  vacuum:
    'Removes the pid files and the unix sockets of workers and stats when the master ends in an orderly way. Sockets of routers and the `master-fifo` stay.',
  'single-interpreter':
    'One Python interpreter for all apps of a worker instead of a sub-interpreter for each. Many C extensions work only this way.',
  'thunder-lock':
    'Puts a lock around accept(), so that one connection wakes one process instead of all. Helps with many processes and few requests.',
  'auto-procname': 'Gives master, workers and routers names that tell them apart in `ps`.',
  'procname-prefix':
    'Text in front of all process names, without a blank between; works together with `auto-procname`.',
  'procname-prefix-spaced':
    'Text and a blank in front of all process names; works together with `auto-procname`.',
  'procname-append': 'Text behind all process names.',
  procname: 'One name for the processes of the instance.',
  'procname-master': 'Name of the master process only.',
  cheap: 'Starts no worker until the first request arrives.',
  cheaper:
    'The fewest workers to keep; uWSGI starts more, up to `processes`, while they are busy. Must be lower than `processes`, else uWSGI does not start.',
  'cheaper-initial':
    'Workers to start with while `cheaper` adapts the number; at least `cheaper`, at most `processes`.',
  'cheaper-step': 'How many workers one sign of overload adds, 1 unless set.',
  'cheaper-overload':
    'Length of a measurement in master cycles of about a second, 3 unless set: all workers busy for that long adds workers, idle for that long removes one. For the busyness algorithm it is the window that load is averaged over.',
  'cheaper-algo':
    'What decides about more or fewer workers: `spare` (default) looks at idle workers, `backlog` at the listen queue, `busyness` (a plugin) at the share of time that workers work, `manual` obeys the master FIFO.',
  'cheaper-busyness-max':
    'Average busyness in percent above which workers are added, 50 unless set.',
  'cheaper-busyness-min': 'Average busyness in percent below which a worker may go, 25 unless set.',
  'cheaper-busyness-multiplier':
    'How many cycles in a row must be calm before a worker is stopped, 10 unless set.',
  'cheaper-busyness-penalty':
    'How many cycles are added to the multiplier when a worker had to be started again soon after one was stopped, 2 unless set.',
  'cheaper-busyness-verbose': 'Logs what the busyness algorithm measures and decides.',
  'cheaper-busyness-backlog-alert':
    'Requests in the listen queue that make the busyness algorithm start emergency workers, 33 unless set; Linux and TCP only.',
  'cheaper-busyness-backlog-multiplier':
    'Cycles that emergency workers stay after the queue has gone down, 3 unless set.',
  'cheaper-busyness-backlog-step':
    'Emergency workers started at once when the queue is too long, 1 unless set.',
  'cheaper-busyness-backlog-nonzero':
    'Seconds that the listen queue may be non-empty before an emergency worker is started, 60 unless set.',
  'cheaper-rss-limit-soft':
    'Bytes of resident memory over all workers above which no further worker is started. Needs `memory-report`.',
  'cheaper-rss-limit-hard':
    'Bytes of resident memory over all workers above which workers are stopped, down to `cheaper`. Must be higher than the soft limit.',
  idle: 'Seconds without a request after which all workers are stopped until the next request comes.',
  'die-on-idle':
    'With `idle`: the whole instance ends instead of only its workers. Meant for socket activation and on-demand vassals.',
  async:
    'Number of cores of an asynchronous loop in each worker, that is, requests in flight at once. Needs an app and a loop engine that can switch, as with `gevent` or `ugreen`.',
  loop: 'Loop engine of the workers, by name; engines come from plugins such as gevent or asyncio.',
  'max-requests':
    'A worker is replaced after this many requests; 0 means never. A crutch against leaking memory: workers that started together end together, see `max-requests-delta`.',
  'max-requests-delta':
    "Spreads `max-requests`: worker N gets N times this on top, so that they don't restart in the same moment. Needs 2.0.29 or newer; older versions take it for a variable.",
  'min-worker-lifetime':
    'Seconds that a worker must have lived before a limit such as `max-requests` may replace it, 10 unless set.',
  'max-worker-lifetime':
    'Seconds after which a worker is replaced; the master checks once a second.',
  'max-worker-lifetime-delta':
    "Seconds that are added per worker number to `max-worker-lifetime`, so that workers don't all restart together.",
  'reload-on-as':
    'Megabytes of address space above which a worker is replaced, checked after each request. The number is always megabytes, a unit behind it is ignored.',
  'reload-on-rss':
    'Megabytes of resident memory above which a worker is replaced, checked after each request. The number is always megabytes, a unit behind it is ignored.',
  'evil-reload-on-as':
    'Like `reload-on-as`, but the master measures and kills the worker even in the middle of a request.',
  'evil-reload-on-rss':
    'Like `reload-on-rss`, but the master measures and kills the worker even in the middle of a request.',
  'limit-as':
    'Limit of the address space of each process in megabytes, set with setrlimit(). `1G` means 1 megabyte, which nothing survives.',
  'limit-nproc': 'Limit of the processes that the user may have, set with setrlimit().',
  'reload-mercy': 'Seconds that workers and the other children get to end during a reload or stop.',
  'worker-reload-mercy':
    'Seconds that a worker gets to finish its requests on a reload or graceful stop before it is killed, 60 unless set.',
  'mule-reload-mercy':
    'Seconds that a mule gets to end on a reload before it is killed, 60 unless set.',
  'exit-on-reload':
    'A reload ends the instance with status 0 instead; useful where something else starts it again.',
  harakiri:
    "Seconds that one request may take; then the worker is killed and respawned, and the client gets nothing. Must be longer than the slowest legitimate request, and is best shorter than nginx's `uwsgi_read_timeout` and `fastrouter-timeout` (60).",
  'harakiri-verbose':
    'Logs kernel details of the worker (where it hangs) and the request when harakiri strikes.',
  'harakiri-graceful-timeout':
    'Seconds between a first, polite signal and the SIGKILL of harakiri. Needs 2.0.22 or newer.',
  'harakiri-graceful-signal':
    'Number of the polite signal before SIGKILL, 15 (SIGTERM) unless set. Needs 2.0.22 or newer.',
  'harakiri-queue-threshold':
    'Harakiri strikes only while more requests than this wait in the listen queue. Needs 2.0.22 or newer.',
  'harakiri-no-arh': 'The time limit does not cover the hooks that run after a request.',
  'mule-harakiri': 'Seconds that a mule may work on one message or signal before it is killed.',
  'cron-harakiri':
    'Seconds that any cron command may run before it is killed; `cron2` has a limit per command.',
  'spooler-harakiri':
    'Seconds that one spooler task may take before the spooler is killed and restarted.',
  'fastrouter-harakiri':
    'Seconds that the router process may hang in one turn of its loop before the master replaces it.',
  'http-harakiri':
    'Seconds that the http router process may hang in one turn of its loop before the master replaces it.',
  'cpu-affinity': 'Binds workers to CPUs: how many CPUs each worker gets, dealt out in order.',
  prio: 'Niceness of all processes; negative values need root.',
  'forkbomb-delay': 'Seconds to wait when children die as fast as they are started, 2 unless set.',
  'check-interval':
    'Length of a master cycle in seconds, 1 unless set. All checks of the master (harakiri, touch files, cheaper) run once per cycle.',
  reaper:
    'Collects zombie children of the app after each request. Only for apps that start children and forget them.',
  'close-on-exec':
    'Marks the connections of clients close-on-exec, so that programs started by the app do not hold them open.',
  'close-on-exec2':
    'Marks the listening sockets close-on-exec, so that programs started by the app do not keep the port taken.',
  'max-fd': 'Limit of open files for the processes. Going above the hard limit needs root.',
  'master-as-root': 'Only the workers give up root; the master stays privileged.',
  'memory-report':
    'Measures memory after each request; puts it on the request line and into the stats.',
  'never-swap': 'Locks all memory of the processes in RAM; needs the privilege to do so.',
  'touch-reload':
    'A file whose change reloads the whole instance gracefully. Checked each second; a missing file is waited for.',
  'touch-workers-reload':
    'A file whose change restarts the workers only; the configuration is not read again.',
  'touch-chain-reload':
    'A file whose change restarts the workers one after the other, each as soon as the one before it is ready. Works well with `lazy-apps` only, as otherwise the app is not loaded anew.',
  'touch-mules-reload': 'A file whose change restarts the mules.',
  'touch-spoolers-reload': 'A file whose change restarts the spoolers.',
  'touch-logrotate': 'A file whose change rotates the log.',
  'touch-logreopen': 'A file whose change makes uWSGI open its log again, as logrotate needs it.',
  'touch-exec': '`FILE COMMAND`: runs the command through the shell whenever the file changes.',
  'touch-signal':
    '`FILE NUMBER`: raises a uWSGI signal (not a unix signal) whenever the file changes.',
  'fs-reload':
    'Reloads gracefully when the file or folder changes, told by inotify instead of polling.',
  'fs-brutal-reload':
    'Reloads at once when the file or folder changes, told by inotify; requests are cut.',
  'reload-on-exception': 'Replaces the worker after an uncaught exception of the app.',
  'reload-on-exception-type': 'Replaces the worker after an uncaught exception of that class name.',
  'catch-exceptions':
    'Shows a traceback to the client when the app fails. It leaks source and data: for development only.',
  'backtrace-depth': 'How many frames uWSGI prints when a process crashes, 64 unless set.',
  'skip-atexit': "Workers skip their exit hooks (Python's atexit among them) when they end.",
  'limit-post':
    'Largest request body in bytes; longer ones get 413. 0, the default, means no limit by uWSGI.',
};
