import {
  CodeActionKind,
  type CodeLens,
  CodeLensRefreshRequest,
  type Connection,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  methods,
  type PlanParams,
  type PlanResult,
  type StackOutline,
} from '../../../shared/messages.ts';
import {
  defaultLanguageSettings,
  type LanguageSettings,
  readLanguageSettings,
  settingPrefix,
} from '../../../shared/settings.ts';
import {
  blindDisk,
  createLanguage,
  nothingInstalled,
  type Snapshot,
} from '../language/language.ts';
import { createRanges, pathOfUri, toCodeAction } from './convert.ts';
import { createPublisher } from './diagnostics.ts';
import { safely } from './safe.ts';
import { createWorkspaceFiles } from './workspace-files.ts';
import type { World } from './world.ts';

/** Answers an editor over `connection` until it hangs up. */
export function startServer(connection: Connection, world: World): void {
  const started = Promise.withResolvers<undefined>();
  const language = createLanguage();
  const documents = new TextDocuments(TextDocument);
  const files = createWorkspaceFiles(world, () => {
    schedule();
  });
  let settings: LanguageSettings = defaultLanguageSettings;
  let client = { configuration: false, folders: false, lensRefresh: false };
  let folders: readonly string[] = [];
  /** Until the folders are read, a wire could dangle only because its other end is not known yet. */
  let scanning: Promise<unknown> | undefined = started.promise;
  let pending: ReturnType<typeof setTimeout> | undefined;
  let outlines = '';

  const log = (message: string) => {
    connection.console.error(message);
  };
  const snapshot = (): Snapshot => ({
    files: files.current(),
    settings,
    disk: blindDisk,
    installed: nothingInstalled,
  });
  const textOf = (path: string) => files.current().get(path)?.text ?? '';
  const publish = createPublisher((params) => void connection.sendDiagnostics(params), textOf);

  function schedule(): void {
    if (pending !== undefined || scanning !== undefined) return;
    // One check for all that arrives in the same turn: a rename of five files is one change.
    pending = setTimeout(() => {
      pending = undefined;
      void update();
    }, 10);
  }
  const update = safely('check', log, undefined, () => {
    publish(language.check(snapshot()));
    const now = JSON.stringify(language.outlines(snapshot()));
    if (now === outlines) return undefined;
    outlines = now;
    void connection.sendNotification(methods.stacksChanged);
    if (client.lensRefresh) void connection.sendRequest(CodeLensRefreshRequest.type);
    return undefined;
  }) as () => Promise<undefined>;

  async function rescan(): Promise<void> {
    const run = Promise.all(folders.map((folder) => files.scan(folder))).then(
      () => undefined,
      (error: unknown) => {
        log(`scan: ${String(error)}`);
      },
    );
    scanning = run;
    await run;
    if (scanning === run) scanning = undefined;
    schedule();
  }
  const settled = async () => {
    while (scanning !== undefined) await scanning;
  };

  connection.onInitialize(({ capabilities, workspaceFolders }) => {
    client = {
      configuration: capabilities.workspace?.configuration === true,
      folders: capabilities.workspace?.workspaceFolders === true,
      lensRefresh: capabilities.workspace?.codeLens?.refreshSupport === true,
    };
    folders = (workspaceFolders ?? []).map(({ uri }) => pathOfUri(uri));
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        codeLensProvider: {},
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'uWSGI Stack' },
    };
  });
  const readSettings = safely('settings', log, undefined, async () => {
    if (client.configuration)
      settings = readLanguageSettings(
        (await connection.workspace.getConfiguration(settingPrefix)) as unknown,
      );
    return undefined;
  }) as () => Promise<undefined>;

  connection.onInitialized(() => {
    if (client.folders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => pathOfUri(uri));
        for (const folder of gone) files.drop(folder);
        folders = [
          ...folders.filter((path) => !gone.includes(path)),
          ...added.map(({ uri }) => pathOfUri(uri)),
        ];
        void rescan();
      });
    scanning = readSettings().then(rescan);
    started.resolve(undefined);
  });
  connection.onDidChangeConfiguration(() => {
    void readSettings().then(schedule);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) void files.refresh(pathOfUri(uri));
  });

  documents.onDidChangeContent(({ document }) => {
    files.open(document);
  });
  documents.onDidClose(({ document }) => {
    files.close(document);
  });

  connection.onCodeAction(
    safely('codeAction', log, [], ({ textDocument, range }) => {
      const document = documents.get(textDocument.uri);
      if (document === undefined) return [];
      const start = document.offsetAt(range.start);
      const end = document.offsetAt(range.end);
      const toRange = createRanges(textOf);
      return (language.check(snapshot()).get(pathOfUri(textDocument.uri)) ?? [])
        .filter(({ span }) => span.start <= end && start <= span.end)
        .flatMap((finding) => finding.fixes.map((fix) => toCodeAction(finding, fix, toRange)));
    }),
  );
  connection.onCodeLens(
    safely('codeLens', log, [] as CodeLens[], async ({ textDocument }) => {
      await settled();
      const path = pathOfUri(textDocument.uri);
      const toRange = createRanges(textOf);
      return language
        .codeLenses(snapshot(), path)
        .map(({ span, title, command, arguments: args }) => ({
          range: toRange(path, span),
          command: { title, command, arguments: [...args] },
        }));
    }),
  );
  connection.onRequest(
    methods.stacks,
    safely('stacks', log, [] as readonly StackOutline[], async () => {
      await settled();
      return language.outlines(snapshot());
    }),
  );
  connection.onRequest(methods.plan, async (params: PlanParams): Promise<PlanResult> => {
    await settled();
    return language.plan(snapshot(), params);
  });

  documents.listen(connection);
  connection.listen();
}
