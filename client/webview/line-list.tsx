import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { type LogModel, mostLines } from './log-model.ts';
import { LogRow } from './log-row.tsx';
import type { LogPanelStrings, LogProcess } from './protocol.ts';
import { useVirtualLines } from './virtual-lines.ts';
import type { PanelState } from './vscode-api.ts';

export interface LineListProps {
  readonly model: LogModel;
  /** Visible lines that fell off the start since the panel was opened. */
  readonly dropped: number;
  readonly processes: ReadonlyMap<string, LogProcess>;
  readonly strings: LogPanelStrings;
  readonly state: PanelState;
  /** Key of the line to be brought into sight. */
  readonly current: number | undefined;
  readonly setFollow: (follow: boolean) => void;
  /** What is known of lines before the first one; undefined where nothing has ever been logged. */
  readonly older: OlderState | undefined;
  readonly readOlder: () => void;
}

export type OlderState = 'some' | 'reading' | 'none' | 'full';

export function LineList({
  model,
  dropped,
  processes,
  strings,
  state,
  current,
  setFollow,
  older,
  readOlder,
}: LineListProps): JSX.Element {
  const scroller = useRef<HTMLElement | null>(null);
  const rowHeight = rowHeightOf(scroller.current);
  const count = model.visible.length;
  const virtualizer = useVirtualLines({
    scroller,
    count,
    rowHeight,
    keyAt: (index) => model.visible.at(index)?.key ?? -index,
  });
  const lastTop = useRef(0);
  const [atTop, setAtTop] = useState(true);
  const lastDropped = useRef(dropped);

  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, state.wrap, rowHeight]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const shift = dropped - lastDropped.current;
    lastDropped.current = dropped;
    if (state.follow) element.scrollTop = element.scrollHeight;
    // Lines fell off above the reader's eyes, or came there: what is being read stays where it is.
    else if (shift < 0 || (shift > 0 && !state.wrap)) element.scrollTop -= shift * rowHeight;
    lastTop.current = element.scrollTop;
  });

  useLayoutEffect(() => {
    if (current === undefined) return;
    const at = model.visible.toArray().findIndex(({ key }) => key === current);
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'center' });
  }, [virtualizer, current]);

  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    const fromEnd = element.scrollHeight - element.clientHeight - element.scrollTop;
    const upwards = element.scrollTop < lastTop.current - 1;
    if (upwards && fromEnd > rowHeight) {
      setFollow(false);
      if (element.scrollTop < 4 * rowHeight) readOlder();
    } else if (element.scrollTop > lastTop.current && fromEnd < 2) setFollow(true);
    lastTop.current = element.scrollTop;
    setAtTop(element.scrollTop < 2 * rowHeight);
  };

  const width = Math.max(0, ...[...processes.values()].map((process) => process.title.length));
  const columns = model.longest() + width + 20;
  return (
    <div class="lines">
      <div
        class="scroller"
        ref={(element: HTMLElement | null) => {
          scroller.current = element;
        }}
        role="log"
        aria-live="off"
        aria-label={strings.log}
        tabIndex={0}
        data-wrap={state.wrap ? 'yes' : undefined}
        style={{ '--process-width': `${width + 1}ch` }}
        onScroll={onScroll}
      >
        <div
          class="canvas"
          style={{
            height: `${virtualizer.getTotalSize()}px`,
            minWidth: state.wrap ? '0' : `${columns}ch`,
          }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const line = model.visible.at(item.index);
            return (
              line !== undefined && (
                <div
                  key={item.key}
                  class="row"
                  data-index={item.index}
                  data-stream={line.stream}
                  data-level={line.level}
                  aria-current={line.key === current ? 'true' : undefined}
                  ref={state.wrap ? virtualizer.measureElement : null}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <LogRow
                    line={line}
                    process={processes.get(line.process)}
                    times={state.times}
                    filter={model.filter()}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
      {older !== undefined && (count === 0 || (atTop && !state.follow)) && (
        <OlderLines strings={strings} older={older} readOlder={readOlder} />
      )}
      {!state.follow && count > 0 && (
        <button
          type="button"
          class="latest"
          onClick={() => {
            setFollow(true);
          }}
        >
          <Icon name="latest" />
          {strings.latest}
        </button>
      )}
    </div>
  );
}

interface OlderLinesProps {
  readonly strings: LogPanelStrings;
  readonly older: OlderState;
  readonly readOlder: () => void;
}

/** Above the first line: what is known of lines before it. */
function OlderLines({ strings, older, readOlder }: OlderLinesProps): JSX.Element {
  if (older === 'some')
    return (
      <button type="button" class="older" onClick={readOlder}>
        {strings.older}
      </button>
    );
  const said = {
    reading: strings.readingOlder,
    none: strings.noOlder,
    full: strings.noMoreOlder.replace('{0}', mostLines.toLocaleString()),
  };
  return (
    <div class="older" role="status">
      {said[older]}
    </div>
  );
}

function rowHeightOf(element: HTMLElement | null): number {
  const height = element === null ? NaN : Number.parseFloat(getComputedStyle(element).lineHeight);
  return Number.isFinite(height) ? height : 18;
}
