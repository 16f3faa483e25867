import {
  EventEmitter,
  l10n,
  MarkdownString,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
  type TreeDataProvider,
} from 'vscode';
import type { Lifetime } from './lifetime.ts';
import type { FailureReason } from '../stack/failures.ts';
import type { Rates } from '../stack/figures/rates.ts';
import type { Traffic, WorkerTraffic } from '../stack/traffic.ts';
import { stepFigures, workerFacts } from './step-figures.ts';
import type { TrafficFeed } from './traffic-feed.ts';
import type { StackController } from './stack-controller.ts';
import { childrenOf, partOf, placeOf, type StackNode } from './stack-nodes.ts';
import { duration, pidOf, stateIcon, stateWord } from './step-look.ts';
import { addressText } from '../stack/readiness.ts';
import { reasonOf, shownState } from '../stack/status.ts';

/** The view *Stacks*: what the files describe, and what of it runs. */
export function createStackTree(controller: StackController, feed: TrafficFeed): Lifetime {
  const changed = new EventEmitter<StackNode | undefined>();
  const live = new Map<string, string>();
  const workers = new Map<string, WorkerTraffic>();
  const drawn = new Map<string, StackNode>();
  const provider: TreeDataProvider<StackNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => childrenOf(controller, node),
    getTreeItem: (node) => {
      const item = treeItem(controller, node);
      if (item.id === undefined) return item;
      drawn.set(item.id, node);
      return withFigures(item, live.get(item.id));
    },
    // Only when a person points at it: it holds the uptime of that moment.
    resolveTreeItem: (item, node) => {
      const worker = item.id === undefined ? undefined : workers.get(item.id);
      item.tooltip = tooltip(controller, node, worker);
      return item;
    },
  };
  const view = window.createTreeView('uwsgiStack.stacks', {
    treeDataProvider: provider,
    showCollapseAll: false,
  });
  /** A row is drawn anew only when it reads differently. */
  const tell = (stack: string, traffic: Traffic, rates: Rates) => {
    for (const worker of traffic.workers) workers.set(stepId(stack, worker.step), worker);
    for (const [step, text] of stepFigures(traffic, rates)) {
      const id = stepId(stack, step);
      const node = drawn.get(id);
      if (live.get(id) === text) continue;
      live.set(id, text);
      if (node !== undefined) changed.fire(node);
    }
  };
  const watches = new Map<string, Lifetime>();
  const watch = () => {
    const wanted = view.visible
      ? controller.stacks.filter(({ id }) => controller.stateOf(id).run === 'up')
      : [];
    for (const [stack, watching] of watches) {
      if (wanted.some(({ id }) => id === stack)) continue;
      watching.dispose();
      watches.delete(stack);
      for (const known of [live, workers])
        for (const id of known.keys()) if (id.startsWith(`${stack}/`)) known.delete(id);
    }
    for (const { id } of wanted)
      if (!watches.has(id))
        watches.set(
          id,
          feed.watch(id, (traffic, rates) => {
            tell(id, traffic, rates);
          }),
        );
  };
  const visibility = view.onDidChangeVisibility(watch);
  const subscription = controller.onDidChange(() => {
    watch();
    drawn.clear();
    changed.fire(undefined);
    view.badge = badge(controller);
    view.message = message(controller);
  });
  return {
    dispose: () => {
      subscription.dispose();
      visibility.dispose();
      for (const watching of watches.values()) watching.dispose();
      view.dispose();
      changed.dispose();
    },
  };
}

/** Behind the address, and read out with the name. */
function withFigures(item: TreeItem, figures: string | undefined): TreeItem {
  if (figures === undefined) return item;
  const { description, accessibilityInformation: spoken } = item;
  item.description = words([typeof description === 'string' ? description : undefined, figures]);
  if (spoken !== undefined)
    item.accessibilityInformation = { ...spoken, label: `${spoken.label}, ${figures}` };
  return item;
}

/** Takes a line of its own, so it is kept for what changes the meaning of all others. */
function message(controller: StackController): string {
  return workspace.isTrusted || controller.stacks.length === 0
    ? ''
    : l10n.t('Restricted Mode: the files are checked, nothing is started.');
}

function badge(controller: StackController) {
  const running = controller.stacks.filter(
    (stack) => controller.stateOf(stack.id).run !== 'none',
  ).length;
  return running === 0
    ? undefined
    : {
        value: running,
        tooltip: running === 1 ? l10n.t('1 stack runs') : l10n.t('{0} stacks run', running),
      };
}

function stepId(stack: string, step: string): string {
  return `${stack}/${step}`;
}

function treeItem(controller: StackController, node: StackNode): TreeItem {
  const item = bareItem(controller, node);
  if (placeOf(node) !== undefined) {
    item.command = {
      command: 'uwsgiStack.openSource',
      title: l10n.t('Open Configuration'),
      arguments: [node],
    };
  }
  return item;
}

function bareItem(controller: StackController, node: StackNode): TreeItem {
  switch (node.kind) {
    case 'stack': {
      const { phase } = controller.stateOf(node.stack.id);
      const item = new TreeItem(node.stack.title, TreeItemCollapsibleState.Expanded);
      item.id = node.stack.id;
      item.iconPath = stateIcon(phase);
      // The icon says that it is ready; the narrow line has room for one more thing.
      item.description = phase === 'ready' ? pageOf(controller, node) : stateWord(phase);
      item.contextValue = `stack.${phase}`;
      item.accessibilityInformation = { label: `${node.stack.title}, ${stateWord(phase)}` };
      return item;
    }
    case 'step': {
      const { step, status } = node.step;
      const item = new TreeItem(step.title);
      item.id = stepId(node.stack.id, step.id);
      const shown = shownState(status);
      item.iconPath = stateIcon(shown);
      item.description = words([addressOf(node), shown === 'ready' ? undefined : stateWord(shown)]);
      item.contextValue = `step.${step.roles.at(-1) ?? 'worker'}.${status.kind}`;
      item.accessibilityInformation = { label: `${step.title}, ${stateWord(shown)}` };
      return item;
    }
    case 'part': {
      const { part } = node;
      const item = new TreeItem(part.title);
      item.id = `${node.stack.id}#${node.index}`;
      item.iconPath = stateIcon('idle');
      item.description = words([part.address, part.names.join(', ')]);
      item.contextValue = `node.${part.roles[0] ?? 'worker'}`;
      return item;
    }
  }
}

function urlOf(controller: StackController, node: StackNode): string | undefined {
  return controller.stateOf(node.stack.id).plan?.pages[0]?.url ?? node.stack.url;
}

function pageOf(controller: StackController, node: StackNode): string {
  const url = urlOf(controller, node) ?? stateWord('ready');
  return url.replace(/^http:\/\//, '').replace(/\/$/, '');
}

function addressOf(node: StackNode & { kind: 'step' }): string | undefined {
  const { status } = node.step;
  if (status.kind === 'ready' && status.address !== undefined) return status.address;
  const claim = node.step.step.claims[0];
  return claim === undefined
    ? partOf(node.stack, node.step.step)?.address
    : addressText(claim.address);
}

function tooltip(
  controller: StackController,
  node: StackNode,
  worker: WorkerTraffic | undefined,
): MarkdownString {
  const text = new MarkdownString(undefined, true);
  switch (node.kind) {
    case 'stack': {
      const state = controller.stateOf(node.stack.id);
      heading(text, node.stack.title, stateWord(state.phase));
      fact(text, l10n.t('Folder'), workspace.asRelativePath(node.stack.root));
      fact(text, l10n.t('Page'), urlOf(controller, node));
      for (const note of state.plan?.notes ?? []) fact(text, l10n.t('Note'), note);
      reason(text, state.failure);
      break;
    }
    case 'step': {
      const { step, status } = node.step;
      const pid = pidOf(status);
      const started = controller.startedAt(node.stack.id, step.id);
      heading(text, step.title, stateWord(shownState(status)));
      fact(text, l10n.t('Configuration'), sourceText(step.source));
      fact(text, l10n.t('Address'), addressOf(node));
      fact(text, l10n.t('Process'), pid === undefined ? undefined : `pid ${pid}`);
      if (pid !== undefined && started !== undefined) {
        fact(text, l10n.t('Running for'), duration(Date.now() - started));
      }
      for (const [name, value] of worker === undefined ? [] : workerFacts(worker))
        fact(text, name, value);
      reason(text, reasonOf(status));
      text.appendCodeblock(step.argv.join(' '), 'sh');
      break;
    }
    case 'part':
      heading(text, node.part.title, stateWord('idle'));
      fact(text, l10n.t('Configuration'), sourceText(node.part));
      fact(text, l10n.t('Address'), node.part.address);
      fact(text, l10n.t('Names'), node.part.names.join(', ') || undefined);
      break;
  }
  return text;
}

function heading(text: MarkdownString, title: string, state: string): void {
  text.appendMarkdown('**').appendText(title).appendMarkdown('** — ').appendText(state);
  text.appendMarkdown('\n\n');
}

function fact(text: MarkdownString, name: string, value: string | undefined): void {
  if (value === undefined) return;
  text.appendText(`${name}: ${value}`).appendMarkdown('  \n');
}

function reason(text: MarkdownString, why: FailureReason | undefined): void {
  if (why === undefined) return;
  text.appendMarkdown('\n\n$(error) ').appendText(why.message).appendMarkdown('\n\n');
  if (why.remedy !== undefined) text.appendMarkdown('$(lightbulb) ').appendText(why.remedy);
  text.appendMarkdown('\n\n');
}

function sourceText({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${workspace.asRelativePath(path)}:${line + 1}`;
}

function words(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
