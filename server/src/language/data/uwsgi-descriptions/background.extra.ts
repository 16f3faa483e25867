/** Mules, spooler, cron, daemons, legions: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const backgroundDescriptions: Readonly<Record<string, string>> = {
  mule: 'A further process without sockets for background work; the value is a script or function to run, without one it waits for messages.',
  mules: 'Number of mules that wait for messages and signals.',
  farm: '`NAME:1,2`: a group of mules by their numbers, that messages can be sent to as one.',
  'mule-msg-size': 'Largest message to a mule in bytes, 65536 unless set.',
  spooler:
    'Folder for background tasks of the app, with a process that works on them; created when missing.',
  'spooler-external': 'Folder whose tasks another instance works on; this one only puts tasks in.',
  'spooler-processes':
    'Number of processes per spooler folder, 1 unless set. Immediate: it takes no placeholders.',
  'spooler-frequency':
    'Seconds between looks at the spooler folder, 30 unless set; a task of the same instance wakes it at once.',
  'spooler-ordered': 'Works on tasks in the order of their names and times.',
  'spooler-max-tasks': 'A spooler process is replaced after this many tasks.',
  'spooler-chdir': 'Directory to change into before each task.',
  'spooler-quiet': 'Does not log each task.',
  cron: "`MINUTE HOUR DAY MONTH WEEKDAY COMMAND`, in local time: five numbers, -1 for any, -5 for every fifth. The command is run by the shell; crontab's `*` does not work.",
  cron2:
    '`[key=value,…] COMMAND`: a cron line with named fields, e.g. `minute=-2,unique=1 sleep 130`. No blanks in the list; a field left out means any.',
  'unique-cron': 'Like `cron`, but not while the last run of the command is still going on.',
  'legion-cron':
    '`LEGION MINUTE HOUR DAY MONTH WEEKDAY COMMAND`: a cron command that only the lord of the legion runs.',
  'unique-legion-cron': 'Like `legion-cron`, but not while the last run is still going on.',
  'attach-daemon':
    'A program that the master starts, respawns when it dies, and stops with SIGTERM. It must stay in the foreground.',
  'attach-daemon2':
    "A program of the master's as `key=value` items: `cmd` is needed; `stopsignal`, `freq`, `pidfile`, `uid` and others are optional.",
  'attach-control-daemon': 'Like `attach-daemon`, and the instance stops when the program ends.',
  'smart-attach-daemon':
    '`PIDFILE COMMAND`: a program that goes to the background itself and is watched by its pid file; one that runs already is adopted.',
  'smart-attach-daemon2':
    'Like `smart-attach-daemon`, for a program that stays in the foreground and is put into the background by uWSGI.',
  'legion-attach-daemon': '`LEGION COMMAND`: like `attach-daemon`, only on the lord of the legion.',
  'daemons-honour-stdin': 'Keeps the standard input of attached programs instead of closing it.',
  'signal-timer': '`SIGNAL SECONDS`: raises a uWSGI signal again and again.',
  'signal-bufsize': "Size of the kernel buffer of uWSGI's signal pipes in bytes.",
  legion:
    '`NAME ADDRESS VALOR ALGORITHM:SECRET`: joins a group of instances that choose one lord among themselves, the one of the highest valor.',
  'legion-mcast': 'Like `legion`, with a multicast address.',
  'legion-node': '`NAME ADDRESS`: a further member of the legion.',
  'legion-quorum': '`NAME COUNT`: members that have to agree before there is a lord.',
  'legion-lord': '`NAME ACTION:ARGUMENT`: runs when this instance becomes the lord.',
  'legion-unlord': '`NAME ACTION:ARGUMENT`: runs when this instance stops being the lord.',
  'legion-setup': '`NAME ACTION:ARGUMENT`: runs when the legion is set up.',
  'legion-death': '`NAME ACTION:ARGUMENT`: runs when the instance ends.',
};
