import { commands, l10n, ThemeIcon, window } from 'vscode';
import type { StackOutline } from '../../../shared/messages.ts';
import type { StackPhase } from '../stack/state.ts';
import type { StackController } from './stack-controller.ts';
import { stateWord } from './step-look.ts';

/** The menu behind the status bar item: what can be done with the stack as it is now. */
export async function showActions(controller: StackController, stack: StackOutline): Promise<void> {
  const { phase } = controller.stateOf(stack.id);
  const picked = await window.showQuickPick(
    actions().filter(({ phases }) => phases.includes(phase)),
    { title: stack.title, placeHolder: stateWord(phase) },
  );
  if (picked !== undefined) await commands.executeCommand(`uwsgiStack.${picked.command}`, stack.id);
}

interface Action {
  readonly label: string;
  readonly iconPath: ThemeIcon;
  readonly command: string;
  readonly phases: readonly StackPhase[];
}

function actions(): readonly Action[] {
  const action = (
    command: string,
    icon: string,
    label: string,
    phases: readonly StackPhase[],
  ): Action => ({
    command,
    iconPath: new ThemeIcon(icon),
    label,
    phases,
  });
  const down: readonly StackPhase[] = ['idle', 'failed'];
  const up: readonly StackPhase[] = ['ready', 'degraded'];
  const busy: readonly StackPhase[] = ['starting', 'stopping'];
  const all = [...down, ...up, ...busy];
  return [
    action('startStack', 'play', l10n.t('Start Stack'), down),
    action('openInBrowser', 'globe', l10n.t('Open in Browser'), up),
    action('addWorker', 'add', l10n.t('Add Worker'), up),
    action('removeWorker', 'remove', l10n.t('Remove Worker'), up),
    action('restartWorker', 'debug-restart', l10n.t('Restart Worker'), up),
    action('restartStack', 'debug-restart', l10n.t('Restart Stack'), [...up, 'starting']),
    action('stopStack', 'debug-stop', l10n.t('Stop Stack'), [...up, 'starting']),
    action('sendRequest', 'send', l10n.t('Send Request…'), up),
    action('showDashboard', 'dashboard', l10n.t('Show Dashboard'), all),
    action('showLog', 'output', l10n.t('Show Log'), all),
    action('showTerminal', 'terminal', l10n.t('Show Terminal'), [...up, ...busy, 'failed']),
  ];
}
