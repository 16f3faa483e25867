import { commands, Disposable, l10n, type Uri, type WebviewPanel } from 'vscode';
import type {
  DashboardStrings,
  FromDashboard,
  ToDashboard,
} from '../../webview/dashboard-protocol.ts';
import { createFigures, type FiguresGatherer } from '../stack/figures/figures.ts';
import type { Rates } from '../stack/figures/rates.ts';
import type { Traffic } from '../stack/traffic.ts';
import type { Lifetime } from './lifetime.ts';
import type { StackController } from './stack-controller.ts';
import { createStackPanels, type StackPanels } from './stack-panels.ts';
import type { TrafficFeed } from './traffic-feed.ts';
import { createWatch } from './watch-while-visible.ts';

/** *Show Dashboard*: the figures of a running stack, second by second, while somebody looks. */
export function createDashboards(
  controller: StackController,
  feed: TrafficFeed,
  extensionUri: Uri,
): StackPanels {
  const fill = (panel: WebviewPanel, stack: string): Lifetime => {
    const post = (message: ToDashboard) => void panel.webview.postMessage(message);
    let gathering: FiguresGatherer | undefined;
    let busy = false;
    const runs = () => controller.stateOf(stack).run === 'up';

    const look = async (traffic: Traffic, rates: Rates): Promise<void> => {
      const { plan } = controller.stateOf(stack);
      // A log that takes longer than a second to be read is read to its end first.
      if (busy || plan === undefined) return;
      busy = true;
      try {
        gathering ??= createFigures(
          () => controller.stateOf(stack).plan ?? plan,
          (step, after) =>
            controller.recentLines(stack, step).filter(({ sequence }) => sequence > after),
          controller.requests(stack),
        );
        const figures = await gathering.look(traffic, rates);
        if (runs()) post({ kind: 'figures', figures });
      } finally {
        busy = false;
      }
    };
    const greet = () => {
      post({ kind: 'stack', stack, strings: strings() });
      if (!runs()) post({ kind: 'figures', figures: undefined });
    };
    const watch = createWatch(panel, () =>
      feed.watch(stack, (traffic, rates) => {
        // What can't be read now is read with the next look.
        look(traffic, rates).catch(() => undefined);
      }),
    );
    const subscriptions = [
      watch,
      controller.onDidChange(() => {
        if (runs()) return;
        // The next run counts anew.
        gathering = undefined;
        post({ kind: 'figures', figures: undefined });
      }),
      panel.webview.onDidReceiveMessage((message: FromDashboard) => {
        switch (message.kind) {
          case 'hello':
            // A page that was hidden begins anew.
            watch.pause(false);
            greet();
            break;
          case 'pause':
            watch.pause(message.paused);
            break;
          case 'sendRequest':
          case 'startStack':
            void commands.executeCommand(`uwsgiStack.${message.kind}`, stack);
            break;
          case 'showLog':
            void commands.executeCommand('uwsgiStack.showLog', stack, message.step);
        }
      }),
    ];
    return Disposable.from(...subscriptions);
  };
  return createStackPanels({
    viewType: 'uwsgiStack.dashboard',
    page: 'dashboard',
    title: (stack) => l10n.t('Dashboard {0}', stack),
    extensionUri,
    fill,
  });
}

function strings(): DashboardStrings {
  return {
    title: l10n.t('Figures of the running stack'),
    sourceNginx: l10n.t(
      'Requests and times are from nginx’s access log of this run ($request_time: from the first byte of a request to the last one of its answer).',
    ),
    sourceUwsgi: l10n.t(
      'nginx logs nothing here: times are from uWSGI’s request lines (“in N msecs”), without the way through nginx and the router.',
    ),
    sourceNone: l10n.t('Neither nginx nor uWSGI logs requests here, so no times are known.'),
    notRunning: l10n.t('The stack does not run.'),
    waiting: l10n.t('Waiting for the first figures…'),
    startStack: l10n.t('Start Stack'),
    sendRequest: l10n.t('Send Request…'),
    pause: l10n.t('Pause'),
    resume: l10n.t('Resume'),
    requests: l10n.t('Requests'),
    now: l10n.t('Now'),
    perSecond: l10n.t('{0}/s'),
    latency: l10n.t('Latency'),
    lastMinute: l10n.t('last minute'),
    clientErrors: l10n.t('Status 4xx'),
    serverErrors: l10n.t('Status 5xx'),
    busy: l10n.t('Busy processes'),
    rate: l10n.t('Requests per second'),
    distribution: l10n.t('Requests per second, by worker'),
    errors: l10n.t('of them with status 5xx'),
    secondsAgo: l10n.t('{0} s ago'),
    minutes: l10n.t('{0} min'),
    seconds: l10n.t('{0} s'),
    nothingKnown: l10n.t('nothing known'),
    chartHelp: l10n.t('The arrow keys move through the seconds.'),
    workers: l10n.t('Workers'),
    worker: l10n.t('Worker'),
    share: l10n.t('Share'),
    busyIdle: l10n.t('Busy / idle'),
    average: l10n.t('Average time'),
    memory: l10n.t('Memory'),
    restarts: l10n.t('Restarts'),
    harakiri: l10n.t('Harakiri'),
    exceptions: l10n.t('Exceptions'),
    showLog: l10n.t('Show the log of {0}'),
    nodes: l10n.t('Nodes of the router'),
    router: l10n.t('Router'),
    key: l10n.t('Key'),
    node: l10n.t('Node'),
    weight: l10n.t('Weight'),
    failures: l10n.t('Failures'),
    state: l10n.t('State'),
    alive: l10n.t('takes requests'),
    dead: l10n.t('given up'),
    noNodes: l10n.t('The router knows no worker.'),
    moreNodes: l10n.t('and {0} more'),
    millis: l10n.t('{0} ms'),
    megabytes: l10n.t('{0} MB'),
  };
}
