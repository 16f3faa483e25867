import type { UwsgiView } from '../../../rules/inputs.ts';
import { wholesOf } from '../../../rules/uwsgi/wholes-of.ts';

/** Whether a file is brought in by `inherit`, where uWSGI replaces no placeholders. */
export function isInherited(view: UwsgiView): boolean {
  if (!view.around.graph.parts.has(view.path)) return false;
  return wholesOf(view).some(({ entries }) =>
    entries.some(({ path, inherited }) => inherited && path === view.path),
  );
}
