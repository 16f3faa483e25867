import { l10n, languages, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import type { LaunchPlan } from '../../../shared/launch-plan.ts';
import type { StackOutline } from '../../../shared/messages.ts';
import type {
  DiagramProcess,
  DiagramStrings,
  FromDiagram,
  ToDiagram,
} from '../../webview/diagram-protocol.ts';
import { createTrafficPoller, type Traffic } from '../stack/traffic.ts';
import type { StepStatus } from '../stack/state.ts';
import type { Lifetime } from './lifetime.ts';
import { openPlace } from './open-place.ts';
import type { StackController } from './stack-controller.ts';
import type { StackServer } from './stack-server.ts';
import { stateWord } from './step-look.ts';
import { webviewPage } from './webview-page.ts';

export interface StackDiagrams extends Lifetime {
  show(stack: StackOutline): void;
}

const viewType = 'uwsgiStack.diagram';
/** One drawing for all that changes at once. */
const settleMs = 150;

/** *Show Stack Diagram*: one panel per stack, drawn anew after each edit, live while the stack runs. */
export function createStackDiagrams(
  controller: StackController,
  server: StackServer,
  extensionUri: Uri,
): StackDiagrams {
  const root = Uri.joinPath(extensionUri, 'dist', 'webview');
  const panels = new Map<string, WebviewPanel>();

  const fill = (panel: WebviewPanel, stack: string): void => {
    panels.set(stack, panel);
    panel.webview.options = { enableScripts: true, localResourceRoots: [root] };
    const post = (message: ToDiagram) => void panel.webview.postMessage(message);
    let timer: NodeJS.Timeout | undefined;
    let traffic: Rates = noRates;
    const draw = async () => {
      const diagram = (await server.diagram({ stack })) ?? undefined;
      if (!panels.has(stack)) return;
      post({ kind: 'diagram', diagram, strings: strings() });
    };
    const drawSoon = () => {
      clearTimeout(timer);
      // A server that has gone answers nothing; the next change asks again.
      timer = setTimeout(() => void draw().catch(() => undefined), settleMs);
    };
    const tellProcesses = () => {
      post({ kind: 'processes', processes: processesOf(controller, stack, traffic) });
    };
    const poller = createTrafficPoller(
      () => runningPlan(controller, stack),
      (now) => {
        traffic = ratesOf(traffic, now);
        tellProcesses();
      },
    );
    const poll = () => {
      if (panel.visible && runningPlan(controller, stack) !== undefined) poller.start();
      else poller.stop();
    };
    const subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromDiagram) => {
        if (message.kind === 'open') void openPlace(message.place, { beside: true });
        else {
          drawSoon();
          tellProcesses();
          poll();
        }
      }),
      panel.onDidChangeViewState(poll),
      server.onStacksChanged(drawSoon),
      languages.onDidChangeDiagnostics(drawSoon),
      controller.onDidChange(() => {
        if (runningPlan(controller, stack) === undefined) traffic = noRates;
        tellProcesses();
        poll();
      }),
    ];
    panel.onDidDispose(() => {
      panels.delete(stack);
      clearTimeout(timer);
      poller.stop();
      for (const subscription of subscriptions) subscription.dispose();
    });
    panel.webview.html = webviewPage(panel.webview, root, 'stack-diagram');
  };

  const serializer = window.registerWebviewPanelSerializer(viewType, {
    // eslint-disable-next-line @typescript-eslint/require-await -- VS Code wants a promise
    deserializeWebviewPanel: async (panel, state: unknown) => {
      const stack = (state as { readonly stack?: unknown } | undefined)?.stack;
      if (typeof stack === 'string') fill(panel, stack);
      else panel.dispose();
    },
  });
  return {
    show: ({ id, title }) => {
      const known = panels.get(id);
      if (known !== undefined) {
        known.reveal();
        return;
      }
      const name = l10n.t('Stack {0}', title);
      fill(
        window.createWebviewPanel(viewType, name, ViewColumn.Beside, { enableScripts: true }),
        id,
      );
    },
    dispose: () => {
      serializer.dispose();
      for (const panel of [...panels.values()]) panel.dispose();
    },
  };
}

function runningPlan(controller: StackController, stack: string): LaunchPlan | undefined {
  const { run, plan } = controller.stateOf(stack);
  return run === 'up' ? plan : undefined;
}

/** Requests of each worker, and how many came in the last second. */
interface Rates {
  readonly at: number;
  readonly workers: ReadonlyMap<string, { readonly requests: number; readonly rate: number }>;
}

const noRates: Rates = { at: 0, workers: new Map() };

function ratesOf(before: Rates, now: Traffic): Rates {
  const seconds = (now.at - before.at) / 1000;
  return {
    at: now.at,
    workers: new Map(
      now.workers.map(({ step, requests }) => {
        const last = before.workers.get(step)?.requests;
        // A worker that was started again counts from 0.
        const rate = last === undefined || requests < last ? 0 : (requests - last) / seconds;
        return [step, { requests, rate }];
      }),
    ),
  };
}

function processesOf(
  controller: StackController,
  stack: string,
  { workers }: Rates,
): readonly DiagramProcess[] {
  const { steps, phase } = controller.stateOf(stack);
  if (phase === 'idle') return [];
  return steps.map(({ step, status }): DiagramProcess => {
    const figures = workers.get(step.id);
    return {
      ...{ file: step.source.path, title: step.title, state: lightOf(status.kind) },
      ...{ stateText: stateWord(status.kind), rate: figures?.rate, requests: figures?.requests },
    };
  });
}

function lightOf(kind: StepStatus['kind']): DiagramProcess['state'] {
  switch (kind) {
    case 'idle':
      return 'idle';
    case 'starting':
    case 'stopping':
      return 'busy';
    case 'ready':
      return 'good';
    case 'exited':
    case 'failed':
      return 'bad';
  }
}

function strings(): DiagramStrings {
  return {
    empty: l10n.t('There is no such stack in this folder any more.'),
    label: l10n.t('Diagram of the stack {0}'),
    help: l10n.t('The arrow keys follow the wires, Enter opens the line, plus and minus zoom.'),
    zoomIn: l10n.t('Zoom In'),
    zoomOut: l10n.t('Zoom Out'),
    fit: l10n.t('Fit to Width'),
    kinds: {
      server: l10n.t('server of nginx'),
      pass: l10n.t('location of nginx'),
      router: l10n.t('router'),
      worker: l10n.t('worker'),
      app: l10n.t('app'),
      nowhere: l10n.t('missing end'),
    },
    rate: l10n.t('{0}/s'),
    requests: l10n.t('{0} requests'),
    leadsTo: l10n.t('leads to {0}'),
  };
}
