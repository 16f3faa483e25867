import { commands, l10n, workspace } from 'vscode';
import { openPlace } from './open-place.ts';
import type { PortOffer } from '../stack/failures.ts';
import type { Problem } from './problem.ts';
import { notify } from './notify.ts';

/** Says what went wrong and offers the way to the place where it is put right. Does not wait for an answer. */
export function showProblem(
  problem: Problem,
  showLog: () => void,
  takePort: (offer: PortOffer) => void,
): void {
  void askAbout(problem, showLog, takePort);
}

/** True where programs may be run. Says why not where they may not. */
export function checkTrust(): boolean {
  if (workspace.isTrusted) return true;
  const manage = l10n.t('Manage Workspace Trust');
  void notify
    .warning(
      l10n.t(
        'uWSGI Stack starts no program in Restricted Mode. Trust this folder to start its stack.',
      ),
      manage,
    )
    .then((answer) => {
      if (answer === manage) void commands.executeCommand('workbench.trust.manage');
    });
  return false;
}

export function showNoStack(isThereOne: boolean): void {
  void notify.information(
    isThereOne
      ? l10n.t('No stack is running.')
      : l10n.t(
          'There is no stack here: an nginx.conf whose uwsgi_pass leads to a FastRouter, and workers that subscribe to it.',
        ),
  );
}

async function askAbout(
  problem: Problem,
  showLog: () => void,
  takePort: (offer: PortOffer) => void,
): Promise<void> {
  const { path, line, offer } = problem;
  const take = offer === undefined ? '' : l10n.t('Use Port {0} This Time', offer.instead);
  const open = l10n.t('Open Configuration');
  const log = l10n.t('Show Log');
  const text = [problem.message, problem.remedy].filter((part) => part !== undefined).join(' ');
  const buttons = [
    ...(offer === undefined ? [] : [take]),
    ...(path === undefined ? [] : [open]),
    ...(problem.step === undefined ? [] : [log]),
  ];
  const answer = await notify.error(text, ...buttons);
  if (answer === open && path !== undefined) await openPlace({ path, line: line ?? 0 });
  if (answer === log) showLog();
  if (answer === take && offer !== undefined) takePort(offer);
}
