import type { Lifetime } from './lifetime.ts';
import type { StackController } from './stack-controller.ts';

/**
 * Shows what a process has written before it failed, at once: `show` gets the first one of a stack that fails, and the
 * next one only when none is failed any more, since what fails together has mostly one reason.
 */
export function createFailureReveal(
  controller: StackController,
  show: (stack: string, step: string) => void,
): Lifetime {
  const shown = new Set<string>();
  return controller.onDidChange(() => {
    for (const { id } of controller.stacks) {
      const failed = controller.stateOf(id).steps.find(({ status }) => status.kind === 'failed');
      if (failed === undefined) shown.delete(id);
      else if (!shown.has(id)) {
        shown.add(id);
        show(id, failed.step.id);
      }
    }
  });
}
