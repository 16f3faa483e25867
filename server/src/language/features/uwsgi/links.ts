import type { UwsgiView } from '../../rules/inputs.ts';
import { placeInValue } from '../../rules/uwsgi/entry-text.ts';
import { startFolder } from '../../rules/uwsgi/start-folder.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import { span, textOf } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { Link } from '../feature.ts';
import { pythonFiles } from './python-places.ts';

/** Included files, Python modules, and what else a value names, as far as it is known to be there. */
export function uwsgiLinks(view: UwsgiView): readonly Link[] {
  const links = [...includes(view), ...python(view), ...files(view)];
  const byStart = new Map<number, Link>();
  for (const link of links) if (!byStart.has(link.span.start)) byStart.set(link.span.start, link);
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
}

function includes(view: UwsgiView): Link[] {
  return view.effective.includes.flatMap(({ path, span: place, target, outcome }) => {
    if (path !== view.path || target === undefined || target === view.path) return [];
    if (outcome !== 'read' && outcome !== 'cycle' && !isFile(view, target)) return [];
    return [{ span: place, target }];
  });
}

function python(view: UwsgiView): Link[] {
  return pythonFiles(view).map(({ target, path }) => ({ span: target.span, target: path }));
}

function files(view: UwsgiView): Link[] {
  const launch = dirname(view.path);
  const app = startFolder(view)?.app ?? launch;
  return view.config.entries.flatMap((entry) => {
    const { option, value, known, origin } = entry;
    if (option === undefined || !known || origin !== 'line' || value === '') return [];
    const place = pathIn(option.canonical, option.type, value);
    if (place === undefined) return [];
    // What is executed while the file is read counts from where uWSGI was started.
    const target = resolvePath(option.immediate ? launch : app, textOf(value, place));
    if (!isFile(view, target)) return [];
    return [{ span: placeInValue(view, entry, place), target }];
  });
}

/** Where in a value the path stands; undefined for an option that takes none. */
function pathIn(canonical: string, type: string, value: string): Span | undefined {
  if (canonical === 'mount') return span(value.indexOf('=') + 1, value.length);
  // A command or a signal follows.
  if (canonical === 'touch-exec' || canonical === 'touch-signal') {
    const blank = value.search(/[ \t]/);
    return span(0, blank === -1 ? value.length : blank);
  }
  const isPath = pathOptions.has(canonical) || type === 'path' || canonical.startsWith('touch-');
  return isPath ? span(0, value.length) : undefined;
}

/** Options of other types whose value is the path of a file that can be looked at. */
const pathOptions: ReadonlySet<string> = new Set([
  ...[
    'wsgi-file',
    'file',
    'paste',
    'ini-paste',
    'ini-paste-logged',
    'paste-logger',
    'pyrun',
    'python-raw',
  ],
  ...[
    'psgi',
    'rack',
    'php-app',
    'lua',
    'pidfile',
    'pidfile2',
    'safe-pidfile',
    'safe-pidfile2',
    'logto',
  ],
  ...['logto2', 'daemonize', 'daemonize2', 'mimefile', 'post-buffering-file', 'fallback-config'],
  ...[
    'fs-reload',
    'fs-brain-reload',
    'fs-signal',
    'exec-asap',
    'mule',
    'emperor-pidfile',
    'req-logger',
  ],
]);

function isFile({ around }: UwsgiView, path: string): boolean {
  return around.disk.look(path)?.kind === 'file' || around.uwsgiFile(path) !== undefined;
}
