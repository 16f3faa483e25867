import { setImmediate } from 'node:timers/promises';
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { createApi, type UwsgiStackApi } from './api.ts';
import { createLateServer } from './late-server.ts';
import { removeOldLogs } from './stack/log-files.ts';
import { registerCommands } from './views/commands.ts';
import { createContextKeys } from './views/context-keys.ts';
import { createIniDetector } from './views/ini-detector.ts';
import { createLiveReload } from './views/live-reload.ts';
import { createLogPanel } from './views/log-panel.ts';
import { createFailureReveal } from './views/reveal-failed.ts';
import { createStackController, type StackController } from './views/stack-controller.ts';
import { createLensRefresher, lensesNow } from './views/stack-lenses.ts';
import type { StackServer } from './views/stack-server.ts';
import { createProblems } from './views/problems.ts';
import { createDashboards } from './views/dashboard.ts';
import { createStackDiagrams } from './views/stack-diagram.ts';
import { createStackTasks } from './views/stack-tasks.ts';
import { createStackTree } from './views/stack-tree.ts';
import { createStatusBar } from './views/status-bar.ts';
import { createTargetStatus } from './views/target-status.ts';
import { createTrafficFeed } from './views/traffic-feed.ts';
import { createTerminalLinks } from './views/terminal-links.ts';
import { createWorkerTerminals } from './views/worker-terminals.ts';

let running: { readonly controller: StackController; readonly server: StackServer } | undefined;

export function activate(context: ExtensionContext): UwsgiStackApi {
  const server = createLateServer(async () => {
    // After what VS Code waits for: it lets go of other extensions when `activate` has returned.
    await setImmediate();
    const { createLanguageClient } = await import('./language-client.ts');
    return createLanguageClient(context, (lenses) => lensesNow(controller, lenses));
  }, context.asAbsolutePath('dist/language-client.cjs'));
  const logs = Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'logs').fsPath;
  const controller: StackController = createStackController({
    server,
    guardEntry: context.asAbsolutePath('dist/guard.cjs'),
    logsDirectory: logs,
  });
  running = { controller, server };
  const terminals = createWorkerTerminals(controller);
  const logPanel = createLogPanel(controller, context.extensionUri, context.workspaceState);
  const feed = createTrafficFeed(controller);
  const diagrams = createStackDiagrams(controller, server, feed, context.extensionUri);
  const dashboards = createDashboards(controller, feed, context.extensionUri);
  const refresh = () => {
    // The server answers again after its next change; there is nothing that a person could do about one lost answer.
    controller.refresh().catch(() => undefined);
  };
  context.subscriptions.push(
    server,
    terminals,
    logPanel,
    feed,
    diagrams,
    dashboards,
    createContextKeys(controller),
    createStackTree(controller, feed),
    createStatusBar(controller),
    createStackTasks(controller),
    createProblems(controller, (stack, step) => void logPanel.show(stack, step)),
    createFailureReveal(controller, (stack, step) => {
      if (!logPanel.isVisible) terminals.show(stack, step, true);
    }),
    createTerminalLinks((name) => terminals.folderOf(name)),
    createLiveReload(controller),
    createIniDetector(),
    createLensRefresher(controller, server),
    ...registerCommands({ controller, server, terminals, logPanel, diagrams, dashboards }),
    server.onStacksChanged(refresh),
    workspace.onDidChangeWorkspaceFolders(refresh),
    workspace.onDidGrantWorkspaceTrust(refresh),
  );
  // Not waited for: the commands are there at once, and the views say that the server is being started.
  server
    .start()
    .then(() => {
      context.subscriptions.push(createTargetStatus(server));
      void removeOldLogs(logs);
      return controller.refresh();
    })
    .catch(() => {
      controller.serverFailed();
    });
  return createApi(controller);
}

/** VS Code waits a few seconds for this; what is still alive then is ended by each stack's guard. */
export async function deactivate(): Promise<void> {
  await running?.controller.dispose();
  await running?.server.stop();
  running = undefined;
}
