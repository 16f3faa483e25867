import { join } from 'node:path';
import { EventEmitter, workspace, type CodeLens, type ExtensionContext } from 'vscode';
import {
  CodeLensRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  LanguageClient,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type ExplainResult,
  type InitializationOptions,
  methods,
  type PlanResult,
  type StackDiagram,
  type StackOutline,
  type TargetVersions,
  type StacksParams,
  type TestNginxResult,
  serverEnvironment,
  serverSwitches,
} from '../../shared/messages.ts';
import { settingPrefix } from '../../shared/settings.ts';
import { registerShowPlaces } from './show-places.ts';
import type { StackServer } from './views/stack-server.ts';

/** Runs in Restricted Mode, too: the server then reads files and runs nothing. */
export function createLanguageClient(
  context: ExtensionContext,
  lensesNow: (lenses: readonly CodeLens[]) => CodeLens[],
): StackServer {
  const server = {
    // One bundle for both: the language core makes up nearly all of either.
    module: context.asAbsolutePath(join('dist', 'cli.cjs')),
    args: ['lsp'],
    transport: TransportKind.ipc,
    options: { execArgv: [...serverSwitches], env: serverEnvironment },
  };
  const options = (): InitializationOptions => ({
    trusted: workspace.isTrusted,
    retriggerCommand: 'editor.action.triggerSuggest',
    showPlaces: true,
    sendRequest: true,
  });
  const watchers = [
    ...watchedFiles.map((glob) => workspace.createFileSystemWatcher(glob)),
    // A folder that is deleted is one event, which names none of its files.
    workspace.createFileSystemWatcher('**/*', true, true, false),
  ];
  const client = new LanguageClient(
    settingPrefix,
    'uWSGI Stack',
    {
      run: server,
      debug: {
        ...server,
        options: {
          execArgv: [...serverSwitches, '--nolazy', '--inspect=6019'],
          env: serverEnvironment,
        },
      },
    },
    {
      documentSelector: [{ language: 'uwsgi-ini' }, { language: 'nginx' }],
      // Asked at each start, also after a crash of the server.
      initializationOptions: options,
      synchronize: { fileEvents: watchers },
      middleware: {
        provideCodeLenses: async (document, token, next) =>
          lensesNow((await next(document, token)) ?? []),
      },
    },
  );
  const showPlaces = registerShowPlaces(() => client);
  const noParams: StacksParams = {};
  // The client itself knows one listener for each method: a second one would take the place of the first.
  const stacksChanged = new EventEmitter<void>();
  client.onNotification(methods.stacksChanged, () => {
    stacksChanged.fire();
  });
  // Only the news: the server then asks for the values that it wants, per folder.
  const settings = workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(settingPrefix) || !client.isRunning()) return;
    void client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  });
  const trust = workspace.onDidGrantWorkspaceTrust(() => {
    if (client.isRunning()) void client.sendNotification(methods.trustGranted);
  });
  // So is a folder that gets another name; its new one is told by no watcher.
  const renames = workspace.onDidRenameFiles(({ files }) => {
    if (!client.isRunning()) return;
    const changes = files.map(({ newUri }): FileEvent => ({
      uri: client.code2ProtocolConverter.asUri(newUri),
      type: FileChangeType.Created,
    }));
    void client.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  });
  return {
    start: () => client.start(),
    stop: async () => {
      // A client that has never come up, or has given up, refuses to be stopped.
      if (client.needsStop()) await client.stop();
    },
    stacks: () => client.sendRequest<readonly StackOutline[]>(methods.stacks, noParams),
    plan: (params) => client.sendRequest<PlanResult>(methods.plan, params),
    explain: (params) => client.sendRequest<ExplainResult>(methods.explain, params),
    exampleUrl: (params) => client.sendRequest<string | null>(methods.exampleUrl, params),
    diagram: (params) => client.sendRequest<StackDiagram | null>(methods.diagram, params),
    testNginx: (params) => client.sendRequest<TestNginxResult>(methods.testNginx, params),
    targets: () => client.sendRequest<TargetVersions | null>(methods.targets, noParams),
    onStacksChanged: (listener) => stacksChanged.event(listener),
    refreshLenses: () => {
      for (const document of workspace.textDocuments) {
        const provider = client.getFeature(CodeLensRequest.method).getProvider(document);
        provider?.onDidChangeCodeLensEmitter.fire();
      }
    },
    showOutput: () => {
      client.outputChannel.show();
    },
    dispose: () => {
      showPlaces.dispose();
      stacksChanged.dispose();
      settings.dispose();
      trust.dispose();
      renames.dispose();
      for (const watcher of watchers) watcher.dispose();
    },
  };
}

/** Every file that a stack may be made of, whether it is open or not. */
const watchedFiles = [
  '**/*.{ini,conf,uwsgi,nginx,nginxconf}',
  '**/{uwsgi,fastcgi,scgi,proxy,grpc}_params',
  '**/{mime.types,pyvenv.cfg}',
  '**/{sites-available,sites-enabled}/*',
  // What a worker names: its app's modules.
  '**/*.py',
];
