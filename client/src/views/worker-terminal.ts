import { EventEmitter, l10n, ThemeColor, window, type Terminal } from 'vscode';
import type { LaunchStep } from '../../../shared/launch-plan.ts';
import { withColoursOnly } from '../../../shared/terminal-text.ts';
import type { Lifetime } from './lifetime.ts';
import type { LogLine } from '../stack/logs.ts';
import { roleIcon, stepColour } from './step-look.ts';

/**
 * The terminal of one process. It is a view: it lives on when the process ends, is used again when the process is
 * started again, and the process lives on when a person closes it.
 */
export interface WorkerTerminal extends Lifetime {
  /** False once a person has closed it. */
  readonly isOpen: boolean;
  readonly name: string;
  show(preserveFocus: boolean): void;
  write(lines: readonly LogLine[]): void;
  /** A remark of ours, set apart from what the program writes. */
  note(text: string): void;
}

export interface WorkerTerminalOptions {
  readonly step: LaunchStep;
  readonly title: string;
  /** What the process has written so far. */
  readonly backlog: () => readonly LogLine[];
  readonly isLive: () => boolean;
  readonly interrupt: () => void;
  readonly restart: () => void;
}

export function createWorkerTerminal(options: WorkerTerminalOptions): WorkerTerminal {
  const { step, title } = options;
  const output = new EventEmitter<string>();
  let isOpen = true;
  // Before the terminal is opened its output would be lost; the backlog has those lines, and the notes wait here.
  let isReady = false;
  let shown = 0;
  let early: string[] = [];

  let waiting: LogLine[] = [];
  let leftOut = 0;
  let flushed = 0;
  let timer: NodeJS.Timeout | undefined;

  const print = (lines: readonly LogLine[]) => {
    const fresh = lines.filter((line) => line.sequence > shown);
    shown = fresh.at(-1)?.sequence ?? shown;
    if (fresh.length > 0) output.fire(fresh.map(terminalLine).join(''));
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (leftOut > 0) output.fire(dim(l10n.t('{0} lines left out here, not in the log', leftOut)));
    print(waiting);
    flushed = waiting.length + leftOut;
    waiting = [];
    leftOut = 0;
  };
  const printSoon = (lines: readonly LogLine[]) => {
    waiting.push(...lines);
    // Of a flood, what would have left the terminal again before anybody has seen it.
    if (waiting.length > maxBacklog * 1.2) {
      leftOut += waiting.length - maxBacklog;
      waiting = waiting.slice(-maxBacklog);
    }
    timer ??= setTimeout(flush, flushed > maxBacklog / 10 ? floodMs : batchMs);
  };

  const terminal: Terminal = window.createTerminal({
    name: title,
    iconPath: roleIcon(step),
    color: new ThemeColor(`terminal.${stepColour(step)}`),
    isTransient: true,
    pty: {
      onDidWrite: output.event,
      open: () => {
        isReady = true;
        print(options.backlog().slice(-maxBacklog));
        output.fire(early.join(''));
        early = [];
      },
      close: () => {
        isOpen = false;
      },
      handleInput: (data: string) => {
        if (data === '\u0003') options.interrupt();
        else if (data.toLowerCase() === 'r' && !options.isLive()) options.restart();
      },
    },
  });

  return {
    name: title,
    get isOpen() {
      return isOpen;
    },
    show: (preserveFocus) => {
      terminal.show(preserveFocus);
    },
    write: (lines) => {
      if (isReady) printSoon(lines);
    },
    note: (text) => {
      const line = dim(text);
      flush();
      if (isReady) output.fire(line);
      else early.push(line);
    },
    dispose: () => {
      clearTimeout(timer);
      terminal.dispose();
      output.dispose();
    },
  };
}

/** A terminal that is drawn 25 times a second looks alive. */
const batchMs = 40;
/** While lines flood in, most of them would leave the terminal unseen. */
const floodMs = 300;

/** Replayed when a terminal is opened; the panel and the log files have more. */
const maxBacklog = 1000;

function terminalLine(line: LogLine): string {
  return line.stream === 'stack' ? dim(line.text) : `${withColoursOnly(line.text)}\r\n`;
}

function dim(text: string): string {
  return `\u001b[2m[${withColoursOnly(text).replaceAll('\n', '\r\n ')}]\u001b[0m\r\n`;
}
