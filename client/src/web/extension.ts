import { commands, type CodeLens, type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import {
  type ExplainParams,
  type ExplainResult,
  type InitializationOptions,
  methods,
  type TargetVersions,
} from '../../../shared/messages.ts';
import { settingPrefix } from '../../../shared/settings.ts';
import { createTargetStatus } from '../views/target-status.ts';
import { explainRequest } from '../views/explain-request.ts';
import { registerShowPlaces } from '../show-places.ts';
import { look, readText } from './client-files.ts';
import { clientUri, serverPath } from './web-uris.ts';
import { notify } from '../views/notify.ts';

/**
 * The extension in a browser without a machine behind it (vscode.dev): all that the language server says of files, and
 * nothing that needs a process.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  // What launches is hidden: the menus ask for this key.
  void commands.executeCommand('setContext', 'uwsgiStack.web', true);
  const worker = await startWorker(context);
  const options: InitializationOptions = {
    trusted: false,
    retriggerCommand: 'editor.action.triggerSuggest',
    showPlaces: true,
    sendRequest: false,
  };
  const client = new LanguageClient(settingPrefix, 'uWSGI Stack', worker, {
    documentSelector: [{ language: 'uwsgi-ini' }, { language: 'nginx' }],
    initializationOptions: options,
    uriConverters: {
      code2Protocol: (uri) => {
        const path = serverPath(uri);
        return (path === undefined ? uri : Uri.file(path)).toString();
      },
      protocol2Code: (text) => {
        const uri = Uri.parse(text);
        return uri.scheme === 'file' ? uriOf(uri.path) : uri;
      },
    },
    middleware: {
      provideCodeLenses: async (document, token, next) =>
        ((await next(document, token)) ?? []).filter((lens) => !launches(lens)),
    },
  });
  client.onRequest(methods.look, look);
  client.onRequest(methods.readText, readText);
  const toServer = <Params extends { readonly uri: string | undefined }>(
    params: Params,
  ): Params => ({
    ...params,
    ...(params.uri !== undefined && {
      uri: client.code2ProtocolConverter.asUri(Uri.parse(params.uri)),
    }),
  });
  context.subscriptions.push(
    client,
    registerShowPlaces(() => client),
    {
      dispose: () => {
        worker.terminate();
      },
    },
    commands.registerCommand('uwsgiStack.explainRequest', (argument: unknown) =>
      explainRequest(
        {
          explain: (params: ExplainParams) =>
            client.sendRequest<ExplainResult>(methods.explain, toServer(params)),
          exampleUrl: (params) =>
            client.sendRequest<string | null>(methods.exampleUrl, toServer(params)),
        },
        argument,
        uriOf,
      ),
    ),
    commands.registerCommand('uwsgiStack.showServerOutput', () => {
      client.outputChannel.show();
    }),
  );
  try {
    await client.start();
    context.subscriptions.push(
      createTargetStatus({
        targets: () => client.sendRequest<TargetVersions | null>(methods.targets, {}),
        onStacksChanged: (listener) => client.onNotification(methods.stacksChanged, listener),
      }),
    );
  } catch (error) {
    void notify.error(`uWSGI Stack: the language server could not be started. ${String(error)}`);
  }
}

/** One script of the language core and the server: a worker of an extension cannot load a second one by its place. */
async function startWorker({ extensionUri }: ExtensionContext): Promise<Worker> {
  const parts = await Promise.all(
    ['dist/language.cjs', 'dist/web/server.js'].map((path) =>
      workspace.fs.readFile(Uri.joinPath(extensionUri, path)),
    ),
  );
  const script = new Blob(
    parts.flatMap((part) => [new Uint8Array(part), '\n']),
    {
      type: 'text/javascript',
    },
  );
  return new Worker(URL.createObjectURL(script));
}

function uriOf(path: string): Uri {
  const parts = clientUri(path);
  return parts === undefined ? Uri.file(path) : Uri.from(parts);
}

/** The server has no notion of where it runs, so that it offers *Start Stack* here as well. */
function launches(lens: CodeLens): boolean {
  return lens.command?.command === 'uwsgiStack.startStack';
}
