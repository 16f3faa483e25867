import './request-table.css';
import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import {
  createRequestReader,
  type LoggedRequest,
  type RequestReader,
} from '../../shared/request-lines.ts';
import { withoutSequences } from '../../shared/terminal-text.ts';
import type { LogModel } from './log-model.ts';
import { clock } from './log-row.tsx';
import type { LogLine } from '../../shared/panel-lines.ts';
import type { LogPanelStrings, LogProcess } from './protocol.ts';
import { createRequestRows } from './request-rows.ts';
import { useVirtualLines } from './virtual-lines.ts';

export interface RequestTableProps {
  readonly model: LogModel;
  /** Counts the changes of the model. */
  readonly version: number;
  readonly processes: ReadonlyMap<string, LogProcess>;
  readonly strings: LogPanelStrings;
}

interface Row extends LoggedRequest {
  readonly line: LogLine;
  readonly title: string;
}

type Column = keyof LogPanelStrings['columns'];

const widths: Readonly<Record<Column, string>> = {
  time: '100px',
  process: '90px',
  method: '70px',
  host: 'minmax(110px, 0.4fr)',
  target: 'minmax(120px, 1fr)',
  status: '64px',
  milliseconds: '80px',
  bytes: '72px',
  processNumber: '40px',
  pid: '64px',
};

/** What only some forms of lines tell is a column when a line has told it. */
const optional: readonly Column[] = ['host', 'processNumber'];

const rowHeight = 22;

/** The requests among the lines that pass the filter, as a table; the raw line of the chosen one stands below it. */
export function RequestTable({
  model,
  version,
  processes,
  strings,
}: RequestTableProps): JSX.Element {
  const [sort, setSort] = useState<{ column: Column; up: boolean }>({ column: 'time', up: false });
  const [chosen, setChosen] = useState<number>();
  const scroller = useRef<HTMLElement | null>(null);
  const readers = useMemo(
    () =>
      new Map(
        [...processes].map(([id, { requestFormats }]) => [id, createRequestReader(requestFormats)]),
      ),
    [processes],
  );
  const rowsOf = useMemo(
    () =>
      createRequestRows(
        (line): Row | undefined => {
          const request = requestOf(line, readers);
          const title = processes.get(line.process)?.title ?? line.process;
          return request && { ...request, line, title };
        },
        compare(sort.column, sort.up),
      ),
    [model, model.filter(), processes, readers, sort],
  );
  const rows = useMemo(() => rowsOf(model.visible), [rowsOf, model, version]);
  const virtualizer = useVirtualLines({
    ...{ scroller, rowHeight, count: rows.length },
    keyAt: (index) => rows[index]?.line.key ?? -index,
  });
  const columns = useMemo(
    () =>
      (Object.keys(widths) as Column[]).filter(
        (column) =>
          !optional.includes(column) || rows.some((row) => row[column as 'host'] !== undefined),
      ),
    [rows],
  );
  const grid = { gridTemplateColumns: columns.map((column) => widths[column]).join(' ') };
  const raw = rows.find(({ line }) => line.key === chosen)?.line.text;

  const header = (column: Column) => (
    <div
      key={column}
      role="columnheader"
      aria-sort={sort.column === column ? (sort.up ? 'ascending' : 'descending') : 'none'}
    >
      <button
        type="button"
        onClick={() => {
          setSort({ column, up: sort.column === column ? !sort.up : true });
        }}
      >
        {strings.columns[column]}
        {sort.column === column && <span aria-hidden="true">{sort.up ? ' ▲' : ' ▼'}</span>}
      </button>
    </div>
  );
  return (
    <div class="requests">
      <div role="table" aria-label={strings.requests} aria-rowcount={rows.length + 1}>
        <div role="rowgroup">
          <div role="row" class="request head" style={grid}>
            {columns.map(header)}
          </div>
        </div>
        <div
          role="rowgroup"
          class="request-rows"
          ref={(element: HTMLElement | null) => {
            scroller.current = element;
          }}
        >
          <div style={{ height: `${virtualizer.getTotalSize()}px`, position: 'relative' }}>
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              const choose = () => {
                setChosen(row.line.key);
              };
              return (
                <div
                  key={item.key}
                  role="row"
                  class="request"
                  tabIndex={0}
                  data-level={
                    row.status >= 500 ? 'error' : row.status >= 400 ? 'warning' : undefined
                  }
                  aria-selected={row.line.key === chosen}
                  aria-rowindex={item.index + 2}
                  style={{ ...grid, transform: `translateY(${item.start}px)` }}
                  onClick={choose}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' || event.key === ' ') choose();
                  }}
                >
                  {columns.map((column) => (
                    <div key={column} role="cell" class={column}>
                      {cellText(row, column)}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <p class="raw" role="status">
        {raw ?? strings.requestCount.replace('{0}', rows.length.toLocaleString())}
      </p>
    </div>
  );
}

/** Lines come many times a second, and the lines before them are still the same. */
const known = new WeakMap<LogLine, LoggedRequest | false>();

const readUsual = createRequestReader([]);

function requestOf(
  line: LogLine,
  readers: ReadonlyMap<string, RequestReader>,
): LoggedRequest | undefined {
  const reader = readers.get(line.process) ?? readUsual;
  const read = known.get(line) ?? reader(withoutSequences(line.text)) ?? false;
  known.set(line, read);
  return read === false ? undefined : read;
}

function cellText(row: Row, column: Column): string {
  switch (column) {
    case 'time':
      return clock(row.line.time);
    case 'process':
      return row.title;
    case 'milliseconds':
      return row.milliseconds === undefined ? '' : `${row.milliseconds} ms`;
    default:
      return String(row[column] ?? '');
  }
}

function compare(column: Column, up: boolean): (one: Row, other: Row) => number {
  const valueOf = (row: Row): string | number => {
    if (column === 'time') return row.line.key;
    return column === 'process' ? row.title : (row[column] ?? -1);
  };
  const sign = up ? 1 : -1;
  return (one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    const order =
      typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);
    return sign * (order === 0 ? one.line.key - other.line.key : order);
  };
}
