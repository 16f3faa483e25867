import assert from 'node:assert/strict';
import { basename } from 'node:path';
import {
  commands,
  languages,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeLens,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { when } from './extension.ts';

/** The copy of the example that is open as the workspace's folder. */
export function exampleFolder(): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return folder.uri;
}

export async function openFile(name: string): Promise<TextDocument> {
  return await workspace.openTextDocument(Uri.joinPath(exampleFolder(), name));
}

/** Where the one occurrence of a text is. */
export async function placeOf(name: string, text: string): Promise<Range> {
  const document = await openFile(name);
  const all = document.getText();
  const start = all.indexOf(text);
  assert.notEqual(start, -1, `${name} has no ${text}`);
  assert.equal(all.indexOf(text, start + 1), -1, `${name} has ${text} twice`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Changes the one occurrence of a text, as typing would: nothing is saved. */
export async function rewrite(name: string, from: string, to: string): Promise<void> {
  const { uri } = await openFile(name);
  const edit = new WorkspaceEdit();
  edit.replace(uri, await placeOf(name, from), to);
  assert.ok(await workspace.applyEdit(edit));
}

/** Types, does the work, and puts the file back as it was, on the disk too. */
export async function withRewritten(
  name: string,
  from: string,
  to: string,
  work: () => Promise<void>,
): Promise<void> {
  const document = await openFile(name);
  const before = document.getText();
  await rewrite(name, from, to);
  try {
    await work();
  } finally {
    const edit = new WorkspaceEdit();
    const all = new Range(document.positionAt(0), document.positionAt(document.getText().length));
    edit.replace(document.uri, all, before);
    await workspace.applyEdit(edit);
    await document.save();
  }
  await noFindings();
}

export interface Shown {
  readonly file: string;
  readonly diagnostic: Diagnostic;
}

/** Every diagnostic that the editor shows anywhere, whoever has made it. */
export function findings(): readonly Shown[] {
  return languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics.map((diagnostic) => ({ file: basename(uri.path), diagnostic })),
    );
}

/** The only finding of the whole workspace, once there is one. */
export async function onlyFinding(): Promise<Shown> {
  const first = await when('a finding', languages.onDidChangeDiagnostics, () => findings()[0]);
  // Findings come per file. An answer to a question comes after all that were sent before it.
  await lensesOf(first.file);
  assert.deepEqual(
    findings().map(({ file, diagnostic }) => `${file}: ${diagnostic.message}`),
    [`${first.file}: ${first.diagnostic.message}`],
  );
  return first;
}

export async function noFindings(): Promise<void> {
  await when('no finding', languages.onDidChangeDiagnostics, () =>
    findings().length === 0 ? true : undefined,
  );
}

/** Findings of a clean file are never sent, so a finding that comes and goes shows that all has been looked at. */
export async function afterCheck(): Promise<void> {
  await withRewritten('worker.ini', 'need-app = true', 'need-app = perhaps', async () => {
    await onlyFinding();
  });
}

export async function lensesOf(name: string): Promise<readonly CodeLens[]> {
  const { uri } = await openFile(name);
  return await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
}

export interface Told {
  readonly messages: readonly string[];
  readonly restore: () => void;
}

/** Collects the error messages that a person would see. */
export function listenToErrors(): Told {
  const messages: string[] = [];
  const original: unknown = Reflect.get(window, 'showErrorMessage');
  Reflect.set(window, 'showErrorMessage', (message: string) => {
    messages.push(message);
    return Promise.resolve(undefined);
  });
  return {
    messages,
    restore: () => {
      Reflect.set(window, 'showErrorMessage', original);
    },
  };
}
