import type { PlanProblem } from '../../../../../shared/messages.ts';
import { basename } from '../../text/path.ts';
import type { StackGraph } from '../graph.ts';
import type { Stack } from '../stacks.ts';
import type { KeyedPage } from './pages.ts';
import type { PlaceOf } from './place.ts';

/**
 * Keys are only words to nginx, the router and the workers: none of them notices that they differ, and each page ends
 * in a 502. Told only when it is sure: every page asks the router for a known key, and every worker announces another.
 */
export function keyProblems(
  stack: Stack,
  graph: StackGraph,
  pages: readonly KeyedPage[],
  place: PlaceOf,
): readonly PlanProblem[] {
  if (stack.routers.some((path) => graph.files.get(path)?.uwsgi?.otherMapper === true)) return [];
  const [page] = pages;
  const asked = page?.key;
  const wires = graph.subscriptions.filter(({ path }) => stack.files.includes(path));
  const [wire] = wires;
  const announced = wire?.subscription.key;
  if (page === undefined || asked === undefined || wire === undefined || announced === undefined)
    return [];
  const sure =
    pages.every(({ viaRouter, hasWorker, key }) => viaRouter && !hasWorker && key !== undefined) &&
    wires.every(({ subscription }) => isPlain(subscription.key?.text));
  if (!sure) return [];
  const { pass, path } = page;
  const written = pass.key ?? pass;
  const at = place(path, written.span.start);
  const there = place(wire.subscription.path, announced.span.start);
  const keys = new Set(wires.map(({ subscription }) => `"${subscription.key?.text ?? ''}"`));
  const change = written.text.startsWith('$')
    ? `\`server_name\` to ${announced.text}`
    : `UWSGI_FASTROUTER_KEY to ${announced.text}`;
  return [
    {
      message: `${basename(path)}:${String(at.line + 1)}: nginx asks the router for key "${asked}", but the workers announce ${[...keys].join(', ')} (${basename(wire.subscription.path)}:${String(there.line + 1)}): every page would be a 502.`,
      remedy: `Change \`key=\` to ${asked}, or ${change}.`,
      ...at,
    },
  ];
}

/** No placeholder, no pattern, no leading dot (which stands for all names below it). */
function isPlain(key: string | undefined): boolean {
  return key !== undefined && /^[\w-][\w.:-]*$/.test(key);
}
