import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { LaunchStep, StepRole } from '../../../shared/launch-plan.ts';
import { processColour } from './process-colours.ts';
import type { StackPhase, StepStatus } from '../stack/state.ts';

/** How a process looks wherever it is shown: one icon per role, one colour per process, one word per state. */
export function stepColour(step: LaunchStep): string {
  return processColour(step.roles[0] ?? 'worker', step.instance?.number ?? 1);
}

/** As a request passes through them, and as the outline has them; they are started the other way round. */
export const trafficOrder: readonly StepRole[] = ['nginx', 'router', 'worker'];

export function roleIcon(step: LaunchStep): ThemeIcon {
  switch (step.roles[0] ?? 'worker') {
    case 'nginx':
      return new ThemeIcon('globe');
    case 'router':
      return new ThemeIcon('type-hierarchy');
    case 'worker':
      return new ThemeIcon('server-process');
  }
}

export function stateIcon(state: StackPhase | StepStatus['kind']): ThemeIcon {
  switch (state) {
    case 'idle':
      return new ThemeIcon('circle-outline', new ThemeColor('disabledForeground'));
    case 'starting':
    case 'stopping':
      return new ThemeIcon('loading~spin', new ThemeColor('charts.yellow'));
    case 'ready':
      return new ThemeIcon('pass-filled', new ThemeColor('charts.green'));
    case 'degraded':
    case 'exited':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    case 'failed':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  }
}

export function stateWord(state: StackPhase | StepStatus['kind']): string {
  switch (state) {
    case 'idle':
      return l10n.t('not running');
    case 'starting':
      return l10n.t('starting');
    case 'stopping':
      return l10n.t('stopping');
    case 'ready':
      return l10n.t('ready');
    case 'degraded':
      return l10n.t('degraded');
    case 'exited':
      return l10n.t('crashed, starts again');
    case 'failed':
      return l10n.t('failed');
  }
}

export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return l10n.t('{0} s', seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return l10n.t('{0} min {1} s', minutes, seconds % 60);
  return l10n.t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}

export function pidOf(status: StepStatus): number | undefined {
  return status.kind === 'starting' || status.kind === 'ready' ? status.pid : undefined;
}
