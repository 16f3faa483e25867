import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import {
  CancellationTokenSource,
  FileChangeType,
  type ResponseError,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  editedStack,
  type RandomEdit,
  randomEdits,
  spotOf,
} from '../../language/testing/random-edits.ts';
import { type RealServer, uriOf } from './real-server.ts';
import { placeOf, type RequestSeed, requestSeeds, stormRequests } from './storm-requests.ts';

/** What a wild editor and a wild file system do. */
export type StormAction =
  | { readonly kind: 'type'; readonly edit: RandomEdit }
  | { readonly kind: 'ask'; readonly request: RequestSeed; readonly about: number }
  | { readonly kind: 'settle' | 'move-folder' | 'leave-and-return' | 'other-folder' }
  | { readonly kind: 'configure'; readonly settings: number }
  | {
      readonly kind: 'close' | 'save' | 'write' | 'delete' | 'restore';
      readonly file: number;
      readonly edit: RandomEdit;
    };

export const stormActions: fc.Arbitrary<StormAction> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('type' as const), edit: randomEdits }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      request: requestSeeds,
      about: fc.nat(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('close' as const, 'save', 'write', 'delete', 'restore', 'write'),
      file: fc.nat(),
      edit: randomEdits,
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'settle' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('configure' as const), settings: fc.nat() }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      { kind: 'move-folder' as const },
      { kind: 'leave-and-return' as const },
      { kind: 'other-folder' as const },
    ),
  },
);

const settingsOf: readonly unknown[] = [
  {},
  { rules: { 'stack/no-dangling-pass': 'off' } },
  { rules: 'none', nginx: 7, stack: { workers: -1 }, uwsgi: null },
  { lint: { nginxVersion: '1.10.0' }, inlayHints: false },
  null,
];

const names = [...Object.keys(editedStack).map((path) => path.slice('/w/'.length)), 'app.py'];
const original = (name: string) => editedStack[`/w/${name}`] ?? 'application = None\n';

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The stack in a folder of its own, and another folder that is a part of the workspace at times. */
export function writeStack(base: string): void {
  for (const name of names) put(join(base, 'w', name), original(name));
  for (let number = 0; number < 20; number++)
    put(join(base, `other/${number}/pool.ini`), `[uwsgi]\nsocket = 127.0.0.1:3030\nmaste = 1\n`);
}

/** A storm over the files of `writeStack`. */
export function createStorm(base: string, server: RealServer) {
  const [folder, other] = [join(base, 'w'), join(base, 'other')];
  const pathOf = (name: string) => join(folder, name);
  const open = new Map<string, TextDocument>();
  const outstanding = new Set<Promise<void>>();
  const answered = new Set<string>();
  const failures: string[] = [];
  let settings = 0;
  let both = false;
  let version = 1;
  let item: unknown = foreignItem;
  let stack: string | undefined;
  const { connection } = server;
  const notify = (method: string, params: object) =>
    void connection.sendNotification(method, params);
  const tell = (changes: readonly (readonly [path: string, FileChangeType])[]) => {
    notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(([path, type]) => ({ uri: uriOf(path), type })),
    });
  };
  const read = (name: string): string | undefined => {
    try {
      return readFileSync(pathOf(name), 'utf8');
    } catch {
      return undefined;
    }
  };

  function show(name: string): TextDocument {
    const known = open.get(name);
    if (known !== undefined) return known;
    const languageId = name.endsWith('.ini') ? 'uwsgi-ini' : 'nginx';
    const document = TextDocument.create(
      uriOf(pathOf(name)),
      languageId,
      ++version,
      read(name) ?? original(name),
    );
    open.set(name, document);
    notify('textDocument/didOpen', { textDocument: opened(document) });
    return document;
  }
  function close(name: string): void {
    const document = open.get(name);
    if (document === undefined) return;
    open.delete(name);
    notify('textDocument/didClose', { textDocument: { uri: document.uri } });
  }
  function type(edit: RandomEdit): void {
    const name = names[edit.file % (names.length - 1)] ?? '';
    if (edit.kind !== 'edit') {
      close(name);
      return;
    }
    const document = show(name);
    const { start, end } = spotOf(document.getText(), edit);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const contentChanges = [{ range, text: edit.text }];
    open.set(name, TextDocument.update(document, contentChanges, ++version));
    notify('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
  }
  function ask(request: RequestSeed, file: number): void {
    const [method, params] = stormRequests[request.kind % stormRequests.length] ?? [];
    if (method === undefined || params === undefined) return;
    const document = show(names[file % (names.length - 1)] ?? '');
    const uri = file % 17 === 0 ? 'untitled:nothing' : document.uri;
    const source = new CancellationTokenSource();
    const around = { uri, word: request.word, stack, item, ...placeOf(document, request) };
    const answer = connection
      .sendRequest<unknown>(method, params(around), source.token)
      .then(
        (result) => {
          answered.add(method);
          if (method === 'textDocument/prepareCallHierarchy' && Array.isArray(result))
            item = (result[0] as unknown) ?? item;
          if (method === 'uwsgiStack/stacks')
            stack = (result as readonly { id: string }[])[0]?.id ?? stack;
        },
        (error: unknown) => {
          const { code, message } = error as ResponseError;
          // A refusal in words, as of a name that can't be given, is an answer, too.
          if (code === refused) answered.add(method);
          if (!expected.has(code)) failures.push(`${method}: ${code} ${message}`);
        },
      )
      .finally(() => outstanding.delete(answer));
    outstanding.add(answer);
    if (request.cancel === 'now') source.cancel();
    if (request.cancel === 'soon') setImmediate(source.cancel.bind(source));
  }
  const settle = async () => {
    while (outstanding.size > 0) await Promise.all(outstanding);
  };
  function moveFolder(): void {
    const [from, to] =
      read('sites/shop.conf') === undefined ? ['moved', 'sites'] : ['sites', 'moved'];
    try {
      renameSync(pathOf(from), pathOf(to));
    } catch {
      return; // neither is there, or both are
    }
    tell([
      [pathOf(from), FileChangeType.Deleted],
      [pathOf(to), FileChangeType.Created],
    ]);
  }
  function touch(action: Extract<StormAction, { readonly file: number }>) {
    const name = names[action.file % names.length] ?? '';
    const path = pathOf(name);
    const text = read(name);
    switch (action.kind) {
      case 'close':
        close(name);
        break;
      case 'save': {
        const document = open.get(name);
        if (document === undefined) break;
        put(path, document.getText());
        notify('textDocument/didSave', { textDocument: { uri: document.uri } });
        tell([[path, FileChangeType.Changed]]);
        break;
      }
      case 'write': {
        if (text === undefined || action.edit.kind !== 'edit') break;
        const { start, end } = spotOf(text, action.edit);
        put(path, text.slice(0, start) + action.edit.text + text.slice(end));
        tell([[path, FileChangeType.Changed]]);
        break;
      }
      case 'delete':
        rmSync(path, { force: true });
        tell([[path, FileChangeType.Deleted]]);
        break;
      case 'restore':
        put(path, original(name));
        tell([[path, FileChangeType.Created]]);
    }
  }
  function changeFolders(added: readonly string[], removed: readonly string[]): void {
    const named = (paths: readonly string[]) =>
      paths.map((path) => ({ uri: uriOf(path), name: path }));
    notify('workspace/didChangeWorkspaceFolders', {
      event: { added: named(added), removed: named(removed) },
    });
  }

  return {
    failures,
    answered,
    open,
    settings: () => settingsOf[settings],
    folders: () => (both ? [folder, other] : [folder]),
    settle,
    run: async (action: StormAction): Promise<void> => {
      switch (action.kind) {
        case 'type':
          type(action.edit);
          break;
        case 'ask':
          ask(action.request, action.about);
          break;
        case 'settle':
          await settle();
          break;
        case 'move-folder':
          moveFolder();
          break;
        case 'leave-and-return':
          changeFolders([], [folder]);
          changeFolders([folder], []);
          if (both) break;
          changeFolders([other], []);
          changeFolders([], [other]);
          break;
        case 'other-folder':
          changeFolders(both ? [] : [other], both ? [other] : []);
          both = !both;
          break;
        case 'configure':
          settings = action.settings % settingsOf.length;
          await server.configure(settingsOf[settings]);
          break;
        default:
          touch(action);
      }
    },
  };
}

export function opened(document: TextDocument) {
  const { uri, languageId, version } = document;
  return { uri, languageId, version, text: document.getText() };
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
/** Of another server, or of a hand. */
const foreignItem = {
  ...{ name: 'x', kind: 1, uri: 'file:///nowhere/x.ini', range: nowhere, selectionRange: nowhere },
};

const refused = -32803;
/** Called off, overtaken by an edit, or refused with a sentence for a person (a rename). */
const expected: ReadonlySet<number> = new Set([-32800, -32801, refused]);
