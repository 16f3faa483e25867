import type { Include } from '../../uwsgi/effective.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import { problemsIn } from './wholes-of.ts';

export const includeLoop = defineRule({
  id: 'uwsgi/include-loop',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'A line that brings in what uWSGI cannot read: a file that is being read already, or a section that the file does not have.',
    why: 'uWSGI follows a file that brings in itself until it crashes. From a section that is not there it reads nothing, with a warning in its log only; `include` and `config` take no section at all, and uWSGI exits.',
    fix: 'Remove the line, or correct the name. `ini = file.ini:section` and `ini = :section` ask for a section.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Configuration.html',
  },
  check(view, report) {
    for (const problem of problemsIn(view)) {
      if (!('include' in problem) || problem.path !== view.path) continue;
      const { include, span, kind } = problem;
      if (include.conditional) continue;
      if (kind === 'cycle') {
        const message = `uWSGI is reading ${include.text === '' ? 'this file' : include.text} already: it goes round until it crashes`;
        report({ span, message });
      } else if (kind === 'missing-section') {
        report({ span, level: 'warning', message: missingSection(view, include) });
      } else if (kind === 'refused') {
        const message = `${include.key} cannot load "${include.text}": uWSGI does not start. Write \`ini = …\` for a section of an ini file`;
        report({ span, message });
      }
    }
  },
});

function missingSection(view: UwsgiView, { section, target }: Include): string {
  const where = target === undefined || target === view.path ? 'this file' : target;
  return `There is no section [${section}] in ${where}: uWSGI reads nothing there`;
}
