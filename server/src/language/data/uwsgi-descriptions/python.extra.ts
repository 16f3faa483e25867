/** Python apps and loop engines: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const pythonDescriptions: Readonly<Record<string, string>> = {
  'wsgi-file':
    'Path of the Python file that holds the app, from the directory after `chdir`. The callable in it is `application` unless `callable` says otherwise; a missing file leaves the instance without an app.',
  module:
    'The WSGI app as an importable module, `package.module:callable`; without `:callable` the name is taken from `callable`, else `application`. It must lie in `chdir` or on `pythonpath`.',
  callable: 'Name of the WSGI callable in the module or file, `application` unless set.',
  home: 'Root folder of the virtual environment, the one that holds `pyvenv.cfg` and `bin`. A folder that is no environment stops Python at start; it must fit the version that the plugin was built for.',
  pythonpath:
    'Adds a folder to the front of `sys.path`; repeat it for several. An egg or a glob is taken as well.',
  eval: 'Python code that is executed at start and has to define `application`.',
  paste: 'The app as a PasteDeploy address such as `config:/path/production.ini`.',
  'ini-paste':
    'Loads the `[uwsgi]` section of a PasteDeploy file and the app that the file describes.',
  'ini-paste-logged': "Like `ini-paste`, and sets up Python's logging from the same file.",
  'paste-logger': "Sets up Python's logging from the file of `paste`.",
  pecan: 'The app as a Pecan configuration file.',
  pyargv: 'Arguments in `sys.argv` of the app, divided by blanks.',
  optimize: 'Level of `python -O`: 1 drops asserts, 2 docstrings too. Some libraries break with 2.',
  'no-site': 'Starts Python without the `site` module, like `python -S`.',
  'py-auto-reload':
    'Seconds between looks at the loaded modules; a changed one reloads the instance. For development only: it costs time in every worker.',
  'py-auto-reload-ignore': 'A module, by its full name, that `py-auto-reload` does not watch.',
  'py-tracebacker':
    "Prefix of unix sockets (the worker's number is added) that answer with the stacks of all Python threads.",
  'py-call-osafterfork':
    'Tells CPython about each fork, so that its locks and random state are right in the child. Needed by some C extensions and by threads in the master.',
  'py-call-uwsgi-fork-hooks':
    "Runs Python's own before-fork and after-fork hooks around the forks of uWSGI.",
  'py-programname':
    'What Python takes for its own program name; it looks for its library from there.',
  'py-executable':
    'Value of `sys.executable`, which otherwise may name uwsgi itself. multiprocessing and subprocess calls of Python need a real interpreter there.',
  import:
    'Imports a module, or runs a file, in each worker, even when it is no app: for decorators, timers and the like.',
  'shared-import': 'Imports a module in the master before the workers are forked.',
  'spooler-import':
    'Imports a module in each spooler process, where its spool functions have to be known.',
  'pymodule-alias':
    '`NAME=MODULE` or `NAME=FILE`: another module under a given name in `sys.modules`.',
  'post-pymodule-alias': 'Like `pymodule-alias`, set after the uWSGI module itself is there.',
  python:
    "Runs a Python script before anything else is loaded, with uWSGI's command line around it.",
  test: 'Imports a module and says whether it worked, then ends. For checking an installation.',
  'wsgi-env-behaviour':
    'How the `environ` dictionary is kept: `cheat` (default) uses one per core again and again, `holy` makes a new one for each request, which apps that keep it need.',
  'wsgi-disable-file-wrapper': 'Takes `wsgi.file_wrapper` away from the app.',
  'wsgi-strict': 'Checks that the app obeys PEP 3333 more closely.',
  'wsgi-accept-buffer': 'Lets the app answer with buffers such as memoryview besides bytes.',
  'wsgi-lite': 'The app by the WSGI Lite standard.',
  web3: 'The app by the Web3 standard (PEP 444), which never came to anything.',
  pump: 'The app by the Pump interface.',
  'reload-os-env': 'Fills `os.environ` anew at each request.',
  'python-raw': 'A Python file whose function answers raw connections, outside of WSGI.',
  'python-worker-override': "A Python script that takes the place of the worker's request loop.",
  'py-sharedarea': 'Makes a shared memory area out of a Python object.',
  pyshell: 'Opens an interactive Python in the first worker instead of serving; wants a terminal.',
  'manage-script-name':
    'Sets SCRIPT_NAME and PATH_INFO from the `mount` that matched; apps under a mount point need it unless nginx does the same.',
  'ignore-script-name': 'Does not choose the app by SCRIPT_NAME.',
  mount:
    '`/PATH=APP`: serves an app (a file or module) below a path. With `manage-script-name` the app sees its own part of the path only.',
  'no-default-app':
    'A request for no known mount point is refused instead of going to the default app.',
  'max-apps': 'Most apps that one worker can hold, 64 unless set.',
  gevent:
    'Runs each worker with the gevent loop and that many greenlets. Excludes `threads` and `async`; the app has to be patched, see `gevent-monkey-patch`.',
  'gevent-monkey-patch': "Calls gevent's monkey patching before the app is imported.",
  'gevent-early-monkey-patch':
    "Calls gevent's monkey patching as early as the Python plugin starts.",
  'gevent-wait-for-hub':
    "On shutdown waits for gevent's hub to end instead of the greenlet that controls it.",
  asyncio:
    'Runs each worker with an asyncio loop and that many cores; takes WSGI apps on greenlets, not ASGI apps.',
  ugreen: "Switches between the `async` cores with uWSGI's own green threads.",
  'cheaper-algo-list': 'Prints the cheaper algorithms at start.',
};
