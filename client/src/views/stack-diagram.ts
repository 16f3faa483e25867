import { l10n, languages, type Uri, type WebviewPanel } from 'vscode';
import type {
  DiagramProcess,
  DiagramStrings,
  FromDiagram,
  ToDiagram,
} from '../../webview/diagram-protocol.ts';
import { noRates, type Rates } from '../stack/figures/rates.ts';
import type { Lifetime } from './lifetime.ts';
import { openPlace } from './open-place.ts';
import type { StackController } from './stack-controller.ts';
import { createStackPanels, type StackPanels } from './stack-panels.ts';
import type { StackServer } from './stack-server.ts';
import { shownState } from '../stack/status.ts';
import { lightOf } from './lights.ts';
import { stateWord } from './step-look.ts';
import type { TrafficFeed } from './traffic-feed.ts';
import { createWatch } from './watch-while-visible.ts';

/** One drawing for all that changes at once. */
const settleMs = 150;

/** *Show Stack Diagram*: drawn anew after each edit, live while the stack runs. */
export function createStackDiagrams(
  controller: StackController,
  server: StackServer,
  feed: TrafficFeed,
  extensionUri: Uri,
): StackPanels {
  const fill = (panel: WebviewPanel, stack: string): Lifetime => {
    const post = (message: ToDiagram) => void panel.webview.postMessage(message);
    let timer: NodeJS.Timeout | undefined;
    let rates: Rates = noRates;
    let gone = false;
    const draw = async () => {
      const diagram = (await server.diagram({ stack })) ?? undefined;
      if (!gone) post({ kind: 'diagram', diagram, strings: strings() });
    };
    const drawSoon = () => {
      clearTimeout(timer);
      // A server that has gone answers nothing; the next change asks again.
      timer = setTimeout(() => void draw().catch(() => undefined), settleMs);
    };
    const tellProcesses = () => {
      post({ kind: 'processes', processes: processesOf(controller, stack, rates) });
    };
    const watch = createWatch(panel, () =>
      feed.watch(stack, (_traffic, now) => {
        rates = now;
        tellProcesses();
      }),
    );
    const subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromDiagram) => {
        if (message.kind === 'open') void openPlace(message.place, { beside: true });
        else {
          drawSoon();
          tellProcesses();
        }
      }),
      watch,
      server.onStacksChanged(drawSoon),
      languages.onDidChangeDiagnostics(drawSoon),
      controller.onDidChange(() => {
        if (controller.stateOf(stack).run !== 'up') rates = noRates;
        tellProcesses();
      }),
    ];
    return {
      dispose: () => {
        gone = true;
        clearTimeout(timer);
        for (const subscription of subscriptions) subscription.dispose();
      },
    };
  };
  return createStackPanels({
    viewType: 'uwsgiStack.diagram',
    page: 'stack-diagram',
    title: (stack) => l10n.t('Stack {0}', stack),
    extensionUri,
    fill,
  });
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
      ...{ file: step.source.path, title: step.title, state: lightOf(status) },
      ...{
        stateText: stateWord(shownState(status)),
        rate: figures?.perSecond,
        requests: figures?.requests,
      },
    };
  });
}

function strings(): DiagramStrings {
  return {
    empty: l10n.t('There is no such stack in this folder any more.'),
    label: l10n.t('Diagram of the stack {0}'),
    help: l10n.t('The arrow keys follow the wires, Enter opens the line, plus and minus zoom.'),
    zoom: l10n.t('Zoom'),
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
