import { span } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { isAbsolute, resolvePath } from '../../text/path.ts';
import type { ConfigEntry } from '../../uwsgi/config.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { UwsgiView } from '../inputs.ts';
import { placeInValue } from './entry-text.ts';
import { namesIn, type StartFolder } from './start-folder.ts';

/** A Python file or module that an option names. */
export interface PythonTarget {
  readonly entry: ConfigEntry;
  readonly kind: 'file' | 'module';
  /** `app.py`, `site.wsgi` */
  readonly text: string;
  readonly span: Span;
  /** Behind the colon of `module:callable`; undefined when the value names none. */
  readonly callable: { readonly text: string; readonly span: Span } | undefined;
  /** Whether uWSGI takes an app out of it, or only imports it. */
  readonly app: boolean;
}

/** plugins/python: what the options of a Python app make of their value. */
export function pythonTargets(view: UwsgiView): readonly PythonTarget[] {
  return view.config.entries.flatMap((entry): PythonTarget[] => {
    const { option, value, known } = entry;
    if (!known || value === '' || value.includes('://') || hasTemplateMark(value)) return [];
    const base = { entry, callable: undefined, app: true };
    const whole = { text: value, span: placeInValue(view, entry, span(0, value.length)) };
    switch (option?.plugin === 'python' ? option.canonical : option?.name) {
      case 'wsgi-file':
      case 'python-raw':
        return [{ ...base, ...whole, kind: 'file' }];
      case 'module':
      case 'web3':
      case 'pump':
      case 'wsgi-lite':
        return [moduleTarget(view, entry, 0)];
      case 'import':
      case 'shared-import': {
        const kind = value.includes('/') || value.endsWith('.py') ? 'file' : 'module';
        return [{ ...base, ...whole, kind, app: false }];
      }
      case 'mount': {
        const start = value.indexOf('=') + 1;
        const app = value.slice(start);
        if (start === 0 || app === '') return [];
        if (/\.(?:py|wsgi)$/.test(app)) {
          const place = placeInValue(view, entry, span(start, value.length));
          return [{ ...base, kind: 'file', text: app, span: place }];
        }
        return app.includes(':') ? [moduleTarget(view, entry, start)] : [];
      }
      default:
        return [];
    }
  });
}

/** get_uwsgi_pymodule: the first colon ends the module. */
function moduleTarget(view: UwsgiView, entry: ConfigEntry, start: number): PythonTarget {
  const { value } = entry;
  const colon = value.indexOf(':', start);
  const end = colon === -1 ? value.length : colon;
  const callable =
    colon === -1
      ? undefined
      : {
          text: value.slice(colon + 1),
          span: placeInValue(view, entry, span(colon + 1, value.length)),
        };
  const place = placeInValue(view, entry, span(start, end));
  return { entry, kind: 'module', text: value.slice(start, end), span: place, callable, app: true };
}

export type Located =
  | { readonly kind: 'found'; readonly path: string }
  /** `at`: the file or folder that would have to be there; `part`: the module's first piece that is missing. */
  | {
      readonly kind: 'missing';
      readonly at: string;
      readonly part: string;
      readonly first: boolean;
    }
  | { readonly kind: 'unknown' };

const unknown: Located = { kind: 'unknown' };

/** Looks for the file where uWSGI does; a folder means the package in it (uwsgi_pyimport_by_filename). */
export function locateFile(view: UwsgiView, text: string, folder: string): Located {
  const { disk } = view.around;
  const at = resolvePath(folder, text);
  const entry = disk.look(at);
  if (entry?.kind === 'file') return { kind: 'found', path: at };
  if (entry?.kind === 'absent') return { kind: 'missing', at, part: text, first: true };
  if (entry?.kind !== 'folder') return unknown;
  const inside = resolvePath(at, '__init__.py');
  const file = disk.look(inside);
  if (file?.kind === 'file') return { kind: 'found', path: inside };
  return file?.kind === 'absent'
    ? { kind: 'missing', at: inside, part: '__init__.py', first: false }
    : unknown;
}

/** Follows the dots of a module through the folders that Python searches, the first one that has its beginning. */
export function locateModule(view: UwsgiView, text: string, folders: readonly string[]): Located {
  const parts = text.split('.');
  if (!parts.every((part) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(part))) return unknown;
  let inside: Located | undefined;
  for (const folder of folders) {
    const found = locateBelow(view, parts, folder);
    if (found === undefined) continue;
    if (found.kind !== 'missing' || found.final) return found;
    inside ??= found;
  }
  const [first = ''] = parts;
  const at = resolvePath(folders.at(-1) ?? '/', first);
  return inside ?? { kind: 'missing', at, part: first, first: true };
}

/** undefined when the folder does not have the beginning; `final` when Python looks in no further folder. */
function locateBelow(
  view: UwsgiView,
  parts: readonly string[],
  folder: string,
): (Located & { readonly final?: boolean }) | undefined {
  const { disk } = view.around;
  let at = folder;
  let regular = true;
  for (const [index, part] of parts.entries()) {
    const listing = disk.look(at);
    if (listing === undefined) return unknown;
    const names = namesIn(listing);
    const last = index === parts.length - 1;
    const inside = resolvePath(at, part);
    const below = names.includes(part) ? disk.look(inside) : undefined;
    if (names.includes(part) && below === undefined) return unknown;
    if (below?.kind === 'folder') {
      const has = namesIn(below).includes('__init__.py');
      if (last && has) return { kind: 'found', path: resolvePath(inside, '__init__.py') };
      // Without __init__.py a module of that name goes first, then the folder is a namespace.
      if (has || !names.includes(`${part}.py`)) {
        if (last) return unknown;
        at = inside;
        regular = has;
        continue;
      }
    }
    const missing = { kind: 'missing', at: inside, first: false } as const;
    if (names.includes(`${part}.py`)) {
      if (last) return { kind: 'found', path: resolvePath(at, `${part}.py`) };
      return { ...missing, part: parts[index + 1] ?? '', final: true };
    }
    // A compiled module: a.pyc, a.cpython-311-x86_64-linux-gnu.so.
    if (names.some((name) => name.startsWith(`${part}.`))) return unknown;
    return index === 0 ? undefined : { ...missing, part, final: regular };
  }
  return unknown;
}

/** What Python puts into sys.path for uWSGI, the searched first one first; undefined when it cannot be known. */
export function searchFolders(view: UwsgiView, start: StartFolder): readonly string[] | undefined {
  if (start.app === undefined || !view.effective.complete) return undefined;
  const folders: string[] = [];
  for (const { option, value, known, conditional } of view.effective.entries) {
    if (option?.canonical === 'pymodule-alias' || option?.canonical === 'post-pymodule-alias') {
      return undefined;
    }
    if (option?.canonical === 'env' && /^PYTHON(?:PATH|HOME)=/.test(value)) return undefined;
    if (!/^(?:early-)?pythonpath$/.test(option?.canonical ?? '')) continue;
    if (!known || conditional || /[*?[\]{}:]/.test(value)) return undefined;
    folders.unshift(isAbsolute(value) ? resolvePath('/', value) : resolvePath(start.app, value));
  }
  return [...folders, start.app];
}

/** The name that uWSGI looks for in the module; undefined when it is not known. */
export function callableOf(view: UwsgiView, target: PythonTarget): string | undefined {
  if (target.callable !== undefined) return target.callable.text;
  const option = lastOption(view.effective, 'callable');
  if (option === undefined) return view.effective.complete ? 'application' : undefined;
  return option.known && !option.conditional && option.value !== '' ? option.value : undefined;
}
