import { commands, EventEmitter, l10n } from 'vscode';
import { notify } from './views/notify.ts';
import type { StackServer } from './views/stack-server.ts';

/**
 * The language server before its client's code is there, which is most of all that the extension consists of. It is loaded
 * once `activate` has returned, or with the first question; who asks meanwhile waits for it. `bundle` is the file that
 * `load` reads, for the person who has to mend it.
 */
export function createLateServer(load: () => Promise<StackServer>, bundle: string): StackServer {
  const stacksChanged = new EventEmitter<void>();
  let loading: Promise<StackServer> | undefined;
  let present: StackServer | undefined;
  let ended = false;
  const server = (): Promise<StackServer> =>
    (loading ??= load().then((loaded) => {
      present = loaded;
      loaded.onStacksChanged(() => {
        stacksChanged.fire();
      });
      return loaded;
    }));
  return {
    start: async () => {
      const loaded = await server();
      // A window that is closed at once.
      if (!ended) await loaded.start();
    },
    stop: async () => {
      ended = true;
      await present?.stop();
    },
    stacks: async () => (await server()).stacks(),
    plan: async (params) => (await server()).plan(params),
    explain: async (params) => (await server()).explain(params),
    exampleUrl: async (params) => (await server()).exampleUrl(params),
    diagram: async (params) => (await server()).diagram(params),
    testNginx: async (params) => (await server()).testNginx(params),
    targets: async () => (await server()).targets(),
    onStacksChanged: stacksChanged.event,
    refreshLenses: () => {
      present?.refreshLenses();
    },
    showOutput: () => {
      void server().then(
        (loaded) => {
          loaded.showOutput();
        },
        // Without the client there is no output: this is all that can be told.
        (error: unknown) => sayNotLoaded(bundle, error),
      );
    },
    dispose: () => {
      ended = true;
      stacksChanged.dispose();
      present?.dispose();
    },
  };
}

async function sayNotLoaded(bundle: string, error: unknown): Promise<void> {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const reload = l10n.t('Reload Window');
  const answer = await notify.error(
    l10n.t(
      'uWSGI Stack could not load {0}, so its language server was not started ({1}). Install the extension anew, then reload the window.',
      bundle,
      reason,
    ),
    reload,
  );
  if (answer === reload) await commands.executeCommand('workbench.action.reloadWindow');
}
