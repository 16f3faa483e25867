import './stack-diagram.css';
import { render, type JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StackDiagram, TextPlace } from '../../shared/messages.ts';
import { DiagramEdges } from './diagram-edges.tsx';
import { DiagramNodes } from './diagram-nodes.tsx';
import { fitting, neighbour } from './diagram-layout.ts';
import type { DiagramProcess, DiagramStrings, FromDiagram, ToDiagram } from './diagram-protocol.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromDiagram): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const api = acquireVsCodeApi();
const open = (place: TextPlace) => {
  api.postMessage({ kind: 'open', place });
};

/** The picture of a stack: drawn here, decided elsewhere. */
function Diagram(): JSX.Element | null {
  const [diagram, setDiagram] = useState<StackDiagram>();
  const [strings, setStrings] = useState<DiagramStrings>();
  const [processes, setProcesses] = useState<readonly DiagramProcess[]>([]);
  const [zoom, setZoom] = useState<number>();
  const [focused, setFocused] = useState<string>();
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });

  useEffect(() => {
    // Only the extension can post to this frame: a webview is alone in its origin.
    const listen = ({ data }: MessageEvent<ToDiagram>) => {
      if (data.kind === 'processes') setProcesses(data.processes);
      else {
        setStrings(data.strings);
        setDiagram(data.diagram);
        // What the window asks for when it is loaded again.
        if (data.diagram !== undefined) api.setState({ stack: data.diagram.stack });
      }
    };
    window.addEventListener('message', listen);
    api.postMessage({ kind: 'hello' });
    return () => {
      window.removeEventListener('message', listen);
    };
  }, []);
  const known = strings !== undefined;
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => {
      setRoom({ width: element.clientWidth, height: element.clientHeight });
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, [known, diagram === undefined]);

  const fit = useMemo(
    () => fitting(diagram?.nodes ?? [], diagram?.edges ?? [], room),
    [diagram, room],
  );
  const { layout } = fit;
  if (strings === undefined) return null;
  if (diagram === undefined || diagram.nodes.length === 0)
    return <main class="empty">{strings.empty}</main>;

  const scale = zoom ?? fit.scale;
  const change = (factor: number) => {
    setZoom(Math.min(3, Math.max(0.2, scale * factor)));
  };
  const current = layout.nodes.some(({ node }) => node.id === focused)
    ? focused
    : layout.nodes[0]?.node.id;
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: SVGSVGElement }) => {
    const { key } = event;
    if (key === '+' || key === '=') change(1.25);
    else if (key === '-') change(0.8);
    else if (key === '0') setZoom(undefined);
    else if (current !== undefined && isMove(key)) {
      const next = neighbour(layout, current, key);
      if (next !== undefined) {
        setFocused(next);
        focusNode(event.currentTarget, next);
      }
    } else if (key === 'Enter' || key === ' ') {
      const node = layout.nodes.find((one) => one.node.id === current)?.node;
      if (node !== undefined) open(node.place);
    } else return;
    event.preventDefault();
  };

  return (
    <main class="diagram">
      <div class="zoom" role="toolbar" aria-label={strings.zoom}>
        <ZoomButton
          label={strings.zoomOut}
          text="−"
          onClick={() => {
            change(0.8);
          }}
        />
        <ZoomButton
          label={strings.zoomIn}
          text="+"
          onClick={() => {
            change(1.25);
          }}
        />
        <ZoomButton
          label={strings.fit}
          text="⤢"
          onClick={() => {
            setZoom(undefined);
          }}
        />
      </div>
      <div class="frame" ref={frame}>
        <svg
          role="group"
          aria-label={strings.label.replace('{0}', diagram.title)}
          aria-describedby="help"
          width={layout.width * scale}
          height={layout.height * scale}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          onKeyDown={onKeyDown}
        >
          <DiagramEdges
            edges={layout.edges}
            nodes={layout.nodes}
            processes={processes}
            open={open}
          />
          <DiagramNodes
            layout={layout}
            processes={processes}
            strings={strings}
            current={current}
            open={open}
            focus={setFocused}
          />
        </svg>
      </div>
      <p id="help" class="hidden">
        {strings.help}
      </p>
    </main>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly text: string;
  readonly onClick: () => void;
}

function ZoomButton({ label, text, onClick }: ZoomButtonProps): JSX.Element {
  return (
    <button type="button" title={label} aria-label={label} onClick={onClick}>
      {text}
    </button>
  );
}

type Move = Parameters<typeof neighbour>[2];

function isMove(key: string): key is Move {
  return /^(?:Arrow(?:Left|Right|Up|Down)|Home|End)$/.test(key);
}

function focusNode(svg: SVGSVGElement, id: string): void {
  for (const element of svg.querySelectorAll<SVGGElement>('[data-id]'))
    if (element.dataset.id === id) element.focus();
}

const root = document.getElementById('root');
if (root !== null) render(<Diagram />, root);
