import './log-panel.css';
import { render, type JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { withoutSequences } from '../../shared/terminal-text.ts';
import { LineList, type OlderState } from './line-list.tsx';
import { createLogModel } from './log-model.ts';
import { clock } from './log-row.tsx';
import type { LogPanelStrings, LogProcess, ToPanel } from './protocol.ts';
import { unpackLines } from '../../shared/panel-lines.ts';
import { allProcesses, hiddenIds, onlyProcess } from './process-choice.ts';
import { RequestTable } from './request-table.tsx';
import { Toolbar } from './toolbar.tsx';
import { loadState, post, saveState, type PanelState } from './vscode-api.ts';

/** The page of the log view: lines come by message, everything that is chosen here stays here. */
export function LogPanel(): JSX.Element | null {
  const model = useMemo(() => createLogModel(20_000), []);
  const [state, setState] = useState(loadState);
  const [strings, setStrings] = useState<LogPanelStrings>();
  const [processes, setProcesses] = useState<readonly LogProcess[]>([]);
  // The model changes in place; this counts its changes, and the lines that it dropped.
  const [counts, setCounts] = useState({ version: 0, dropped: 0 });
  const [older, setOlder] = useState<OlderState>('some');
  /** The line that a jump has led to, by its key. */
  const [current, setCurrent] = useState<number>();
  const filterInput = useRef<HTMLInputElement>(null);
  const known = useRef<readonly LogProcess[]>([]);
  const following = useRef(true);

  const changed = (dropped = 0) => {
    setCounts((old) => ({ version: old.version + 1, dropped: old.dropped + dropped }));
  };
  const change = (update: Partial<PanelState>) => {
    setState((old) => ({ ...old, ...update }));
  };
  const showOnly = (id: string | undefined) => {
    change({
      ...(id === undefined ? allProcesses : onlyProcess(known.current, id)),
      text: '',
      level: 'all',
      view: 'lines',
      follow: true,
    });
  };
  const know = (list: readonly LogProcess[]) => {
    known.current = list;
    setProcesses(list);
  };
  const receive = (message: ToPanel) => {
    switch (message.kind) {
      case 'setup':
        setOlder('some');
        model.resize(message.maxLines);
        setStrings(message.strings);
        know(message.processes);
        if (message.only !== undefined) showOnly(message.only);
        model.replace(unpackLines(message.lines));
        changed();
        break;
      case 'processes':
        know(message.processes);
        break;
      case 'lines':
        changed(model.append(unpackLines(message.lines)));
        break;
      case 'older':
        // Nobody is reading them any more.
        if (following.current) break;
        changed(-model.prepend(unpackLines(message.lines)));
        setOlder(!message.more ? 'none' : model.isFull() ? 'full' : 'some');
        break;
      case 'clear':
        setOlder('some');
        model.clear();
        changed();
        break;
      case 'only':
        showOnly(message.process);
        break;
    }
  };

  useEffect(() => {
    // Only the extension can post to this frame: a webview is alone in its origin.
    const listen = (event: MessageEvent<ToPanel>) => {
      receive(event.data);
    };
    window.addEventListener('message', listen);
    post({ kind: 'hello' });
    return () => {
      window.removeEventListener('message', listen);
    };
  }, []);

  useEffect(() => {
    saveState(state);
  }, [state]);

  following.current = state.follow;
  useEffect(() => {
    if (!state.follow) return;
    const dropped = model.leaveOlder();
    if (dropped > 0) changed(dropped);
    setOlder('some');
  }, [model, state.follow]);

  const { text, regex, level } = state;
  const hidden = [...hiddenIds(state, processes)].join('\n');
  useMemo(() => {
    model.choose({ text, regex, hidden: new Set(hidden.split('\n')), level });
    setCurrent(undefined);
  }, [model, text, regex, hidden, level]);

  const byId = useMemo(
    () => new Map(processes.map((process) => [process.id, process])),
    [processes],
  );
  if (strings === undefined) return null;

  const visibleText = () => {
    const lines = model.visible.toArray().map((line) => {
      const title = byId.get(line.process)?.title ?? line.process;
      return `${state.times ? `${clock(line.time)} ` : ''}${title}: ${withoutSequences(line.text)}`;
    });
    return lines.join('\n');
  };
  const copy = () => {
    post({ kind: 'copy', text: visibleText() });
  };
  const exportLines = () => {
    post({ kind: 'export', text: visibleText() });
  };
  const jump = (step: 1 | -1) => {
    const at =
      current === undefined ? -1 : model.visible.toArray().findIndex(({ key }) => key === current);
    // From nowhere forward is from the start, and back from the end.
    const from = at >= 0 ? at + step : step === 1 ? 0 : model.visible.length - 1;
    const found = model.findError(from, step);
    if (found === undefined) return;
    change({ follow: false, view: 'lines' });
    setCurrent(model.visible.at(found)?.key);
  };
  const clear = () => {
    post({ kind: 'clear' });
  };
  return (
    <main
      class="panel"
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key === 'f') {
          event.preventDefault();
          filterInput.current?.select();
        }
        if (event.key === 'F8') {
          event.preventDefault();
          jump(event.shiftKey ? -1 : 1);
        }
      }}
    >
      <Toolbar
        strings={strings}
        processes={processes}
        state={state}
        problem={model.filter().problem}
        visible={model.visible.length}
        total={model.total()}
        filterInput={filterInput}
        change={change}
        copy={copy}
        export={exportLines}
        jump={jump}
        clear={clear}
      />
      {state.view === 'lines' && model.visible.length === 0 && (
        <EmptyText
          strings={strings}
          filtered={model.total() > 0}
          showAll={() => {
            change({ ...allProcesses, text: '', level: 'all' });
          }}
        />
      )}
      {state.view === 'requests' && (
        <RequestTable model={model} version={counts.version} processes={byId} strings={strings} />
      )}
      {state.view === 'lines' && (
        <LineList
          model={model}
          dropped={counts.dropped}
          processes={byId}
          strings={strings}
          state={state}
          current={current}
          older={processes.length === 0 ? undefined : older}
          readOlder={() => {
            if (older !== 'some') return;
            setOlder('reading');
            change({ follow: false });
            following.current = false;
            post({ kind: 'older', before: model.oldest(), count: olderAtOnce });
          }}
          setFollow={(follow) => {
            change({ follow });
          }}
        />
      )}
    </main>
  );
}

/** One piece of older lines. */
const olderAtOnce = 10_000;

interface EmptyTextProps {
  readonly strings: LogPanelStrings;
  readonly filtered: boolean;
  readonly showAll: () => void;
}

function EmptyText({ strings, filtered, showAll }: EmptyTextProps): JSX.Element {
  return (
    <div class="empty">
      <p>{filtered ? strings.noMatch : strings.empty}</p>
      {filtered ? (
        <button type="button" class="link" onClick={showAll}>
          {strings.showAll}
        </button>
      ) : (
        <p class="hint">{strings.emptyHint}</p>
      )}
    </div>
  );
}

const root = document.getElementById('root');
if (root !== null) render(<LogPanel />, root);
