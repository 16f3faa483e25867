import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type LogMessageParams,
  MessageType,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** The language server in a process of its own, as an editor starts it. */
export interface RealServer {
  readonly pid: number;
  readonly connection: ProtocolConnection;
  readonly capabilities: ServerCapabilities;
  /** What it has published last, by URI; files without any are left out. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** What it has logged as an error: a bug in a handler ends there, and is answered with nothing. */
  readonly complaints: readonly string[];
  /** Calls `look` after each publication until it is content. */
  until(look: () => boolean): Promise<void>;
  configure(settings: unknown): Promise<void>;
  /** As an editor ends it; exit code and signal. */
  close(): Promise<unknown>;
  /** For a test that has failed; harmless when the server has ended. */
  readonly kill: () => void;
}

const entry = join(import.meta.dirname, '../main.ts');

export async function startRealServer(
  folders: readonly string[],
  {
    settings = {},
    program = [entry],
    environment = {},
  }: {
    readonly settings?: unknown;
    readonly program?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<RealServer> {
  const child = spawn(process.execPath, [...program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const exited = once(child, 'exit');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // Whoever waits for an answer of a process that has crashed would wait for ever.
  void exited.then(() => {
    connection.dispose();
  });
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const complaints: string[] = [];
  const looks = new Set<() => void>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics: list }: PublishDiagnosticsParams) => {
      if (list.length === 0) diagnostics.delete(uri);
      else diagnostics.set(uri, list);
      for (const look of [...looks]) look();
    },
  );
  connection.onNotification('window/logMessage', ({ type, message }: LogMessageParams) => {
    if (type === MessageType.Error) complaints.push(message);
  });
  const current = { settings };
  connection.onRequest('workspace/configuration', () => [current.settings]);
  for (const method of [
    'client/registerCapability',
    'client/unregisterCapability',
    'workspace/codeLens/refresh',
    'workspace/inlayHint/refresh',
  ])
    connection.onRequest(method, () => null);
  connection.listen();
  const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
      },
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        rename: { prepareSupport: true },
      },
    },
    workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
  });
  await connection.sendNotification('initialized', {});
  return {
    pid: child.pid ?? 0,
    ...{ connection, capabilities, diagnostics, complaints },
    until: (look) =>
      new Promise((done) => {
        const again = () => {
          if (!look()) return;
          looks.delete(again);
          done();
        };
        looks.add(again);
        again();
      }),
    configure: (value) => {
      current.settings = value;
      return connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    close: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return exited;
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

export function uriOf(path: string): string {
  return pathToFileURL(path).toString();
}
