import { commands, debug, extensions, l10n, Uri, workspace } from 'vscode';
import type { StackOutline } from '../../../shared/messages.ts';
import { bundledDebugger } from '../stack/debug-worker.ts';
import { notify } from './notify.ts';
import { problem } from './problem.ts';
import type { ActionResult, StackController } from './stack-controller.ts';

/** The debugger for Python, and where it keeps its debugpy. */
const debuggers = ['ms-python.debugpy', 'ms-python.python'] as const;

/**
 * Starts a worker again under debugpy and attaches the Python debugger to each of its processes. When the last session has
 * ended, the worker is started again without.
 */
export async function debugWorker(
  controller: StackController,
  stack: StackOutline,
  step: string,
): Promise<ActionResult> {
  const extension = debuggers.map((id) => extensions.getExtension(id)).find(Boolean);
  const { phase } = controller.stateOf(stack.id);
  if (extension === undefined) {
    void offerDebugger();
    return { state: phase, url: undefined, problem: undefined };
  }
  const libraries = bundledDebugger(extension.extensionPath);
  const result = await controller.debugStep(stack.id, step, { libraries });
  if (result.problem !== undefined) return result;
  const doors = controller.doorsOf(stack.id, step);
  if (doors.length === 0) {
    const none = problem(
      l10n.t('The worker waits for no debugger.'),
      l10n.t('Its log says why; its Python needs the package debugpy.'),
    );
    return { ...result, problem: { ...none, step } };
  }
  const folder = workspace.getWorkspaceFolder(Uri.file(stack.root));
  const title = controller.stateOf(stack.id).steps.find((each) => each.step.id === step)
    ?.step.title;
  const open = new Set<string>();
  const ended = debug.onDidTerminateDebugSession(({ configuration }) => {
    open.delete(configuration.name);
    if (open.size > 0) return;
    ended.dispose();
    if (controller.stateOf(stack.id).wanted === 'up') void controller.restartStep(stack.id, step);
  });
  for (const { pid, port } of doors) {
    const name = l10n.t('{0} (pid {1})', title ?? step, pid);
    open.add(name);
    await debug.startDebugging(folder, {
      ...{ name, type: 'debugpy', request: 'attach', justMyCode: true },
      connect: { host: '127.0.0.1', port },
    });
  }
  return result;
}

async function offerDebugger(): Promise<void> {
  const install = l10n.t('Find the Extension');
  const answer = await notify.warning(
    l10n.t('To debug a worker, the extension Python Debugger (ms-python.debugpy) is needed.'),
    install,
  );
  if (answer === install) {
    await commands.executeCommand('workbench.extensions.search', 'ms-python.debugpy');
  }
}
