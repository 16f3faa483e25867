import { parseIni } from '../../../ini/parse.ts';
import { applyEdits } from '../../../rules/combine-fixes.ts';
import type { UwsgiView } from '../../../rules/inputs.ts';
import type { EffectiveConfig } from '../../../uwsgi/effective.ts';
import { effectiveConfig } from '../../../uwsgi/effective-config.ts';
import type { Action } from '../../feature.ts';
import { fileAt } from '../scope.ts';

/**
 * Whether uWSGI runs with the same options and values after a change of variables, started with this file or with one
 * that brings it in. The order in which it replaces variables has corners that no look at one line tells.
 */
export function keepsMeaning(view: UwsgiView, { edits }: Action): boolean {
  const edited = Map.groupBy(edits, ({ path }) => path);
  const otherFile = (path: string) => {
    const file = fileAt(view, path);
    const own = edited.get(path);
    if (file === undefined || own === undefined) return file;
    const sorted = own.toSorted((a, b) => a.span.start - b.span.start);
    return { path, tree: parseIni(applyEdits(file.text, sorted)) };
  };
  const roots = new Set([view.path, ...(view.around.graph.parts.get(view.path) ?? [])]);
  return [...roots].every((path) => {
    const before = path === view.path ? view.effective : view.around.effective(path);
    const file = otherFile(path);
    return before === undefined || file === undefined
      ? false
      : isSame(options(before), options(effectiveConfig(file, otherFile)));
  });
}

/** What counts of a configuration when variables do not. */
function options({ entries }: EffectiveConfig): readonly string[] {
  return entries.flatMap(({ key, value, option, conditional, known }) =>
    option === undefined || setters.has(key)
      ? []
      : [`${key}=${value}\0${String(conditional)}\0${String(known)}`],
  );
}

const setters: ReadonlySet<string> = new Set(['set', 'set-placeholder', 'set-ph']);

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
