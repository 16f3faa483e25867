import type { JSX } from 'preact';
import type { DiagramNode, TextPlace } from '../../shared/messages.ts';
import { type Layout, nodeHeight, nodeWidth, type PlacedNode } from './diagram-layout.ts';
import type { DiagramProcess, DiagramStrings } from './diagram-protocol.ts';

interface DiagramNodesProps {
  readonly layout: Layout;
  readonly processes: readonly DiagramProcess[];
  readonly strings: DiagramStrings;
  /** The one station that Tab leads to; the arrow keys go on from there. */
  readonly current: string | undefined;
  readonly open: (place: TextPlace) => void;
  readonly focus: (id: string) => void;
}

export function DiagramNodes(props: DiagramNodesProps): JSX.Element {
  return (
    <g class="nodes">
      {props.layout.nodes.map((placed) => (
        <Station key={placed.node.id} placed={placed} {...props} />
      ))}
    </g>
  );
}

type StationProps = DiagramNodesProps & { readonly placed: PlacedNode };

function Station({ placed, layout, strings, current, open, focus, ...rest }: StationProps) {
  const { node, x, y } = placed;
  const running = processesOf(node, rest.processes);
  const told = figures(running, strings);
  // What is seen comes first, in the same order: who speaks to the computer says what stands there.
  const words = [
    strings.kinds[node.kind],
    node.title,
    told,
    node.detail,
    node.problem,
    ...running.map((one) => `${one.title}: ${one.stateText}`),
    ...leadsTo(layout, node, strings),
  ];
  return (
    <g
      class={`node ${node.kind} ${node.level ?? ''}`}
      transform={`translate(${x} ${y})`}
      role="button"
      tabIndex={node.id === current ? 0 : -1}
      data-id={node.id}
      aria-label={words.filter((word) => word !== undefined && word !== '').join(', ')}
      onFocus={() => {
        focus(node.id);
      }}
      onClick={() => {
        open(node.place);
      }}
    >
      <title>{[node.title, node.detail, node.problem].filter(Boolean).join('\n')}</title>
      <rect class="box" width={nodeWidth} height={nodeHeight} rx="6" />
      <rect class="side" width="4" height={nodeHeight - 12} x="6" y="6" rx="2" />
      <text class="title" x="18" y="22">
        {shorten(node.title, 23)}
      </text>
      <text class="detail" x="18" y="40">
        {shorten(told ?? node.detail, 27)}
      </text>
      <Lights running={running} />
      {node.level !== undefined && <Mark />}
    </g>
  );
}

/** A dot for each process, with its state in colour and shape. */
function Lights({ running }: { readonly running: readonly DiagramProcess[] }): JSX.Element {
  const shown = running.slice(0, 8);
  return (
    <>
      {shown.map((one, index) => (
        <circle
          key={one.title}
          class={`light ${one.state}`}
          cx={nodeWidth - 12 - (shown.length - 1 - index) * 12}
          cy="41"
          r="4"
        />
      ))}
    </>
  );
}

function Mark(): JSX.Element {
  return (
    <g class="mark" transform={`translate(${nodeWidth - 14} 14)`}>
      <circle r="7" />
      <path d="M0 -3.5V0.5M0 3V3.2" />
    </g>
  );
}

/** nginx runs for all of its servers and locations; its lights stand at the servers. */
function processesOf(
  { kind, file }: DiagramNode,
  processes: readonly DiagramProcess[],
): readonly DiagramProcess[] {
  if (kind === 'pass' || kind === 'app' || kind === 'nowhere') return [];
  return processes.filter((one) => one.file === file);
}

function figures(running: readonly DiagramProcess[], strings: DiagramStrings): string | undefined {
  const told = running.filter(({ requests }) => requests !== undefined);
  if (told.length === 0) return undefined;
  const sum = (of: (one: DiagramProcess) => number | undefined) =>
    told.reduce((total, one) => total + (of(one) ?? 0), 0);
  const rate = sum((one) => one.rate);
  return [
    strings.requests.replace('{0}', String(sum((one) => one.requests))),
    ...(rate > 0
      ? [strings.rate.replace('{0}', rate < 10 ? rate.toFixed(1) : rate.toFixed(0))]
      : []),
  ].join(', ');
}

function leadsTo({ edges, nodes }: Layout, { id }: DiagramNode, strings: DiagramStrings): string[] {
  const targets = edges.flatMap(({ edge }) =>
    edge.from === id ? nodes.filter(({ node }) => node.id === edge.to) : [],
  );
  if (targets.length === 0) return [];
  return [strings.leadsTo.replace('{0}', targets.map(({ node }) => node.title).join(', '))];
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
