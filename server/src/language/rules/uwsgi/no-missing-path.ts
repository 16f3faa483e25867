import { basename, dirname, isAbsolute, resolvePath } from '../../text/path.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import { hasTemplateMark } from '../../uwsgi/template.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix } from '../rule.ts';
import { inlineCommentAt, placeInValue, replace } from './entry-text.ts';
import { limitedNearNames } from './near-names.ts';
import type { NearNames } from './near-names.ts';
import { pathsOf } from './path-options.ts';
import type { PathPlace } from './path-options.ts';
import { absence, foldersAbove, namesIn, startFolder } from './start-folder.ts';
import type { StartFolder } from './start-folder.ts';

export const noMissingPath = defineRule({
  id: 'uwsgi/no-missing-path',
  scope: 'uwsgi',
  level: 'warning',
  docs: {
    what: 'A file or folder that does not exist, or a file that is to be made in a folder that does not exist.',
    why: 'uWSGI makes no folders: without the one of a socket, a log or a pidfile it does not start. Relative paths count from the folder that uWSGI is started in, or from `chdir`, not from the file that names them.',
    fix: 'Create the folder, or correct the path. `%d` stands for the folder of the file.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#magic-variables',
  },
  check(view, report) {
    const start = startFolder(view);
    if (start === undefined) return;
    const nearNames = limitedNearNames();
    const chdir = lastOption(view.effective, 'chdir') !== undefined;
    for (const entry of view.config.entries) {
      if (!entry.known || entry.conditional || hasTemplateMark(entry.value)) continue;
      if (inlineCommentAt(entry) !== -1 || /^["']/.test(entry.value)) continue;
      for (const path of pathsOf(entry)) {
        const folder = folderOf(path, start, chdir);
        if (folder === undefined) continue;
        const wanted = resolvePath(folder, path.text);
        const missing = path.need === 'parent' ? dirname(wanted) : wanted;
        const place = absence(view, missing);
        if (place === undefined || place === 'elsewhere') continue;
        const relative = !isAbsolute(path.text);
        // What lies above may be where uWSGI is started.
        if (relative && !chdir && isAbove(view, start, path, entry.option?.name === 'chdir'))
          continue;
        const sure = place === 'here' && (!relative || start.sure);
        const level =
          !path.fatal || place === 'machine' ? 'information' : sure ? 'error' : 'warning';
        report({
          span: placeInValue(view, entry, path.span),
          level,
          message: `There is no ${nouns[path.need]} ${missing}: ${path.outcome}`,
          fixes: path.need === 'parent' ? [] : fixes(nearNames, view, entry, path, missing),
        });
      }
    }
  },
});

const nouns = { file: 'file', folder: 'folder', any: 'file or folder', parent: 'folder' } as const;

function folderOf(path: PathPlace, start: StartFolder, chdir: boolean): string | undefined {
  if (isAbsolute(path.text) || path.from === 'launch') return start.launch;
  // Some options are read before uWSGI changes the folder, some after it: told only when that is the same.
  if (path.from === 'either' && chdir) return undefined;
  return start.app;
}

function isAbove(view: UwsgiView, start: StartFolder, path: PathPlace, always: boolean): boolean {
  if (start.sure && !always) return false;
  return foldersAbove(start.launch).some((folder) => {
    const wanted = resolvePath(folder, path.text);
    const entry = view.around.disk.look(path.need === 'parent' ? dirname(wanted) : wanted);
    return entry?.kind !== 'absent';
  });
}

function fixes(
  nearNames: NearNames,
  view: UwsgiView,
  entry: Parameters<typeof placeInValue>[1],
  { text, span }: PathPlace,
  missing: string,
): readonly Fix[] {
  const name = basename(missing);
  const written = text.replace(/\/+$/, '');
  if (!written.endsWith(name) || name.length < 3) return [];
  const others = namesIn(view.around.disk.look(dirname(missing)));
  return nearNames(name, dirname(missing), () => others).map((other, index) => {
    const newText = `${written.slice(0, written.length - name.length)}${other}`;
    const place = placeInValue(view, entry, span);
    return { ...replace(view, place, newText, `Change to "${newText}"`), preferred: index === 0 };
  });
}
