import type { StackGraph } from '../stack/graph.ts';
import type { Stack } from '../stack/stacks.ts';
import { type Span, span } from '../text/span.ts';
import type { Place } from './feature.ts';

/** A command above a line of a file. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly string[];
  /** What a click shows; the shell adds them to the arguments in its own form. */
  readonly places?: readonly Place[];
}

/** *Start Stack* above the line that a file of a stack begins with: nginx's `http`, a uWSGI file's section header. */
export function codeLenses(
  stacks: readonly Stack[],
  graph: StackGraph,
  path: string,
): readonly Lens[] {
  const stack = stacks.find(({ files }) => files.includes(path));
  const facts = graph.files.get(path);
  if (stack === undefined || facts === undefined) return [];
  const main = stack.nginx.includes(path);
  // A fragment starts nothing by itself.
  if (facts.uwsgi === undefined && !main) return [];
  const at = facts.nginx?.servers[0]?.span ?? facts.uwsgi?.span ?? span(0, 0);
  return [
    {
      span: at,
      title: '$(play)\u00a0Start Stack', // VS Code drops a plain space behind an icon
      command: 'uwsgiStack.startStack',
      arguments: [stack.id],
    },
  ];
}
