import type {
  DiagramEdge,
  DiagramNode,
  StackDiagram,
  TextPlace,
} from '../../../../../shared/messages.ts';
import type { Finding } from '../../rules/rule.ts';
import { formatEndpoint } from '../../stack/endpoint.ts';
import { isDangling } from '../../stack/graph.ts';
import type { Stack } from '../../stack/stacks.ts';
import { basename } from '../../text/path.ts';
import type { Place } from '../feature.ts';
import { type CallContext, type CallItem, idOf, stationLinks } from './call-hierarchy.ts';

export interface DiagramContext extends CallContext {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly textPlace: (place: Place) => TextPlace;
}

/** What *Show Stack Diagram* draws of one stack: stations, the wires between them, and wires that lead nowhere. */
export function stackDiagram(context: DiagramContext, stack: Stack): StackDiagram {
  const files = new Set(stack.files);
  const nodes = new Map<string, DiagramNode>();
  const edges = new Map<string, DiagramEdge>();
  const addNode = (item: CallItem): string => {
    const id = idOf(item);
    if (!nodes.has(id)) nodes.set(id, toNode(context, item));
    return id;
  };
  const addEdge = (edge: Omit<DiagramEdge, 'id'>) => {
    const id = `${edge.from}\0${edge.to}`;
    if (!edges.has(id)) edges.set(id, { id, ...edge });
  };
  for (const { caller, call, to } of stationLinks(context)) {
    // An app lies in a Python file, which is no part of the stack's files.
    if (!files.has(caller.path)) continue;
    addEdge({
      ...{ from: addNode(caller), to: addNode(to), label: labelOf(context, caller, to) },
      place: context.textPlace({ path: caller.path, span: call }),
      problem: undefined,
    });
  }
  for (const node of loose(context, files)) addNode(node);
  for (const { item, address, place, towards } of danglingEnds(context, files)) {
    const station = addNode(item);
    const id = `nowhere\0${address}`;
    const problem = findingAt(context, place)?.message ?? `Nothing listens at ${address}.`;
    nodes.set(id, {
      ...{ id, kind: 'nowhere', title: address, detail: 'nothing listens here', problem },
      ...{ level: 'error', place: context.textPlace(place), file: undefined },
    });
    addEdge({
      ...(towards === 'right' ? { from: station, to: id } : { from: id, to: station }),
      ...{ label: '', place: context.textPlace(place), problem },
    });
  }
  return {
    stack: stack.id,
    title: stack.title,
    nodes: [...nodes.values()],
    edges: [...edges.values()],
  };
}

function toNode(context: DiagramContext, item: CallItem): DiagramNode {
  const { kind, name, detail, path } = item;
  const worst = worstOf(context, item);
  return {
    ...{ id: idOf(item), kind, title: name, detail: kind === 'server' ? basename(path) : detail },
    ...{ place: context.textPlace(item), file: path },
    level: worst?.level === 'error' ? 'error' : worst === undefined ? undefined : 'warning',
    problem: worst?.message,
  };
}

/** A router and a worker stand for their whole file; of nginx's file each station has its own lines. */
function worstOf(
  { findings }: DiagramContext,
  { kind, path, span }: CallItem,
): Finding | undefined {
  const all = (findings.get(path) ?? []).filter(
    ({ level, span: at }) =>
      (level === 'error' || level === 'warning') &&
      (kind === 'router' || kind === 'worker' || (at.start >= span.start && at.start <= span.end)),
  );
  return all.find(({ level }) => level === 'error') ?? all[0];
}

/** What the wire is called: the address in front of a socket, the key behind a router. */
function labelOf({ graph }: DiagramContext, caller: CallItem, to: CallItem): string {
  if (caller.kind === 'router')
    return graph.subscriptions
      .filter(({ path, ends }) => path === to.path && ends.some((end) => end.path === caller.path))
      .flatMap(({ subscription: { key } }) => key?.text ?? [])
      .join(', ');
  if (caller.kind !== 'pass') return '';
  const wire = graph.passes.find(
    ({ path, pass }) => path === caller.path && pass.span.start === caller.span.start,
  );
  const target = wire?.targets.find(({ ends }) => ends.some((end) => end.path === to.path));
  return target === undefined ? '' : formatEndpoint(target.endpoint);
}

/** Routers and workers that no wire leads to or from yet. */
function loose({ graph }: DiagramContext, files: ReadonlySet<string>): readonly CallItem[] {
  return [...graph.files].flatMap(([path, { uwsgi }]) => {
    if (uwsgi === undefined || !files.has(path)) return [];
    const place = { path, span: uwsgi.span, name: basename(path) };
    return [
      ...(uwsgi.router ? [routerOf(place, uwsgi.fronts[0]?.text)] : []),
      ...(uwsgi.worker ? [workerOf(place)] : []),
    ];
  });
}

type Named = Place & { readonly name: string };

function routerOf(place: Named, address = ''): CallItem {
  return { ...place, kind: 'router', detail: `FastRouter ${address}` };
}

function workerOf(place: Named): CallItem {
  return { ...place, kind: 'worker', detail: 'worker' };
}

interface DanglingEnd {
  readonly item: CallItem;
  readonly address: string;
  readonly place: Place;
  /** On which side of the station the missing end would stand. */
  readonly towards: 'left' | 'right';
}

function danglingEnds(
  { graph }: DiagramContext,
  files: ReadonlySet<string>,
): readonly DanglingEnd[] {
  const passes = graph.passes.flatMap(({ path, pass, targets }): DanglingEnd[] =>
    files.has(path)
      ? targets.filter(isDangling).map((target) => ({
          item: { kind: 'pass', path, span: pass.span, name: '', detail: '' },
          ...{ address: formatEndpoint(target.endpoint), place: target, towards: 'right' },
        }))
      : [],
  );
  const subscriptions = graph.subscriptions.flatMap(
    ({ path, subscription, ends }): DanglingEnd[] => {
      const { server } = subscription;
      if (!files.has(path) || server?.endpoint === undefined) return [];
      if (!isDangling({ endpoint: server.endpoint, ends })) return [];
      const span = graph.files.get(path)?.uwsgi?.span ?? server.span;
      const place = { path: subscription.path, span: server.span };
      return [
        {
          item: { kind: 'worker', path, span, name: basename(path), detail: 'worker' },
          ...{ address: `${formatEndpoint(server.endpoint)} (UDP)`, place, towards: 'left' },
        },
      ];
    },
  );
  return [...passes, ...subscriptions];
}

function findingAt({ findings }: DiagramContext, { path, span }: Place): Finding | undefined {
  return (findings.get(path) ?? []).find(
    (finding) => finding.span.start < span.end && span.start < finding.span.end,
  );
}
