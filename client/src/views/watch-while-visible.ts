import type { WebviewPanel } from 'vscode';
import type { Lifetime } from './lifetime.ts';

export interface Watch extends Lifetime {
  /** Whether a person has asked to hold still. */
  pause(paused: boolean): void;
}

/** Holds what `watch` begins as long as a page can be seen, so that nothing is asked for nobody. */
export function createWatch(
  panel: Pick<WebviewPanel, 'visible' | 'onDidChangeViewState'>,
  watch: () => Lifetime,
): Watch {
  let watching: Lifetime | undefined;
  let held = false;
  const settle = () => {
    if (panel.visible && !held) watching ??= watch();
    else {
      watching?.dispose();
      watching = undefined;
    }
  };
  const subscription = panel.onDidChangeViewState(settle);
  settle();
  return {
    pause: (paused) => {
      held = paused;
      settle();
    },
    dispose: () => {
      subscription.dispose();
      watching?.dispose();
    },
  };
}
