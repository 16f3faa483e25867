import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type Language, nothingInstalled } from '../../language/language.ts';
import { startServer } from '../start-server.ts';
import type { World } from '../world.ts';

export interface EditorOptions {
  readonly settings?: unknown;
  readonly language?: Language;
  readonly capabilities?: ClientCapabilities;
  readonly trusted?: boolean;
  readonly probe?: World['probe'];
  readonly testNginx?: World['testNginx'];
  /** Of the workspace. */
  readonly folder?: string;
}

/** An editor on the other end of a pipe, and a disk in memory. */
export async function openEditor(
  files: Readonly<Record<string, string>>,
  {
    settings = {},
    language,
    capabilities = {},
    trusted = false,
    probe = () => Promise.resolve(nothingInstalled),
    folder = '/w',
    testNginx = () => Promise.resolve({ kind: 'failed', reason: 'There is no nginx.' }),
  }: EditorOptions = {},
) {
  const disk = new Map(Object.entries(files));
  const world: World = {
    async *findFiles(folder) {
      for (const [path, text] of disk)
        if (path.startsWith(`${folder}/`)) yield await Promise.resolve({ path, text });
    },
    readFile(path) {
      const text = disk.get(path);
      return Promise.resolve(text === undefined ? undefined : { path, text });
    },
    look: (path) => {
      const names = new Set(
        [...disk.keys()]
          .filter((file) => file.startsWith(`${path}/`))
          .map((file) => file.slice(path.length + 1).split('/')[0] ?? ''),
      );
      if (disk.has(path)) return Promise.resolve({ kind: 'file', mode: 0o644 });
      return Promise.resolve(
        names.size === 0 ? { kind: 'absent' } : { kind: 'folder', names: [...names].sort() },
      );
    },
    text: (path) => Promise.resolve(disk.get(path)),
    probe,
    testNginx,
  };
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)),
    world,
    language,
  );
  const editor = createProtocolConnection(
    new StreamMessageReader(toEditor),
    new StreamMessageWriter(toServer),
  );
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const waiting = new Set<() => void>();
  editor.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    diagnostics.set(params.uri, params.diagnostics);
    for (const look of [...waiting]) look();
  });
  const current = { settings };
  editor.onRequest('workspace/configuration', () => [current.settings]);
  editor.onRequest('client/registerCapability', () => null);
  editor.onRequest('workspace/codeLens/refresh', () => null);
  editor.onRequest('workspace/inlayHint/refresh', () => null);
  editor.listen();
  open.push(editor);
  const { capabilities: server } = await editor.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {
      ...capabilities,
      workspace: {
        configuration: true,
        workspaceFolders: true,
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
      },
    },
    initializationOptions: { trusted, retriggerCommand: 'editor.suggest' },
    workspaceFolders: [{ uri: `file://${folder}`, name: 'w' }],
  });
  await editor.sendNotification('initialized', {});
  return {
    editor,
    server,
    disk,
    /** Opens a document, with its text on disk unless another is given. */
    show: (path: string, languageId: string, text = files[path] ?? '') =>
      editor.sendNotification('textDocument/didOpen', {
        textDocument: { uri: `file://${path}`, languageId, version: 1, text },
      }),
    /** A request about one document. */
    ask: <Result>(method: string, path: string, params: object = {}) =>
      editor.sendRequest<Result>(method, { textDocument: { uri: `file://${path}` }, ...params }),
    configure: async (value: unknown) => {
      current.settings = value;
      await editor.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    /** The diagnostics of a file, once they are as expected. */
    when: (path: string, expected: (found: readonly Diagnostic[]) => boolean) =>
      new Promise<readonly Diagnostic[]>((done) => {
        const look = () => {
          const found = diagnostics.get(`file://${path}`) ?? [];
          if (!expected(found)) return;
          waiting.delete(look);
          done(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

const open: ProtocolConnection[] = [];

/** For `afterEach`. */
export function closeEditors(): void {
  for (const editor of open.splice(0)) editor.dispose();
}
