import { l10n } from 'vscode';
import type { LaunchStep } from '../../../shared/launch-plan.ts';
import type { Lifetime } from './lifetime.ts';
import { isLive, type StackState, type StepState } from '../stack/state.ts';
import { reasonOf } from '../stack/status.ts';
import { duration } from './step-look.ts';
import type { StackController } from './stack-controller.ts';
import { createWorkerTerminal, type WorkerTerminal } from './worker-terminal.ts';

export interface WorkerTerminals extends Lifetime {
  /** Opens the terminal of a process anew where a person has closed it. False if there was never such a process. */
  show(stack: string, step: string, preserveFocus?: boolean): boolean;
  /** Where the program of a terminal runs; undefined for a terminal that is none of these. */
  folderOf(name: string): string | undefined;
  /** The processes of a stack that have a terminal, the ones that have ended included. */
  list(stack: string): readonly LaunchStep[];
}

/** Keeps one terminal per process in step with the stacks. */
export function createWorkerTerminals(controller: StackController): WorkerTerminals {
  const terminals = new Map<string, Seat>();

  const open = (stack: string, { step }: StepState): WorkerTerminal => {
    const several = controller.stacks.length > 1;
    const stackTitle = controller.stacks.find((each) => each.id === stack)?.title ?? stack;
    return createWorkerTerminal({
      step,
      title: several ? `${stackTitle}: ${step.title}` : step.title,
      backlog: () => controller.recentLines(stack, step.id),
      isLive: () => find(stack, step.id) !== undefined && isLiveIn(stack, step.id),
      interrupt: () => {
        void interrupt(stack, step.id);
      },
      restart: () => {
        void controller.restartStep(stack, step.id);
      },
    });
  };
  const find = (stack: string, step: string) =>
    controller.stateOf(stack).steps.find((each) => each.step.id === step);
  const isLiveIn = (stack: string, step: string): boolean => {
    const state = find(stack, step);
    return state !== undefined && isLive(state);
  };

  /** A worker goes alone while others are left. Without nginx or the router nothing works: then all go. */
  const interrupt = async (stack: string, step: string): Promise<void> => {
    if (!isLiveIn(stack, step)) return;
    const workers = controller
      .stateOf(stack)
      .steps.filter((each) => each.step.instance !== undefined);
    const isOneOfSeveral = workers.length > 1 && workers.some((each) => each.step.id === step);
    const seat = terminals.get(keyOf(stack, step));
    if (isOneOfSeveral) {
      seat?.terminal.note(l10n.t('stopping this worker'));
      await controller.removeWorker(stack, step);
    } else {
      seat?.terminal.note(l10n.t('stopping the stack, which can’t do without this process'));
      await controller.stop(stack);
    }
  };

  const follow = (stack: string, state: StepState): void => {
    const key = keyOf(stack, state.step.id);
    const live = isLive(state);
    let seat = terminals.get(key);
    if (seat === undefined) {
      if (!live && state.status.kind !== 'failed') return;
      seat = { stack, last: state, live: false, since: undefined, terminal: open(stack, state) };
      terminals.set(key, seat);
    }
    if (live) seat.since ??= controller.startedAt(stack, state.step.id);
    const ended = seat.live && !live;
    seat.last = state;
    seat.live = live;
    if (!ended) return;
    const after = seat.since === undefined ? undefined : duration(Date.now() - seat.since);
    seat.since = undefined;
    noteLater(seat, endText(state, after));
  };

  /** A new start: the terminals of workers that are not part of it go. */
  const forgetOld = (stack: string, state: StackState): void => {
    for (const [key, seat] of terminals) {
      if (seat.stack !== stack || seat.live) continue;
      if (state.steps.some(({ step }) => step.id === seat.last.step.id)) continue;
      terminals.delete(key);
      seat.terminal.dispose();
    }
  };

  const subscriptions = [
    controller.onDidChange(() => {
      for (const { id } of controller.stacks) {
        const state = controller.stateOf(id);
        if (state.run === 'preparing') forgetOld(id, state);
        for (const step of state.steps) follow(id, step);
        // A worker that was removed is in the list no more.
        for (const seat of terminals.values()) {
          const isGone =
            seat.stack === id && seat.live && find(id, seat.last.step.id) === undefined;
          if (isGone) follow(id, { ...seat.last, status: { kind: 'idle' } });
        }
      }
    }),
    controller.onDidLog(({ stack, lines }) => {
      for (const step of new Set(lines.map((line) => line.stepId))) {
        const seat = terminals.get(keyOf(stack, step));
        if (seat?.terminal.isOpen === true) {
          seat.terminal.write(lines.filter((line) => line.stepId === step));
        }
      }
    }),
  ];

  return {
    show: (stack, step, preserveFocus = false) => {
      const key = keyOf(stack, step);
      const seat = terminals.get(key);
      if (seat === undefined) return false;
      if (!seat.terminal.isOpen) {
        seat.terminal.dispose();
        seat.terminal = open(stack, seat.last);
        if (!seat.live) seat.terminal.note(endText(seat.last, undefined));
      }
      seat.terminal.show(preserveFocus);
      return true;
    },
    folderOf: (name) =>
      [...terminals.values()].find(({ terminal }) => terminal.name === name)?.last.step.cwd,
    list: (stack) =>
      [...terminals.values()].filter((seat) => seat.stack === stack).map((seat) => seat.last.step),
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
      for (const seat of terminals.values()) seat.terminal.dispose();
      terminals.clear();
    },
  };
}

interface Seat {
  readonly stack: string;
  terminal: WorkerTerminal;
  last: StepState;
  live: boolean;
  since: number | undefined;
}

/** The state changes at once, lines come in batches: the last words of a process are to stand above the remark. */
function noteLater(seat: Seat, text: string): void {
  setTimeout(() => {
    if (seat.terminal.isOpen) seat.terminal.note(text);
  }, 80);
}

function endText({ status }: StepState, after: string | undefined): string {
  const again = l10n.t('press R to start it again');
  if (status.kind === 'exited') {
    const how = status.code === null ? (status.signal ?? '') : l10n.t('code {0}', status.code);
    const wait = duration(status.restartInMs);
    return after === undefined
      ? l10n.t('exited with {0}; starts again in {1}', how, wait)
      : l10n.t('exited with {0} after {1}; starts again in {2}', how, after, wait);
  }
  const reason = reasonOf(status);
  if (reason !== undefined) {
    return [reason.message, reason.remedy, again].filter((part) => part !== undefined).join('\n');
  }
  return after === undefined
    ? l10n.t('stopped; {0}', again)
    : l10n.t('stopped after {0}; {1}', after, again);
}

function keyOf(stack: string, step: string): string {
  return `${stack}/${step}`;
}
