import { l10n, MarkdownString, StatusBarAlignment, ThemeColor, window, workspace } from 'vscode';
import type { StackOutline } from '../../../shared/messages.ts';
import type { Lifetime } from './lifetime.ts';
import type { StackPhase, StackState } from '../stack/state.ts';
import type { StackController } from './stack-controller.ts';

/** One item at the bottom, only where there is a stack: start it, watch it start, or choose what to do with it. */
export function createStatusBar(controller: StackController): Lifetime {
  const item = window.createStatusBarItem('uwsgiStack.status', StatusBarAlignment.Left, 10);
  item.name = 'uWSGI Stack';
  const draw = () => {
    const stack = mostUrgent(controller);
    if (stack === undefined) {
      item.hide();
      return;
    }
    const state = controller.stateOf(stack.id);
    const idle = state.phase === 'idle';
    item.text = text(state);
    item.tooltip = tooltip(stack, state);
    item.backgroundColor =
      state.phase === 'failed' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    item.command =
      idle && controller.stacks.length === 1
        ? { command: 'uwsgiStack.startStack', title: l10n.t('Start Stack'), arguments: [stack.id] }
        : {
            command: 'uwsgiStack.showActions',
            title: l10n.t('Show Actions'),
            arguments: [stack.id],
          };
    item.accessibilityInformation = { label: `uWSGI Stack: ${state.phase}`, role: 'button' };
    item.show();
  };
  const subscription = controller.onDidChange(draw);
  draw();
  return {
    dispose: () => {
      subscription.dispose();
      item.dispose();
    },
  };
}

/** Of several stacks the one that wants to be looked at. */
export function mostUrgent(controller: StackController): StackOutline | undefined {
  return controller.stacks.toSorted(
    (a, b) =>
      urgency.indexOf(controller.stateOf(a.id).phase) -
      urgency.indexOf(controller.stateOf(b.id).phase),
  )[0];
}

const urgency: readonly StackPhase[] = [
  'failed',
  'degraded',
  'starting',
  'stopping',
  'ready',
  'idle',
];

function text(state: StackState): string {
  switch (state.phase) {
    case 'idle':
      return workspace.isTrusted ? '$(play) uWSGI Stack' : '$(shield) uWSGI Stack';
    case 'starting': {
      const waiting = state.steps.find(({ status }) => status.kind === 'starting')?.step.title;
      return `$(loading~spin) ${waiting ?? l10n.t('waiting for a page')}`;
    }
    case 'stopping':
      return `$(loading~spin) ${l10n.t('stopping')}`;
    case 'ready':
      return `$(pass-filled) ${workers(state)}`;
    case 'degraded':
      return `$(warning) ${workers(state)}`;
    case 'failed':
      return '$(error) uWSGI Stack';
  }
}

function workers(state: StackState): string {
  const all = state.steps.filter(({ step }) => step.roles.includes('worker'));
  const ready = all.filter(({ status }) => status.kind === 'ready').length;
  if (ready < all.length) return l10n.t('{0} of {1} workers', ready, all.length);
  return ready === 1 ? l10n.t('1 worker') : l10n.t('{0} workers', ready);
}

function tooltip(stack: StackOutline, state: StackState): MarkdownString {
  const text = new MarkdownString(undefined, true).appendMarkdown('**').appendText(stack.title);
  text.appendMarkdown('**\n\n');
  const failure = state.failure ?? state.steps.map(({ status }) => status).find(hasReason)?.reason;
  if (failure !== undefined) {
    text.appendText(failure.message).appendMarkdown('\n\n');
    if (failure.remedy !== undefined) text.appendText(failure.remedy).appendMarkdown('\n\n');
  } else if (state.phase === 'idle') {
    text.appendText(
      workspace.isTrusted
        ? l10n.t('Start nginx, the router and the workers')
        : l10n.t('Nothing is started in Restricted Mode'),
    );
  } else {
    text.appendText(state.plan?.pages[0]?.url ?? stack.url ?? '');
  }
  return text;
}

function hasReason(
  status: StackState['steps'][number]['status'],
): status is typeof status & { kind: 'failed' } {
  return status.kind === 'failed';
}
