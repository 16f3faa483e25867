/** The emperor and its vassals: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const emperorDescriptions: Readonly<Record<string, string>> = {
  emperor:
    "Watches a folder, glob or other source, and runs one uWSGI (a vassal) for each configuration in it: a changed file reloads its vassal, a removed one stops it. A folder becomes the vassals' working directory, a glob does not.",
  'emperor-freq': 'Seconds between two looks of the emperor at its source, 3 unless set.',
  'emperor-tyrant':
    'Each vassal runs as the owner of its configuration file; the emperor has to be root.',
  'emperor-tyrant-nofollow':
    'In tyrant mode, the owner of a symbolic link counts, not that of its target.',
  'emperor-nofollow': 'The time of a symbolic link counts, not that of its target.',
  'emperor-stats': 'Address of a JSON server that shows the vassals.',
  'emperor-pidfile': "File for the emperor's process id.",
  'emperor-procname': 'Process name of the emperor.',
  'emperor-extra-extension':
    'A further extension of files that the emperor takes for configurations.',
  'emperor-on-demand-extension':
    "Vassals start with their first connection: a file of the vassal's name with this extension holds the socket address.",
  'emperor-on-demand-directory':
    'Vassals start with their first connection, on a unix socket of their name in this folder.',
  'emperor-required-heartbeat':
    'Seconds without a heartbeat after which a vassal that sends some is restarted, 30 unless set.',
  'emperor-curse-tolerance':
    'Seconds that a vassal gets to end before the emperor kills it, 30 unless set.',
  'emperor-throttle':
    'Milliseconds that the start of a misbehaving vassal is put off by, 1000 unless set; grows with each failure.',
  'emperor-max-throttle': 'Upper limit of that delay in milliseconds, three minutes unless set.',
  'emperor-broodlord':
    'How many further instances the emperor may start for vassals that ask for help with `vassal-sos`.',
  'emperor-wrapper':
    'Program that runs the vassals instead of this uWSGI, e.g. another build of it.',
  'emperor-magic-exec':
    'A configuration with the executable bit is run, and its output is the configuration.',
  'emperor-no-blacklist': 'Does not put vassals aside that fail again and again.',
  'emperor-use-clone': 'Namespaces that each vassal is born into, e.g. `pid,fs`.',
  'emperor-cap': 'Linux capabilities that vassals keep.',
  'vassals-inherit': 'Configuration that every vassal inherits, as if it had an `inherit` line.',
  'vassals-include': 'Configuration that every vassal includes, as if it had an `include` line.',
  'vassals-inherit-before': "Like `vassals-inherit`, read before the vassal's own file.",
  'vassals-include-before': "Like `vassals-include`, read before the vassal's own file.",
  'vassals-set': '`NAME=VALUE` that is set in every vassal.',
  'vassals-start-hook': 'Command that is run before each start of a vassal.',
  'vassals-stop-hook': 'Command that is run after the end of a vassal.',
  'vassal-sos':
    'Seconds between calls for help of a vassal whose workers are all busy; the emperor needs `emperor-broodlord`.',
  'vassal-sos-backlog': 'Requests in the listen queue from which on a vassal calls for help.',
  heartbeat: 'Seconds between signs of life to the emperor. Without an emperor it does nothing.',
  'early-emperor': 'Starts the emperor before the rest of the instance.',
};
