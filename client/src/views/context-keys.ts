import { commands, workspace } from 'vscode';
import type { Lifetime } from './lifetime.ts';
import { mostUrgent } from './status-bar.ts';
import type { StackController } from './stack-controller.ts';

/** What the `when` clauses of the manifest ask for. Set only when a value has changed: each one is a message. */
export function createContextKeys(controller: StackController): Lifetime {
  const last = new Map<string, unknown>();
  const set = (key: string, value: unknown) => {
    if (last.get(key) === value) return;
    last.set(key, value);
    void commands.executeCommand('setContext', `uwsgiStack.${key}`, value);
  };
  const update = () => {
    const stack = mostUrgent(controller);
    // `server` stays unset while it is loading, as it is before the extension is there.
    if (controller.server !== 'loading') set('server', controller.server);
    // VS Code's own `isWorkspaceTrusted` is false in every folder until it has made up its mind.
    set('restricted', !workspace.isTrusted);
    set('hasStack', stack !== undefined);
    set('state', stack === undefined ? 'idle' : controller.stateOf(stack.id).phase);
  };
  update();
  return controller.onDidChange(update);
}
