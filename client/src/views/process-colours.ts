import type { StepRole } from '../../../shared/launch-plan.ts';

/**
 * Colour of a process, the same in terminal tab and log panel: a name out of the theme's terminal colours, which
 * every theme keeps readable on its background. Red is left out, since it would look like a failure.
 */
export function processColour(role: StepRole, number: number): string {
  switch (role) {
    case 'nginx':
      return 'ansiGreen';
    case 'router':
      return 'ansiYellow';
    case 'worker':
      return workerColours[(Math.max(1, number) - 1) % workerColours.length] ?? 'ansiBlue';
  }
}

const workerColours = [
  'ansiBrightBlue',
  'ansiBrightMagenta',
  'ansiBrightCyan',
  'ansiBlue',
  'ansiMagenta',
  'ansiCyan',
];
