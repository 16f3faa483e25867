/**
 * Whether a file is a uWSGI configuration, by its beginning and its name: many programs call their files `*.ini`. A
 * header `[uwsgi]` decides it. Without one a file is ours when it has no section of another program and most of its
 * first keys are options that only uWSGI has.
 */
export function looksLikeUwsgi(path: string, text: string): boolean {
  const head = text.slice(0, 200_000);
  if (buildProfile.test(head)) return false;
  if (/^\ufeff?[ \t]*\[uwsgi(?:\]|[ \t]*$|x)/im.test(head)) return true;
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (foreignNames.test(name)) return false;
  // Any other section may be one that `file.ini:name` asks for.
  const keys = [...head.matchAll(/^[ \t]*([A-Za-z0-9][A-Za-z0-9_-]*)[ \t]*(?:=|$)/gm)].slice(0, 40);
  const strong = keys.filter(([, key = '']) => telling.test(key)).length;
  if (strong === 0) return name.includes('uwsgi') && /\.(?:ini|conf)/.test(name) && keys.length > 0;
  const headers = [...head.matchAll(/^[ \t]*\[([^\]\n]*)\]/gm)].slice(0, 20);
  if (headers.some(([, header = '']) => foreignSections.test(header))) return false;
  return strong * 2 >= keys.length || strong >= 3 || name.includes('uwsgi');
}

const foreignNames =
  /^(?:php.*\.ini|setup\.cfg|tox\.ini|pytest\.ini|mypy\.ini|alembic\.ini|desktop\.ini|\.?flake8|my\.cnf|supervisord?.*|nginx.*\.conf|odbc.*\.ini)$/;

/** PasteDeploy, logging, Circus, supervisor, setuptools, tox, PHP. */
const foreignSections =
  /^(?:(?:app|server|composite|filter|pipeline|watcher|socket|program|logger|handler|formatter|tool|testenv|mypy-|env):?.+|loggers|handlers|formatters|circus|supervisord|metadata|options|tox|PHP|Unit|Service)$/;

/** Options whose names no other program's ini file is likely to have. */
const telling =
  /^(?:fastrouter(?:-.+)?|subscribe2|subscribe-to|uwsgi-socket|http-socket|https-socket|shared-socket|wsgi-file|wsgi|plugins?|need-plugins?|vacuum|die-on-term|harakiri|lazy-apps|enable-threads|single-interpreter|master|chmod-socket|max-requests|buffer-size|cheaper(?:-.+)?|emperor|attach-daemon2?|mule|spooler|touch-reload|py-autoreload|virtualenv|processes|threads|no-orphans|thunder-lock|offload-threads|static-map|need-app|strict)$/;

/** Keys that only uwsgiconfig.py reads: its profiles say what a uWSGI is built of, in a section `[uwsgi]`, too. */
const buildProfile =
  /^[ \t]*(?:main_plugin|bin_name|embedded_plugins|embed_config|embed_files|plugin_build_dir|malloc_implementation)[ \t]*=/m;
