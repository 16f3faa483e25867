import './dashboard.css';
import { render, type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StackFigures } from '../../shared/figures.ts';
import { Plot } from './dashboard-plot.tsx';
import type { DashboardStrings, FromDashboard, ToDashboard } from './dashboard-protocol.ts';
import { NodesTable, WorkersTable } from './dashboard-tables.tsx';
import { decimal, fill, whole } from './dashboard-text.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromDashboard): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const api = acquireVsCodeApi();
const tell = (message: FromDashboard) => {
  api.postMessage(message);
};

/** `waiting`: it runs, and the first answer is on its way. */
type Shown = StackFigures | 'waiting' | 'not running';

function Dashboard(): JSX.Element | null {
  const [strings, setStrings] = useState<DashboardStrings>();
  const [shown, setShown] = useState<Shown>('waiting');
  const [paused, setPaused] = useState(false);

  useEffect(() => {
    // Only the extension can post to this frame: a webview is alone in its origin.
    const listen = ({ data }: MessageEvent<ToDashboard>) => {
      if (data.kind === 'figures') setShown(data.figures ?? 'not running');
      else {
        setStrings(data.strings);
        // What the window asks for when it is loaded again.
        api.setState({ stack: data.stack });
      }
    };
    window.addEventListener('message', listen);
    tell({ kind: 'hello' });
    return () => {
      window.removeEventListener('message', listen);
    };
  }, []);
  if (strings === undefined) return null;

  const running = shown !== 'not running';
  const button = (text: string, message: FromDashboard, primary = false) => (
    <button
      type="button"
      class={primary ? 'primary' : ''}
      onClick={() => {
        if (message.kind === 'pause') setPaused(message.paused);
        tell(message);
      }}
    >
      {text}
    </button>
  );
  return (
    <main aria-label={strings.title}>
      <div class="bar" role="toolbar" aria-label={strings.title}>
        {running
          ? button(strings.sendRequest, { kind: 'sendRequest' }, true)
          : button(strings.startStack, { kind: 'startStack' }, true)}
        {running &&
          button(paused ? strings.resume : strings.pause, { kind: 'pause', paused: !paused })}
      </div>
      {typeof shown === 'string' ? (
        <p class="empty" role="status">
          {running ? strings.waiting : strings.notRunning}
        </p>
      ) : (
        <Figures figures={shown} strings={strings} />
      )}
    </main>
  );
}

interface FiguresProps {
  readonly figures: StackFigures;
  readonly strings: DashboardStrings;
}

function Figures({ figures, strings }: FiguresProps): JSX.Element {
  const { plots, latency, workers } = figures;
  const perSecond = (value: number) => fill(strings.perSecond, decimal(value));
  const millis = (value: number) => fill(strings.millis, decimal(value));
  const busy = workers.reduce((sum, worker) => sum + worker.busy, 0);
  const all = workers.reduce((sum, worker) => sum + worker.busy + worker.idle, 0);
  const source = { nginx: 'sourceNginx', uwsgi: 'sourceUwsgi', none: 'sourceNone' } as const;
  return (
    <>
      <dl class="tiles">
        <Tile name={strings.requests} value={whole(figures.requests)} />
        <Tile name={strings.now} value={perSecond(figures.perSecond)} />
        {(['p50', 'p95', 'p99'] as const).map((percentile) => (
          <Tile
            key={percentile}
            name={`${percentile}, ${strings.lastMinute}`}
            value={latency === undefined ? '–' : millis(latency[percentile])}
          />
        ))}
        <Tile
          name={strings.clientErrors}
          value={whole(figures.clientErrors)}
          bad={figures.clientErrors > 0}
        />
        <Tile
          name={strings.serverErrors}
          value={whole(figures.serverErrors)}
          bad={figures.serverErrors > 0}
        />
        <Tile name={strings.busy} value={`${busy} / ${all}`} />
      </dl>
      <p class="source">{strings[source[figures.source]]}</p>
      <div class="plots">
        <Plot
          title={strings.rate}
          lines={[
            { name: strings.requests, values: plots.requests },
            { name: strings.errors, values: plots.errors },
          ]}
          show={decimal}
          strings={strings}
        />
        <Plot
          title={strings.latency}
          lines={[
            { name: 'p50', values: plots.p50 },
            { name: 'p95', values: plots.p95 },
            { name: 'p99', values: plots.p99 },
          ]}
          show={millis}
          strings={strings}
        />
        <Plot
          title={strings.distribution}
          lines={workers.map(({ title, rates }) => ({ name: title, values: rates }))}
          show={decimal}
          strings={strings}
        />
      </div>
      <WorkersTable
        figures={figures}
        strings={strings}
        showLog={(step) => {
          tell({ kind: 'showLog', step });
        }}
      />
      <NodesTable nodes={figures.nodes} more={figures.moreNodes} strings={strings} />
    </>
  );
}

interface TileProps {
  readonly name: string;
  readonly value: string;
  readonly bad?: boolean;
}

function Tile({ name, value, bad = false }: TileProps): JSX.Element {
  return (
    <div class={bad ? 'tile bad' : 'tile'}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const root = document.getElementById('root');
if (root !== null) render(<Dashboard />, root);
