import { CodeLens, l10n, workspace } from 'vscode';
import type { Lifetime } from './lifetime.ts';
import type { StackController } from './stack-controller.ts';
import type { StackServer } from './stack-server.ts';

/** The server knows where *Start Stack* stands, this side what it has to say while the stack runs. */
export function lensesNow(controller: StackController, lenses: readonly CodeLens[]): CodeLens[] {
  return lenses.flatMap((lens) => {
    if (lens.command?.command === 'uwsgiStack.sendRequest')
      return answers(controller, lens.command.arguments?.[0]) ? [lens] : [];
    if (lens.command?.command !== 'uwsgiStack.startStack') return [lens];
    // In Restricted Mode it could only say no.
    if (!workspace.isTrusted) return [];
    const id: unknown = lens.command.arguments?.[0];
    if (typeof id !== 'string') return [lens];
    const says = (icon: string, title: string, command: string) =>
      new CodeLens(lens.range, {
        // Not a plain space: newer versions of VS Code drop it.
        title: `$(${icon})\u00a0${title}`,
        command: command === '' ? '' : `uwsgiStack.${command}`,
        arguments: [id],
      });
    switch (controller.stateOf(id).phase) {
      case 'idle':
      case 'failed':
        return [lens];
      case 'starting':
        return [
          says('loading~spin', l10n.t('starting'), 'showActions'),
          says('debug-stop', l10n.t('Stop Stack'), 'stopStack'),
        ];
      case 'ready':
      case 'degraded':
        return [
          says('globe', l10n.t('Open in Browser'), 'openInBrowser'),
          says('debug-stop', l10n.t('Stop Stack'), 'stopStack'),
        ];
      case 'stopping':
        return [says('loading~spin', l10n.t('stopping'), '')];
    }
  });
}

function answers(controller: StackController, stack: unknown): boolean {
  if (typeof stack !== 'string' || !workspace.isTrusted) return false;
  const { phase } = controller.stateOf(stack);
  return phase === 'ready' || phase === 'degraded';
}

/** Asks for the lenses again only when they would read differently. */
export function createLensRefresher(controller: StackController, server: StackServer): Lifetime {
  let last = '';
  return controller.onDidChange(() => {
    const phases = controller.stacks.map(({ id }) => controller.stateOf(id).phase);
    const now = [workspace.isTrusted, ...phases].join();
    if (now === last) return;
    last = now;
    server.refreshLenses();
  });
}
