import {
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  methods,
  readInitializationOptions,
  type TestNginxParams,
} from '../../../shared/messages.ts';
import {
  defaultLanguageSettings,
  type LanguageSettings,
  readLanguageSettings,
  readProgramSettings,
  settingPrefix,
} from '../../../shared/settings.ts';
import {
  createDiskCache,
  createLanguage,
  type Language,
  type Snapshot,
} from '../language/language.ts';
import { registerCalls } from './call-handlers.ts';
import { createCheckSchedule } from './check-schedule.ts';
import { noAbilities, readAbilities } from './client-abilities.ts';
import type { Desk } from './desk.ts';
import { createPublisher } from './diagnostics.ts';
import { registerExplain } from './explain-handlers.ts';
import { registerFeatures } from './feature-handlers.ts';
import { createPlaces, pathOfUri } from './places.ts';
import { createProbing } from './probing.ts';
import { logged, loggedSteps, safely } from './safe.ts';
import { createSecondOpinion, failedTest } from './second-opinion.ts';
import { serverCapabilities } from './server-capabilities.ts';
import { registerStack } from './stack-handlers.ts';
import { createWorkspaceFiles } from './workspace-files.ts';
import type { World } from './world.ts';

/** Answers an editor over `connection` until it hangs up. */
export function startServer(
  connection: Connection,
  world: World,
  language: Language = createLanguage(),
): void {
  const started = Promise.withResolvers<undefined>();
  const documents = new TextDocuments(TextDocument);
  const files = createWorkspaceFiles(world, (typed) => {
    if (scanning !== undefined) schedule.finish();
    else if (typed === undefined) schedule.changed();
    else schedule.typed(typed);
  });
  const check = () => {
    if (scanning === undefined) schedule.changed();
  };
  const answered = () => {
    answersChanged = true;
    check();
  };
  const disk = createDiskCache(world, answered);
  let answersChanged = false;
  let settings: LanguageSettings = defaultLanguageSettings;
  let client = noAbilities;
  let folders: readonly string[] = [];
  /** Until the folders are read, a wire could dangle only because its other end is not known yet. */
  let scanning: Promise<unknown> | undefined = started.promise;
  let outlines = '';

  const log = (message: string) => {
    connection.console.error(message);
  };
  const probing = createProbing((programs) => world.probe(programs), answered, log);
  const snapshot = (): Snapshot => ({
    files: files.current(),
    settings,
    disk: disk.current(),
    installed: probing.current(),
  });
  const opinions = createSecondOpinion({
    test: (program, work, signal) => world.testNginx(program, work, signal),
    program: () => probing.allowed()?.nginx,
    tests: (path, alone) => language.nginxTests(snapshot(), path, alone),
    modules: () => probing.current().nginx?.modulesFolder,
    settled: () => settled(),
    disk,
    changed: check,
    log,
  });
  const publish = createPublisher((params) => void connection.sendDiagnostics(params));

  function* update() {
    const current = snapshot();
    const findings = yield* language.checkInSteps(current);
    const more = language.ownOpinions(current, opinions.current(current.files), findings);
    publish.all(findings, more, createPlaces(current));
    disk.sweep();
    const now = JSON.stringify(language.outlines(current));
    if (client.inlayRefresh && (answersChanged || now !== outlines))
      void connection.sendRequest(InlayHintRefreshRequest.type);
    answersChanged = false;
    if (now === outlines) return;
    outlines = now;
    void connection.sendNotification(methods.stacksChanged);
    if (client.lensRefresh) void connection.sendRequest(CodeLensRefreshRequest.type);
  }

  const updateNear = (path: string) => {
    const current = snapshot();
    const findings = language.checkNear(current, path);
    if (findings === undefined) return;
    const more = opinions.current(current.files).filter((one) => one.path === path);
    const own = language.ownOpinions(current, more, new Map([[path, findings]]));
    publish.file(path, findings, own, createPlaces(current));
  };
  const schedule = createCheckSchedule({
    near: (path) => {
      const work = () => {
        updateNear(path);
      };
      void logged('check of a letter', log, work)();
    },
    all: () => loggedSteps('check', log, update),
  });

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
    check();
  }
  const settled = async () => {
    while (scanning !== undefined) await scanning;
  };

  const desk: Desk = { connection, language, client: () => client, snapshot, settled, disk, log };

  connection.onInitialize((params) => {
    client = readAbilities(params);
    if (readInitializationOptions(params.initializationOptions).trusted) probing.trust();
    folders = (params.workspaceFolders ?? []).map(({ uri }) => pathOfUri(uri));
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'uWSGI Stack' } };
  });
  const readSettings = logged('settings', log, async () => {
    const section = client.configuration
      ? ((await connection.workspace.getConfiguration(settingPrefix)) as unknown)
      : undefined;
    settings = readLanguageSettings(section);
    probing.configure(readProgramSettings(section));
  });

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
    void readSettings().then(check);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    disk.refresh();
    for (const { uri } of changes) if (!isAsked.test(uri)) void files.refresh(pathOfUri(uri));
  });

  connection.onNotification(methods.trustGranted, () => {
    // Restricted Mode hides some settings: first those, then the programs that they name.
    void readSettings().then(() => {
      probing.trust();
      check();
    });
  });

  documents.onDidChangeContent(({ document }) => {
    files.open(document);
  });
  documents.onDidSave(({ document }) => {
    disk.refresh();
    if (settings.nginxTestOnSave && document.languageId === 'nginx')
      opinions.saved(pathOfUri(document.uri));
  });
  documents.onDidClose(({ document }) => {
    files.close(document);
    opinions.closed(pathOfUri(document.uri));
  });
  connection.onRequest(
    methods.testNginx,
    safely('testNginx', log, failedTest, ({ uri }: TestNginxParams) =>
      opinions.ask(pathOfUri(uri)),
    ),
  );

  registerFeatures(desk);
  registerStack(desk);
  registerCalls(desk);
  registerExplain(desk);
  documents.listen(connection);
  connection.listen();
}

/** Files that are watched for what the rules ask of them; they are no part of a stack themselves. */
const isAsked = /\.py$|\/pyvenv\.cfg$/;
