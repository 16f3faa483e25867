import type { Event } from 'vscode';
import type { StackOutline } from '../../shared/messages.ts';
import type { LogLine } from './stack/logs.ts';
import type { StackState } from './stack/state.ts';
import type { StackController } from './views/stack-controller.ts';

/** What `activate` returns: enough to watch a stack from outside. To change one, execute the commands. */
export interface UwsgiStackApi {
  /** Whether the language server has answered, and with what luck. */
  serverState(): StackController['server'];
  /** The stacks of the open folders, asked for anew. */
  stacks(): Promise<readonly StackOutline[]>;
  /** State of a stack; without an id that of the first. */
  state(stack?: string): StackState;
  /** The newest log lines of a process. */
  lines(stack: string, step: string): readonly LogLine[];
  /** After each change of an outline or a state. */
  readonly onDidChange: Event<undefined>;
}

export function createApi(controller: StackController): UwsgiStackApi {
  return {
    serverState: () => controller.server,
    stacks: async () => {
      await controller.refresh();
      return controller.stacks;
    },
    state: (stack) => controller.stateOf(stack ?? controller.stacks[0]?.id ?? ''),
    lines: (stack, step) => controller.recentLines(stack, step),
    onDidChange: controller.onDidChange,
  };
}
