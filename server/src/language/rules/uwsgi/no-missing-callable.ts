import { pythonNames } from '../../python/names.ts';
import type { PythonNames } from '../../python/names.ts';
import { closest } from '../../text/closest.ts';
import { basename } from '../../text/path.ts';
import { lastOption } from '../../uwsgi/lookup.ts';
import type { UwsgiView } from '../inputs.ts';
import { defineRule } from '../rule.ts';
import type { Fix } from '../rule.ts';
import { insertLineAfter, replace, valueOrKey } from './entry-text.ts';
import {
  callableOf,
  locateFile,
  locateModule,
  pythonTargets,
  searchFolders,
} from './python-app.ts';
import type { PythonTarget } from './python-app.ts';
import { startFolder } from './start-folder.ts';

export const noMissingCallable = defineRule({
  id: 'uwsgi/no-missing-callable',
  scope: 'uwsgi',
  level: 'error',
  docs: {
    what: 'The Python file is there, but not the callable that uWSGI looks for in it.',
    why: 'uWSGI looks for the name `application` unless it is told another one. Without it no app is loaded: uWSGI stays up and answers each request with an error.',
    fix: 'Name the callable with `callable = NAME` or `module = NAME:CALLABLE`.',
    source: 'https://uwsgi-docs.readthedocs.io/en/latest/Python.html',
  },
  check(view, report) {
    const start = startFolder(view);
    if (start?.app === undefined) return;
    const folders = searchFolders(view, start);
    const read = new Map<string, PythonNames | undefined>();
    for (const target of pythonTargets(view)) {
      const callable = target.app ? callableOf(view, target) : undefined;
      if (callable === undefined) continue;
      const located =
        target.kind === 'file'
          ? locateFile(view, target.text, start.app)
          : folders && locateModule(view, target.text, folders);
      if (located?.kind !== 'found') continue;
      if (!read.has(located.path)) read.set(located.path, readModule(view, located.path));
      const module = read.get(located.path);
      if (module === undefined) continue;
      // A module may be called for its app; a file may not: there the name is taken as it is.
      const name = target.kind === 'module' ? callable.replace(/\(\)$/, '') : callable;
      if (module.open || module.names.has(name)) continue;
      const names = candidates(module, name);
      const file = basename(located.path);
      const hint = names[0] === undefined ? '' : `. Did you mean "${names[0]}"?`;
      const message = `${file} has no "${name}", so uWSGI loads no app from it${hint}`;
      report({
        span: target.callable?.span ?? valueOrKey(target.entry),
        level: target.entry.conditional ? 'warning' : 'error',
        message,
        related: [{ path: located.path, span: { start: 0, end: 0 }, message: `${file} is here` }],
        fixes: names.map((found, index) => fixFor(view, target, found, index === 0)),
      });
    }
  },
});

/** A module of several apps has them in a dictionary `applications`, or gives it to the module `uwsgi`. */
function readModule(view: UwsgiView, path: string): PythonNames | undefined {
  const text = view.around.disk.text(path);
  if (text === undefined) return undefined;
  const module = pythonNames(text);
  return /\bapplications\b/.test(text) ? { ...module, open: true } : module;
}

/** What the app is most likely called: a slip of the name first, then the names that frameworks use. */
function candidates({ names }: PythonNames, wanted: string): readonly string[] {
  const near = closest(wanted, names.keys());
  const usual = usualNames.filter((name) => name !== wanted && names.has(name));
  return [...new Set([...near, ...usual])].slice(0, 3);
}

const usualNames: readonly string[] = [
  ...['application', 'app', 'wsgi_app', 'wsgi', 'wsgi_application', 'api', 'server', 'webapp'],
];

function fixFor(view: UwsgiView, target: PythonTarget, name: string, preferred: boolean): Fix {
  if (target.callable !== undefined) {
    return { ...replace(view, target.callable.span, name, `Change to "${name}"`), preferred };
  }
  const option = lastOption(view.effective, 'callable');
  if (option !== undefined) {
    const title = `Change the callable to "${name}"`;
    const edits = [{ path: option.path, span: option.valueSpan, newText: name }];
    return { title, edits, preferred };
  }
  if (target.kind === 'module') {
    const { end } = target.span;
    const title = `Name the callable: "${target.text}:${name}"`;
    return { ...replace(view, { start: end, end }, `:${name}`, title), preferred };
  }
  const line = `callable = ${name}`;
  return { ...insertLineAfter(view, target.entry, line, `Add \`${line}\``), preferred };
}
