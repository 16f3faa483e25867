import type { ComponentChildren, JSX } from 'preact';
import type { NodeFigures, StackFigures } from '../../shared/figures.ts';
import type { DashboardStrings } from './dashboard-protocol.ts';
import { decimal, fill, whole } from './dashboard-text.ts';

interface WorkersProps {
  readonly figures: StackFigures;
  readonly strings: DashboardStrings;
  readonly showLog: (step: string) => void;
}

export function WorkersTable({ figures, strings, showLog }: WorkersProps): JSX.Element {
  const columns = [
    ...[strings.worker, strings.requests, strings.share, strings.now, strings.busyIdle],
    ...[strings.average, strings.memory, strings.restarts, strings.harakiri, strings.exceptions],
  ];
  return (
    <Table caption={strings.workers} columns={columns}>
      {figures.workers.map((worker) => (
        <tr key={worker.step}>
          <th scope="row">
            <button
              type="button"
              class="link"
              title={fill(strings.showLog, worker.title)}
              onClick={() => {
                showLog(worker.step);
              }}
            >
              {worker.title}
            </button>
          </th>
          <td>{whole(worker.requests)}</td>
          <td class="share">
            <svg width="60" height="10" aria-hidden="true">
              <rect class="all" width="60" height="10" rx="2" />
              <rect class="part" width={60 * worker.share} height="10" rx="2" />
            </svg>
            {whole(worker.share * 100)} %
          </td>
          <td>{fill(strings.perSecond, decimal(worker.perSecond))}</td>
          <td>
            {worker.busy} / {worker.idle}
          </td>
          <td>{fill(strings.millis, decimal(worker.averageMillis))}</td>
          <td>
            {worker.memory === undefined
              ? '–'
              : fill(strings.megabytes, decimal(worker.memory / 2 ** 20))}
          </td>
          <Count value={worker.restarts} />
          <Count value={worker.harakiri} />
          <Count value={worker.exceptions} />
        </tr>
      ))}
    </Table>
  );
}

interface NodesProps {
  readonly nodes: readonly NodeFigures[];
  readonly more: number;
  readonly strings: DashboardStrings;
}

export function NodesTable({ nodes, more, strings }: NodesProps): JSX.Element {
  const columns = [
    ...[strings.router, strings.key, strings.node, strings.worker, strings.requests],
    ...[strings.weight, strings.failures, strings.state],
  ];
  return (
    <Table caption={strings.nodes} columns={columns}>
      {nodes.map((node) => (
        <tr key={`${node.router} ${node.key} ${node.address}`}>
          <td class="text">{node.router}</td>
          <td class="text">{node.key}</td>
          <th scope="row">{node.address}</th>
          <td class="text">{node.worker ?? '–'}</td>
          <td>{whole(node.requests)}</td>
          <td>{whole(node.weight)}</td>
          <Count value={node.failures} />
          <td class={node.dead ? 'text bad' : 'text'}>
            {node.dead ? strings.dead : strings.alive}
          </td>
        </tr>
      ))}
      {nodes.length === 0 && (
        <tr>
          <td class="text" colSpan={columns.length}>
            {strings.noNodes}
          </td>
        </tr>
      )}
      {more > 0 && (
        <tr>
          <td class="text" colSpan={columns.length}>
            {fill(strings.moreNodes, whole(more))}
          </td>
        </tr>
      )}
    </Table>
  );
}

/** Of something that had better not happen. */
function Count({ value }: { readonly value: number }): JSX.Element {
  return <td class={value > 0 ? 'bad' : ''}>{whole(value)}</td>;
}

interface TableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}

/** Scrolls by itself where the page is narrow, by keys as well. */
function Table({ caption, columns, children }: TableProps): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
