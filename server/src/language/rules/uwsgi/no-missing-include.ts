import { dirname, resolvePath } from '../../text/path.ts';
import type { Include } from '../../uwsgi/effective.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Report } from '../rule.ts';
import { absence, foldersAbove, startFolder } from './start-folder.ts';

export const noMissingInclude = defineRule({
  id: 'uwsgi/no-missing-include',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A file that another one brings in, and that does not exist where uWSGI looks for it.',
    why: 'A relative path counts from the folder that uWSGI is started in, not from the file that names it. Without the file uWSGI does not start.',
    fix: 'Write `%d` in front: it stands for the folder of the file that the line is in.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html#magic-variables',
  },
  check(view, report) {
    const start = startFolder(view);
    // What a file that others bring in lacks is told where uWSGI is started.
    if (start === undefined) return;
    const told = new Set<Include>();
    for (const include of view.effective.includes) {
      // `:section` asks the file named before, which is missing then, and told.
      if (include.outcome !== 'missing' || include.conditional || include.text.startsWith(':'))
        continue;
      const place = placeIn(view, include);
      if (place === undefined || told.has(place)) continue;
      told.add(place);
      checkInclude(view, start.launch, include, place, report);
    }
  },
});

/** The line of this file that leads to the include. */
function placeIn(view: UwsgiView, include: Include): Include | undefined {
  let at: Include | undefined = include;
  while (at !== undefined && at.path !== view.path) at = at.from;
  return at;
}

function checkInclude(
  view: UwsgiView,
  launch: string,
  include: Include,
  place: Include,
  report: Report,
): void {
  const { target, relative, text } = include;
  if (target === undefined) return;
  const { disk } = view.around;
  const missing = absence(view, target);
  if (missing === undefined || missing === 'elsewhere') return;
  const related =
    include === place
      ? []
      : [{ path: include.path, span: include.span, message: `"${text}" is named here` }];
  const { span } = place;
  if (!relative) {
    const level = missing === 'here' ? 'error' : 'information';
    report({ span, level, message: `There is no file ${target}: uWSGI does not start`, related });
    return;
  }
  const file = text.replace(/:[^/:]*$/, '');
  const beside = disk.look(resolvePath(dirname(include.path), file));
  if (beside === undefined) return;
  if (beside.kind === 'file') {
    const { start } = include.span;
    const edits = [{ path: include.path, span: { start, end: start }, newText: '%d' }];
    const message = `"${text}" counts from the folder that uWSGI is started in (${launch}), not from the file that names it: uWSGI does not start`;
    report({
      span,
      message,
      related,
      fixes: [{ title: `Write "%d${text}"`, edits, preferred: true }],
    });
    return;
  }
  const above = foldersAbove(launch).map((folder) => disk.look(resolvePath(folder, file))?.kind);
  // uWSGI may be started from the top of the project.
  if (above.includes('file') || above.includes(undefined)) return;
  report({
    span,
    level: 'warning',
    message: `There is no file ${target}: uWSGI does not start`,
    related,
  });
}
