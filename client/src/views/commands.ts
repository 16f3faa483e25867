import { commands, env, l10n, Uri, window, type Disposable } from 'vscode';
import type { StackOutline } from '../../../shared/messages.ts';
import { sendRequest } from './send-request.ts';
import type { StackPanels } from './stack-panels.ts';
import type { StackServer } from './stack-server.ts';
import type { LogPanel } from './log-panel.ts';
import { debugWorker } from './debug-worker.ts';
import { explainRequest } from './explain-request.ts';
import { checkTrust, showNoStack, showProblem } from './messages.ts';
import { newStack } from './new-stack.ts';
import { openPlace } from './open-place.ts';
import { problem } from './problem.ts';
import { showActions } from './show-actions.ts';
import { askForCount, chooseTemplate } from './choose-template.ts';
import type { ActionResult, StackController } from './stack-controller.ts';
import { isStackNode, placeOf } from './stack-nodes.ts';
import { targetStack, targetStep } from './targets.ts';
import { testNginx } from './test-nginx.ts';
import type { WorkerTerminals } from './worker-terminals.ts';
import { notify } from './notify.ts';

export interface CommandsOptions {
  readonly controller: StackController;
  readonly server: StackServer;
  readonly terminals: WorkerTerminals;
  readonly logPanel: LogPanel;
  readonly diagrams: StackPanels;
  readonly dashboards: StackPanels;
}

/**
 * Every command, by id. Each returns a promise that ends when the thing is done, not when it was begun; what fails is
 * told to the person and stands in the result, so that a caller gets both.
 */
export function registerCommands(options: CommandsOptions): Disposable[] {
  const { controller, server, terminals, logPanel, diagrams, dashboards } = options;

  /** Finds the stack, acts, and tells what went wrong. */
  const act =
    (
      among: (stack: StackOutline) => boolean,
      action: (
        stack: StackOutline,
        argument: unknown,
        second: unknown,
      ) => Promise<ActionResult | undefined>,
    ): Handler =>
    async (argument, second) => {
      if (!checkTrust()) return undefined;
      const stack = await targetStack(controller, argument, among);
      if (stack === undefined) {
        if (!controller.stacks.some(among)) showNoStack(controller.stacks.length > 0);
        return undefined;
      }
      const result = await action(stack, argument, second);
      if (result?.problem !== undefined) {
        showProblem(
          result.problem,
          () => void logPanel.show(stack.id, result.problem?.step),
          ({ port, instead }) =>
            void commands.executeCommand('uwsgiStack.startStack', stack.id, { [port]: instead }),
        );
      }
      return result;
    };
  const runs = (stack: StackOutline) => controller.stateOf(stack.id).run !== 'none';
  const any = () => true;

  /**
   * A start brings up the terminals, without taking the keyboard away from the editor. They stand where the log panel
   * stands: who looks at that one sees all of it there.
   */
  const start = (stack: StackOutline, _argument: unknown, second: unknown) => {
    const seen = controller.onDidChange(() => {
      if (logPanel.isVisible) return;
      const first = controller.stateOf(stack.id).steps[0];
      if (first !== undefined && terminals.show(stack.id, first.step.id, true)) seen.dispose();
    });
    return controller.start(stack.id, readMovedPorts(second)).finally(() => {
      seen.dispose();
    });
  };

  const addWorker = async (
    stack: StackOutline,
    argument: unknown,
  ): Promise<ActionResult | undefined> => {
    const template = await chooseTemplate(controller, stack, argument);
    return template === undefined || 'problem' in template
      ? template
      : await controller.addWorker(stack.id, template.id);
  };

  const scaleWorkers = async (
    stack: StackOutline,
    argument: unknown,
    second: unknown,
  ): Promise<ActionResult | undefined> => {
    const template = await chooseTemplate(controller, stack, argument);
    if (template === undefined || 'problem' in template) return template;
    const count =
      typeof second === 'number' ? second : await askForCount(controller, stack, template.id);
    return count === undefined
      ? undefined
      : await controller.scale(stack.id, template.id, Math.min(100, Math.max(0, count)));
  };

  const removeWorker = async (
    stack: StackOutline,
    argument: unknown,
    second: unknown,
  ): Promise<ActionResult> => {
    const { steps, phase } = controller.stateOf(stack.id);
    const workers = steps.filter(({ step }) => step.instance !== undefined);
    if (workers.length <= 1) {
      const last = problem(
        l10n.t('This is the only worker.'),
        l10n.t('Without it no page is answered; use Stop Stack to stop everything.'),
      );
      return { state: phase, url: undefined, problem: last };
    }
    const clicked =
      isStackNode(argument) && argument.kind === 'step' ? argument.step.step.id : undefined;
    return await controller.removeWorker(
      stack.id,
      clicked ?? (typeof second === 'string' ? second : undefined),
    );
  };

  const restartOne = (workersOnly: boolean) =>
    act(runs, async (stack, argument, second) => {
      const steps = controller.stateOf(stack.id).steps.map((each) => each.step);
      const among = steps.filter((each) => !workersOnly || each.instance !== undefined);
      const step = await targetStep(controller, stack, argument, second, among);
      return step === undefined ? undefined : await controller.restartStep(stack.id, step);
    });

  const showPanel =
    (panels: StackPanels): Handler =>
    async (argument) => {
      const stack = await targetStack(controller, argument);
      if (stack !== undefined) panels.show(stack);
      else if (controller.stacks.length === 0) showNoStack(false);
    };

  const handlers: Readonly<Record<string, Handler>> = {
    startStack: act(any, start),
    stopStack: act(runs, async (stack) => {
      await controller.stop(stack.id);
      return { state: controller.stateOf(stack.id).phase, url: undefined, problem: undefined };
    }),
    restartStack: act(any, (stack) => controller.restart(stack.id)),
    addWorker: act(runs, addWorker),
    removeWorker: act(runs, removeWorker),
    restartWorker: restartOne(true),
    restartProcess: restartOne(false),
    debugWorker: act(runs, async (stack, argument, second) => {
      const steps = controller.stateOf(stack.id).steps.map((each) => each.step);
      const among = steps.filter((each) => each.instance !== undefined);
      const step = await targetStep(controller, stack, argument, second, among);
      return step === undefined ? undefined : await debugWorker(controller, stack, step);
    }),
    restartWorkers: act(runs, (stack) => controller.restartWorkers(stack.id)),
    scaleWorkers: act(runs, scaleWorkers),
    openInBrowser: act(runs, async (stack) => {
      const { plan, phase } = controller.stateOf(stack.id);
      const url = plan?.pages[0]?.url ?? stack.url;
      if (url === undefined) {
        const none = problem(l10n.t('{0} has no page that a browser could open.', stack.title));
        return { state: phase, url, problem: none };
      }
      // On a remote machine this also forwards the port.
      await env.openExternal(Uri.parse(url));
      return { state: phase, url, problem: undefined };
    }),
    showLog: async (argument, second) => {
      const node = isStackNode(argument) && argument.kind === 'step' ? argument : undefined;
      if (node !== undefined) await logPanel.show(node.stack.id, node.step.step.id);
      else if (typeof argument === 'string' && typeof second === 'string')
        await logPanel.show(argument, second);
      else await logPanel.show();
    },
    openLogFile: async (argument, second) => {
      const stack = await targetStack(controller, argument);
      if (stack === undefined) return;
      const steps = controller.stateOf(stack.id).steps.map(({ step }) => step);
      const step = await targetStep(controller, stack, argument, second, steps);
      const file = step === undefined ? undefined : controller.logFileOf(stack.id, step);
      if (file === undefined) return;
      try {
        await window.showTextDocument(Uri.file(file), { preview: false });
      } catch {
        void notify.information(l10n.t('{0} has written no log file yet.', stack.title));
      }
    },
    showDiagram: showPanel(diagrams),
    showDashboard: showPanel(dashboards),
    sendRequest: async (argument, second) => {
      if (!checkTrust()) return undefined;
      const stack = await targetStack(controller, argument, runs);
      if (stack === undefined || !runs(stack)) {
        showNoStack(controller.stacks.length > 0);
        return undefined;
      }
      const showLog = (step: string) => void logPanel.show(stack.id, step);
      return await sendRequest({ controller, server, showLog }, stack, second);
    },
    showTerminal: async (argument, second) => {
      const stack = await targetStack(controller, argument);
      if (stack === undefined) return;
      const step = await targetStep(controller, stack, argument, second, terminals.list(stack.id));
      if (step !== undefined && terminals.show(stack.id, step)) return;
      void notify.information(
        l10n.t('{0} has not been started yet, so there is no terminal to show.', stack.title),
      );
    },
    openSource: async (argument) => {
      const place = isStackNode(argument) ? placeOf(argument) : undefined;
      if (place !== undefined) await openPlace(place);
    },
    showActions: async (argument) => {
      const stack = await targetStack(controller, argument);
      if (stack !== undefined) await showActions(controller, stack);
    },
    newStack: (argument) => newStack(argument),
    explainRequest: (argument) => explainRequest(server, argument),
    testNginx: async (argument) => (checkTrust() ? await testNginx(server, argument) : undefined),
    showServerOutput: () => {
      server.showOutput();
      return Promise.resolve();
    },
  };
  return Object.entries(handlers).map(([name, handler]) =>
    commands.registerCommand(`uwsgiStack.${name}`, handler),
  );
}

/** Of the button that offers a free port; a command may be executed with anything. */
function readMovedPorts(value: unknown): Readonly<Record<string, number>> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((pair): pair is [string, number] => Number.isInteger(pair[1])),
  );
}

type Handler = (argument?: unknown, second?: unknown) => Promise<unknown>;
