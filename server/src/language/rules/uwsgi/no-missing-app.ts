import { basename, dirname, relativePath } from '../../text/path.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix, Report } from '../rule.ts';
import { insertLineAfter, insertLineBefore, replace } from './entry-text.ts';
import { limitedNearNames } from './near-names.ts';
import type { NearNames } from './near-names.ts';
import { locateFile, locateModule, pythonTargets, searchFolders } from './python-app.ts';
import type { Located, PythonTarget } from './python-app.ts';
import { installedModule } from './site-packages.ts';
import { absence, foldersAbove, namesIn, startFolder } from './start-folder.ts';
import type { StartFolder } from './start-folder.ts';

export const noMissingApp = defineRule({
  id: 'uwsgi/no-missing-app',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A Python file or module that does not exist where uWSGI looks for it.',
    why: 'A relative path and a module are looked for in the folder of `chdir`, else in the one that uWSGI is started in, and a module in `pythonpath`, too. uWSGI stays up without the app and answers each request with an error.',
    fix: 'Correct the name, or say with `chdir = %d` where it counts from.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Python.html',
  },
  check(view, report) {
    const start = startFolder(view);
    if (start?.app === undefined) return;
    const { app } = start;
    const folders = searchFolders(view, start);
    const search: Search = { view, start, app, nearNames: limitedNearNames() };
    for (const target of pythonTargets(view)) {
      if (target.entry.conditional || checkShape(view, target, app, report)) continue;
      if (target.kind === 'file') {
        const located = locateFile(view, target.text, app);
        if (located.kind === 'missing') reportFile(search, target, located, report);
      } else if (folders !== undefined) {
        const located = locateModule(view, target.text, folders);
        if (located.kind === 'missing') reportModule(search, folders, target, located, report);
      }
    }
  },
});

type Missing = Extract<Located, { kind: 'missing' }>;

/** `wsgi-file = app.py:app` and `module = app.py`: the value is made for the other option. */
function checkShape(view: UwsgiView, target: PythonTarget, app: string, report: Report): boolean {
  const { entry, text, span: place } = target;
  if (target.kind === 'file') {
    const [, file, callable] = /^(.+\.(?:py|wsgi)):([\w.]+)$/.exec(text) ?? [];
    if (file === undefined || callable === undefined || entry.option?.name === 'mount')
      return false;
    if (locateFile(view, file, app).kind !== 'found') return false;
    const mend = replace(
      view,
      place,
      file,
      `Write \`callable = ${callable}\` on a line of its own`,
    );
    const line = insertLineAfter(view, entry, `callable = ${callable}`, '');
    const fixes = [{ ...mend, edits: [...mend.edits, ...line.edits] }];
    const message = `A file has no callable behind a colon: uWSGI looks for a file called "${text}"`;
    report({
      span: place,
      message,
      fixes: lastOption(view.effective, 'callable') === undefined ? fixes : [],
    });
    return true;
  }
  if (!/\.py$|\//.test(text) || locateFile(view, text, app).kind !== 'found') return false;
  const message = `uWSGI wants a module here, as in "${moduleName(text)}", and takes "${text}" for the name of one`;
  const fixes = [replace(view, place, moduleName(text), `Change to "${moduleName(text)}"`)];
  report({ span: place, message, fixes });
  return true;
}

function moduleName(path: string): string {
  return path.replace(/^\.\//, '').replace(/\.py$/, '').replaceAll('/', '.');
}

interface Search {
  readonly view: UwsgiView;
  readonly start: StartFolder;
  /** Where relative paths count from. */
  readonly app: string;
  readonly nearNames: NearNames;
}

function reportFile(
  { view, start, app, nearNames }: Search,
  target: PythonTarget,
  missing: Missing,
  report: Report,
): void {
  const { text, span: place } = target;
  const kind = absence(view, missing.at);
  if (kind === undefined || kind === 'elsewhere') return;
  const folder = dirname(missing.at);
  const names = namesIn(view.around.disk.look(folder));
  const near = nearNames(basename(missing.at), folder, () => names.filter(isPython));
  const fixes = near.map((name, index) => {
    const newText = `${text.slice(0, text.length - basename(missing.at).length)}${name}`;
    return { ...replace(view, place, newText, `Change to "${newText}"`), preferred: index === 0 };
  });
  if (!text.startsWith('/')) {
    const other = foundAbove(view, start, (above) => locateFile(view, text, above));
    if (other !== undefined) {
      reportAbove(view, target, app, other, report);
      return;
    }
  }
  const hint = near[0] === undefined ? '' : `. Did you mean "${near[0]}"?`;
  const message = `There is no file ${missing.at}: ${outcome(target)}${hint}`;
  report({ span: place, level: levelOf(view, start, text, kind === 'here'), message, fixes });
}

function reportModule(
  { view, start, app, nearNames }: Search,
  folders: readonly string[],
  target: PythonTarget,
  missing: Missing,
  report: Report,
): void {
  const { text, span: place } = target;
  const other = foundAbove(view, start, (above) =>
    locateModule(view, text, [...folders.slice(0, -1), above]),
  );
  if (other !== undefined) {
    reportAbove(view, target, app, other, report);
    return;
  }
  const folder = missing.first ? app : dirname(missing.at);
  const listing = view.around.disk.look(folder);
  if (listing?.kind === 'absent' || absence(view, missing.at) === 'elsewhere') return;
  const names = namesIn(listing).filter((name) => !/^[._]/.test(name));
  const near = nearNames(missing.part, folder, () =>
    names
      .filter((name) => isPython(name) || !name.includes('.'))
      .map((name) => name.replace(/\.py$/, '')),
  );
  const fixes = near.map((name, index) => {
    const parts = text.split('.');
    const newText = parts.with(parts.indexOf(missing.part), name).join('.');
    return { ...replace(view, place, newText, `Change to "${newText}"`), preferred: index === 0 };
  });
  const hint = near[0] === undefined ? '' : `. Did you mean "${near[0]}"?`;
  if (!missing.first) {
    const message = `There is no module "${missing.part}" in ${folder}: ${outcome(target)}${hint}`;
    report({ span: place, level: levelOf(view, start, text, true), message, fixes });
    return;
  }
  const installed = installedModule(view, start, missing.part);
  // An environment of its own is made to hold packages, and a folder without Python is not the one that is meant.
  const hinted =
    near.length > 0 || (lastOption(view.effective, 'home') === undefined && names.some(isPython));
  if (installed === 'yes' || (installed === 'unknown' && !hinted)) return;
  const level = installed === 'no' ? levelOf(view, start, text, true) : 'information';
  const reach = installed === 'no' ? '' : ', unless it is an installed package';
  const message = `There is no module "${missing.part}" in ${folder}${reach}: ${outcome(target)}${hint}`;
  report({ span: place, level, message, fixes });
}

function outcome({ app }: PythonTarget): string {
  return app ? 'uWSGI starts without this app' : 'uWSGI goes on without the import';
}

/** An error only where nothing is assumed; a folder without any Python is hardly the one that is meant. */
function levelOf(
  view: UwsgiView,
  start: StartFolder,
  text: string,
  here: boolean,
): 'error' | 'warning' | 'information' {
  if (!here) return 'information';
  if (start.sure || text.startsWith('/')) return 'error';
  return namesIn(view.around.disk.look(start.launch)).some(isPython) ? 'warning' : 'information';
}

function isPython(name: string): boolean {
  return /\.(?:py|wsgi)$/.test(name);
}

function foundAbove(
  view: UwsgiView,
  start: StartFolder,
  locate: (folder: string) => Located,
): string | undefined {
  if (start.sure || lastOption(view.effective, 'chdir') !== undefined) return undefined;
  return foldersAbove(start.launch).find((folder) => locate(folder).kind === 'found');
}

function reportAbove(
  view: UwsgiView,
  target: PythonTarget,
  app: string,
  above: string,
  report: Report,
): void {
  const steps = relativePath(above, app).split('/').length;
  const line = `chdir = %d${'../'.repeat(steps).slice(0, -1)}`;
  const fixes: Fix[] = [insertLineBefore(view, target.entry, line, `Add \`${line}\``)];
  const message = `"${target.text}" lies in ${above}: uWSGI finds it only when it is started there, not in the folder of this file`;
  report({ span: target.span, level: 'information', message, fixes });
}
