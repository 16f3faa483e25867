import { sectionsToRead } from '../../stack/asked-sections.ts';
import type { ConfigProblem, EffectiveConfig } from '../../uwsgi/effective.ts';
import type { UwsgiView } from '../inputs.ts';

/**
 * The configurations that uWSGI runs with this file in them: its own; or, for a file that is there to be brought in by
 * others, theirs. What is missing here may stand there, so a rule on something missing has to find it in none of them.
 */
export function wholesOf(view: UwsgiView): readonly EffectiveConfig[] {
  const { graph, effective } = view.around;
  const { path, config } = view;
  const wholes = (graph.parts.get(path) ?? []).flatMap((other) => effective(other) ?? []);
  // Others may bring in a section of it only, and leave its own start to itself.
  const brought = wholes.some(({ includes }) =>
    includes.some(({ target, section }) => target === path && section === 'uwsgi'),
  );
  if (config.found && !brought) wholes.push(view.effective);
  const started =
    config.found || wholes.length > 0
      ? (graph.started.get(path) ?? [])
      : sectionsToRead(view, graph);
  wholes.push(...started.flatMap((section) => effective(path, section) ?? []));
  return wholes.length > 0 ? wholes : [view.effective];
}

/** The problems that have their place in this file, each once: of its own start and of all that bring it in. */
export function problemsIn(view: UwsgiView): readonly ConfigProblem[] {
  const problems = new Map<string, ConfigProblem>();
  for (const whole of new Set([view.effective, ...wholesOf(view)]))
    for (const problem of whole.problems) {
      const place = `${problem.kind}:${problem.span.start}`;
      if (problem.path === view.path && !problems.has(place)) problems.set(place, problem);
    }
  return [...problems.values()];
}
