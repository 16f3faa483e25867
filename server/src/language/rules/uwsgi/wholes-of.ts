import type { EffectiveConfig } from '../../uwsgi/effective.ts';
import type { UwsgiView } from '../inputs.ts';

/**
 * The configurations that uWSGI runs with this file in them: its own; or, for a file that is there to be brought in by
 * others, theirs. What is missing here may stand there, so a rule on something missing has to find it in none of them.
 */
export function wholesOf(view: UwsgiView): readonly EffectiveConfig[] {
  const { graph, effective } = view.around;
  const wholes = (graph.parts.get(view.path) ?? []).flatMap((path) => effective(path) ?? []);
  return wholes.length > 0 ? wholes : [view.effective];
}
