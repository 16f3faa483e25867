import {
  commands,
  env,
  l10n,
  Uri,
  window,
  workspace,
  type Memento,
  type WebviewView,
} from 'vscode';
import { charactersOf, maxLogCharacters, newestLines } from '../../../shared/newest-lines.ts';
import { createLevelReader, type LevelReader } from '../../../shared/line-levels.ts';
import { settingPrefix, settingTable } from '../../../shared/settings.ts';
import type { FromPanel, LogPanelStrings, LogProcess, ToPanel } from '../../webview/protocol.ts';
import { packLines, type LogLine, type OldestLines } from '../../../shared/panel-lines.ts';
import type { Lifetime } from './lifetime.ts';
import { readOlderLines } from '../stack/log-history.ts';
import type { LogLine as StackLine } from '../stack/logs.ts';
import { webviewPage } from './webview-page.ts';
import { notify } from './notify.ts';
import { openPlace } from './open-place.ts';
import type { StackController } from './stack-controller.ts';
import { stepColour, trafficOrder } from './step-look.ts';

export interface LogPanel extends Lifetime {
  /** Whether a person sees it. */
  readonly isVisible: boolean;
  /** Brings the panel up; with a process it shows that one alone. */
  show(stack?: string, step?: string): Promise<void>;
}

/**
 * The merged log of all processes. Lines are kept here: the page is thrown away whenever it is out of sight. Those of former
 * windows stand in the log files: `memory` knows whose files these are.
 */
export function createLogPanel(
  controller: StackController,
  extensionUri: Uri,
  memory: Memento,
): LogPanel {
  let lines: LogLine[] = [];
  let characters = 0;
  const processes = new Map(
    memory.get<readonly LogProcess[]>(rememberedProcesses, []).map((each) => [each.id, each]),
  );
  /** Those that this window has seen: of the others, things may have changed. */
  const seen = new Set<string>();
  const readerOf = createLevelReaders();
  let view: WebviewView | undefined;
  let pageIsUp = false;
  let only: string | undefined;
  let waiting: LogLine[] = [];
  let timer: NodeJS.Timeout | undefined;
  let lastKey = 0;

  const post = (message: ToPanel) => {
    // To a hidden view nothing is sent; its page asks for everything when it is back.
    if (pageIsUp && view?.visible === true) void view.webview.postMessage(message);
  };
  const cut = () => {
    lines = newestLines(lines, maxLines());
    characters = charactersOf(lines);
  };
  const flush = () => {
    timer = undefined;
    post({ kind: 'lines', lines: packLines(waiting) });
    waiting = [];
  };
  const add = (stack: string, fresh: readonly StackLine[]) => {
    const sources = new Map<string, { process: string; reader: LevelReader }>();
    const converted = fresh.map(({ stepId, time, text, stream: from }): LogLine => {
      lastKey += 1;
      const stream = from === 'stack' ? 'note' : from;
      let source = sources.get(stepId);
      if (source === undefined) {
        const process = `${stack}/${stepId}`;
        sources.set(stepId, (source = { process, reader: readerOf(process) }));
      }
      const level = stream === 'note' ? undefined : source.reader.next(text);
      return { key: lastKey, process: source.process, time, text, stream, level };
    });
    for (const line of converted) lines.push(line);
    characters += charactersOf(converted);
    // Cut in larger pieces: each cut moves all that is kept.
    if (lines.length > maxLines() * 1.2 || characters > maxLogCharacters * 1.2) cut();
    if (!pageIsUp || view?.visible !== true) return;
    waiting.push(...converted);
    timer ??= setTimeout(flush, batchMs);
  };

  const tellProcesses = () => {
    const list = inOrder(processes);
    post({ kind: 'processes', processes: list });
    void memory.update(rememberedProcesses, list);
  };
  const learn = () => {
    const before = seen.size;
    const several = controller.stacks.length > 1;
    for (const { id, title } of controller.stacks) {
      const { steps } = controller.stateOf(id);
      const isFirstStart = steps.length > 0 && ![...seen].some((each) => partsOf(each)[0] === id);
      // What another window had, and this stack has no more.
      if (isFirstStart)
        for (const each of [...processes.keys()])
          if (partsOf(each)[0] === id) processes.delete(each);
      for (const { step } of steps) {
        const process = `${id}/${step.id}`;
        if (seen.has(process)) continue;
        seen.add(process);
        processes.set(process, {
          id: process,
          title: several ? `${title}: ${step.title}` : step.title,
          role: step.roles[0] ?? 'worker',
          folder: step.cwd,
          colour: stepColour(step),
          requestFormats: step.requestFormats,
        });
      }
    }
    if (seen.size !== before) tellProcesses();
  };

  const setup = () => {
    pageIsUp = true;
    waiting = [];
    post({
      kind: 'setup',
      maxLines: maxLines(),
      strings: panelStrings(),
      processes: inOrder(processes),
      lines: packLines(lines.slice(-maxLines())),
      only,
    });
    only = undefined;
  };

  const clear = () => {
    lines = [];
    characters = 0;
    waiting = [];
    const alive = controller.stacks.flatMap(({ id }) =>
      controller.stateOf(id).steps.map(({ step }) => `${id}/${step.id}`),
    );
    for (const id of processes.keys()) {
      if (alive.includes(id)) continue;
      processes.delete(id);
      seen.delete(id);
    }
    post({ kind: 'clear' });
    tellProcesses();
  };

  const sendOlder = async (before: OldestLines | undefined, count: number) => {
    const files = new Map(
      [...processes.keys()].map((process) => [process, controller.logFileOf(...partsOf(process))]),
    );
    const { lines: older, more } = await readOlderLines(files, before, count);
    const readerOf = createLevelReaders();
    const converted = older.map(({ process, time, text }, at): LogLine => {
      const level = readerOf(process).next(text);
      return { key: at, process, time, text, stream: 'stdout', level };
    });
    post({ kind: 'older', lines: packLines(converted), more });
  };

  const receive = (message: FromPanel) => {
    switch (message.kind) {
      case 'hello':
        setup();
        break;
      case 'clear':
        clear();
        break;
      case 'older':
        sendOlder(message.before, message.count).catch(() => {
          // Asked for again, they may well come.
          post({ kind: 'older', lines: packLines([]), more: true });
        });
        break;
      case 'copy':
        void env.clipboard.writeText(message.text);
        break;
      case 'export':
        void exportText(message.text);
        break;
      case 'open':
        void openPlace(message);
        break;
    }
  };

  const root = Uri.joinPath(extensionUri, 'dist', 'webview');
  const subscriptions = [
    window.registerWebviewViewProvider('uwsgiStack.log', {
      resolveWebviewView: (resolved) => {
        view = resolved;
        pageIsUp = false;
        resolved.webview.options = { enableScripts: true, localResourceRoots: [root] };
        resolved.webview.onDidReceiveMessage(receive);
        resolved.onDidChangeVisibility(() => {
          if (!resolved.visible) pageIsUp = false;
        });
        resolved.onDidDispose(() => {
          view = undefined;
          pageIsUp = false;
        });
        resolved.webview.html = webviewPage(resolved.webview, root, 'log-panel');
      },
    }),
    controller.onDidChange(learn),
    controller.onDidLog(({ stack, lines: fresh }) => {
      add(stack, fresh);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settingPrefix}.logs.maxLines`)) {
        cut();
        if (pageIsUp) setup();
      }
    }),
  ];

  return {
    get isVisible() {
      return view?.visible === true;
    },
    show: async (stack, step) => {
      const process = stack !== undefined && step !== undefined ? `${stack}/${step}` : undefined;
      if (pageIsUp && view !== undefined) {
        view.show();
        if (process !== undefined) post({ kind: 'only', process });
        return;
      }
      only = process;
      await commands.executeCommand('uwsgiStack.log.focus');
    },
    dispose: () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

async function exportText(text: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    filters: { [l10n.t('Log')]: ['log', 'txt'] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, 'stack.log') }),
  });
  if (target === undefined) return;
  try {
    await workspace.fs.writeFile(target, Buffer.from(`${text}\n`));
  } catch (error) {
    void notify.error(l10n.t('The log can’t be written: {0}', (error as Error).message));
  }
}

const rememberedProcesses = 'log.processes';

/** Stack and step that the id of a process is made of. */
function partsOf(process: string): readonly [stack: string, step: string] {
  const slash = process.indexOf('/');
  return [process.slice(0, slash), process.slice(slash + 1)];
}

/** One for each process: a traceback is of one alone. */
function createLevelReaders(): (process: string) => LevelReader {
  const readers = new Map<string, LevelReader>();
  return (process) => {
    const reader = readers.get(process) ?? createLevelReader();
    readers.set(process, reader);
    return reader;
  };
}

/** Stack by stack in the tree's order: a worker that came later stands among the workers. */
function inOrder(processes: ReadonlyMap<string, LogProcess>): readonly LogProcess[] {
  const list = [...processes.values()];
  const stackOf = ({ id }: LogProcess) => partsOf(id)[0];
  const stacks = [...new Set(list.map(stackOf))];
  return list.toSorted(
    (a, b) =>
      stacks.indexOf(stackOf(a)) - stacks.indexOf(stackOf(b)) ||
      trafficOrder.indexOf(a.role) - trafficOrder.indexOf(b.role),
  );
}

/** Many lines in one message: a page that is drawn 20 times a second looks alive. */
const batchMs = 50;

function maxLines(): number {
  const { minimum, maximum, default: usual } = settingTable['logs.maxLines'];
  const value = workspace.getConfiguration(settingPrefix).get<unknown>('logs.maxLines');
  return typeof value === 'number'
    ? Math.min(maximum, Math.max(minimum, Math.round(value)))
    : usual;
}

function panelStrings(): LogPanelStrings {
  return {
    filter: l10n.t('Filter'),
    regex: l10n.t('Use Regular Expression'),
    badRegex: l10n.t('Not a regular expression:'),
    follow: l10n.t('Follow New Lines'),
    wrap: l10n.t('Wrap Long Lines'),
    times: l10n.t('Show Times'),
    copy: l10n.t('Copy Visible Lines'),
    export: l10n.t('Export Visible Lines…'),
    level: l10n.t('Level'),
    levels: {
      all: l10n.t('All levels'),
      warning: l10n.t('Warnings and errors'),
      error: l10n.t('Errors'),
    },
    lines: l10n.t('Lines'),
    requests: l10n.t('Requests'),
    requestCount: l10n.t('{0} requests among the lines that are shown'),
    columns: {
      time: l10n.t('Time'),
      process: l10n.t('Process'),
      method: l10n.t('Method'),
      host: l10n.t('Host'),
      target: l10n.t('Path'),
      status: l10n.t('Status'),
      milliseconds: l10n.t('Took'),
      bytes: l10n.t('Bytes'),
      processNumber: l10n.t('No.'),
      pid: l10n.t('Pid'),
    },
    nextError: l10n.t('Next Error (F8)'),
    previousError: l10n.t('Previous Error (Shift+F8)'),
    clear: l10n.t('Clear'),
    latest: l10n.t('Jump to Latest'),
    processes: l10n.t('Processes'),
    roles: {
      nginx: l10n.t('All nginx'),
      router: l10n.t('All routers'),
      worker: l10n.t('All workers'),
    },
    chipHelp: l10n.t(
      'click to show or hide, double-click, Alt+click or Alt+Enter to show nothing else',
    ),
    showAll: l10n.t('Show All Lines'),
    log: l10n.t('Log'),
    lineCount: l10n.t('{0} lines'),
    filteredCount: l10n.t('{0} of {1} lines'),
    empty: l10n.t('Nothing logged yet.'),
    emptyHint: l10n.t(
      'Start the stack: what nginx, the router and the workers write appears here.',
    ),
    noMatch: l10n.t('No line passes the filter.'),
    older: l10n.t('Show Older Lines'),
    readingOlder: l10n.t('Reading older lines…'),
    noOlder: l10n.t('These are the oldest lines that the log files hold.'),
    noMoreOlder: l10n.t('{0} lines are as many as can be shown; the log files hold older ones.'),
  };
}
