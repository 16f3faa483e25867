import { pythonNames } from '../../python/names.ts';
import type { UwsgiView } from '../../rules/inputs.ts';
import {
  callableOf,
  locateFile,
  locateModule,
  pythonTargets,
  searchFolders,
  type PythonTarget,
} from '../../rules/uwsgi/python-app.ts';
import { startFolder } from '../../rules/uwsgi/start-folder.ts';
import { contains, type Span, span } from '../../text/span.ts';
import type { Place } from '../feature.ts';
import type { AppPlace } from '../wires/call-hierarchy.ts';

/** The Python file that the value at an offset names, at the callable where that is known. */
export function pythonPlaces(view: UwsgiView, offset: number): readonly Place[] {
  return pythonFiles(view).flatMap(({ target, path }) => {
    if (!contains(target.span, offset) && !contains(target.callable?.span ?? target.span, offset))
      return [];
    const name = target.app ? callableOf(view, target)?.replace(/\(\)$/, '') : undefined;
    const text = view.around.disk.text(path);
    const found =
      name === undefined || text === undefined ? undefined : pythonNames(text).names.get(name);
    return [{ path, span: found?.span ?? span(0, 0) }];
  });
}

/** `app.py`, `app:application`: the apps that a file names, where it names them. */
export function appNames(
  view: UwsgiView,
): readonly { readonly name: string; readonly span: Span }[] {
  return pythonTargets(view).flatMap((target) =>
    target.app ? [{ name: nameOf(target), span: target.span }] : [],
  );
}

function nameOf({ text, callable }: PythonTarget): string {
  return callable === undefined ? text : `${text}:${callable.text}`;
}

/** The apps that a file names, at their callables where those are known. */
export function appPlaces(view: UwsgiView): readonly AppPlace[] {
  return pythonFiles(view).flatMap(({ target, path }) => {
    if (!target.app) return [];
    const callable = callableOf(view, target)?.replace(/\(\)$/, '');
    const text = view.around.disk.text(path);
    const found =
      callable === undefined || text === undefined
        ? undefined
        : pythonNames(text).names.get(callable);
    return [{ name: nameOf(target), named: target.span, path, span: found?.span ?? span(0, 0) }];
  });
}

/** Python files that the options of an app name, as far as the disk is known. */
export function pythonFiles(
  view: UwsgiView,
): readonly { readonly target: PythonTarget; readonly path: string }[] {
  const start = startFolder(view);
  if (start?.app === undefined) return [];
  const { app } = start;
  const folders = searchFolders(view, start);
  return pythonTargets(view).flatMap((target) => {
    const located =
      target.kind === 'file'
        ? locateFile(view, target.text, app)
        : folders && locateModule(view, target.text, folders);
    return located?.kind === 'found' ? [{ target, path: located.path }] : [];
  });
}
