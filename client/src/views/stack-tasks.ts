import {
  CustomExecution,
  EventEmitter,
  l10n,
  Task,
  TaskScope,
  tasks,
  workspace,
  type Pseudoterminal,
  type TaskDefinition,
} from 'vscode';
import type { StackOutline } from '../../../shared/messages.ts';
import type { LogLine } from '../stack/logs.ts';
import type { Lifetime } from './lifetime.ts';
import type { ActionResult, StackController } from './stack-controller.ts';

/** As it stands in tasks.json. */
interface StackTask extends TaskDefinition {
  readonly type: 'uwsgiStack';
  readonly task: 'up' | 'down' | 'restart';
  /** Title or id of the stack; without one the only one of the folder. */
  readonly stack?: string;
}

/**
 * Tasks `up`, `down` and `restart` for tasks.json and for `preLaunchTask`. `up` goes on as long as the stack does, and
 * whoever ends it stops the stack; its problem matcher knows by the lines below when a page has been answered.
 */
export function createStackTasks(controller: StackController): Lifetime {
  return tasks.registerTaskProvider('uwsgiStack', {
    provideTasks: () =>
      controller.stacks.flatMap((stack) =>
        (['up', 'down', 'restart'] as const).map((task) =>
          makeTask(controller, {
            ...{ type: 'uwsgiStack', task },
            ...(controller.stacks.length > 1 && { stack: stack.title }),
          }),
        ),
      ),
    resolveTask: ({ definition }) =>
      isStackTask(definition) ? makeTask(controller, definition) : undefined,
  });
}

function makeTask(controller: StackController, definition: StackTask): Task {
  const { task, stack } = definition;
  const name = stack === undefined ? task : `${task} ${stack}`;
  const folder = workspace.workspaceFolders?.[0] ?? TaskScope.Workspace;
  const execution = new CustomExecution(() => Promise.resolve(run(controller, definition)));
  const matchers = task === 'down' ? [] : ['$uwsgi-stack'];
  const made = new Task(definition, folder, name, 'uwsgiStack', execution, matchers);
  made.isBackground = task === 'up';
  made.detail = {
    up: l10n.t('Start nginx, the router and the workers, until a page is answered'),
    down: l10n.t('Stop the stack'),
    restart: l10n.t('Stop the stack and start it again'),
  }[task];
  return made;
}

/** The task's terminal. Lines that the problem matcher reads are not translated. */
function run(controller: StackController, definition: StackTask): Pseudoterminal {
  const written = new EventEmitter<string>();
  const closed = new EventEmitter<number>();
  const cleanUp: (() => void)[] = [];
  let over = false;
  const say = (text: string): void => {
    written.fire(`${text.replaceAll('\n', '\r\n')}\r\n`);
  };
  const end = (code: number): void => {
    if (over) return;
    over = true;
    for (const each of cleanUp) each();
    closed.fire(code);
  };
  const tell = ({ problem, url }: ActionResult): boolean => {
    if (problem === undefined) {
      say(url === undefined ? 'uWSGI Stack: ready' : `uWSGI Stack: ready at ${url}`);
      return true;
    }
    const { message, remedy, path, line } = problem;
    const text = [message, remedy].filter((part) => part !== undefined).join(' ');
    // One line, at a place: what the problem matcher can take.
    say(`${path ?? ''}:${(line ?? 0) + 1}: error: ${text.replaceAll('\n', ' ')}`);
    say('uWSGI Stack: failed');
    return false;
  };

  const start = async (): Promise<void> => {
    if (!workspace.isTrusted) {
      say(l10n.t('uWSGI Stack starts no program in Restricted Mode.'));
      end(1);
      return;
    }
    const found = findStack(controller, definition.stack);
    if (typeof found === 'string') {
      say(found);
      end(1);
      return;
    }
    const { id, title } = found;
    if (definition.task === 'down') {
      await controller.stop(id);
      end(0);
      return;
    }
    say(`uWSGI Stack: starting ${title}`);
    const lines = controller.onDidLog(({ stack, lines }) => {
      if (stack === id) for (const line of lines) say(lineText(controller, id, line));
    });
    cleanUp.push(() => {
      lines.dispose();
    });
    const up = definition.task === 'up';
    const ready = tell(await (up ? controller.start(id) : controller.restart(id)));
    if (!ready || !up) {
      end(ready ? 0 : 1);
      return;
    }
    const changes = controller.onDidChange(() => {
      const { run, failure } = controller.stateOf(id);
      if (run === 'none') end(failure === undefined ? 0 : 1);
    });
    cleanUp.push(() => {
      changes.dispose();
    });
  };

  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open: () => void start(),
    close: () => {
      if (over) return;
      end(0);
      const found = findStack(controller, definition.stack);
      if (definition.task === 'up' && typeof found !== 'string') void controller.stop(found.id);
    },
  };
}

function findStack(controller: StackController, wanted: string | undefined): StackOutline | string {
  const fits = controller.stacks.filter(
    ({ id, title }) => wanted === undefined || id === wanted || title === wanted,
  );
  const [first, second] = fits;
  if (first === undefined) {
    return wanted === undefined
      ? l10n.t('There is no stack in this folder.')
      : l10n.t('There is no stack {0}.', wanted);
  }
  if (second === undefined) return first;
  const names = fits.map(({ title, id }) => `${title} (${id})`).join(', ');
  return l10n.t('There are several stacks; name one in the task’s `stack`: {0}.', names);
}

function lineText(controller: StackController, stack: string, { stepId, text }: LogLine): string {
  const title = controller.stateOf(stack).steps.find(({ step }) => step.id === stepId)?.step.title;
  return `${title ?? stepId} ${text}`;
}

function isStackTask(definition: TaskDefinition): definition is StackTask {
  const { task, stack } = definition as { task?: unknown; stack?: unknown };
  return (
    (task === 'up' || task === 'down' || task === 'restart') &&
    (stack === undefined || typeof stack === 'string')
  );
}
