import { EventEmitter } from 'vscode';
import type { StackServer } from './views/stack-server.ts';

/**
 * The language server before its client's code is there, which is most of all that the extension consists of. It is loaded
 * once `activate` has returned, or with the first question; who asks meanwhile waits for it.
 */
export function createLateServer(load: () => Promise<StackServer>): StackServer {
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
      void server().then((loaded) => {
        loaded.showOutput();
      });
    },
    dispose: () => {
      ended = true;
      stacksChanged.dispose();
      present?.dispose();
    },
  };
}
