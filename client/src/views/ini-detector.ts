import { languages, workspace, type Disposable, type TextDocument } from 'vscode';

/**
 * Other extensions own `*.ini`, and VS Code asks for a file's first line only where no name matches. So an ini file
 * with a `[uwsgi]` section is handed over here, once per file: who sets it back to plain ini means it.
 */
export function createIniDetector(): Disposable {
  const seen = new Set<string>();
  const look = (document: TextDocument) => {
    const uri = document.uri.toString();
    if (document.languageId !== 'ini' || seen.has(uri)) return;
    if (!/^[\t ]*\[uwsgi\]/m.test(document.getText().slice(0, 20_000))) return;
    seen.add(uri);
    void languages.setTextDocumentLanguage(document, 'uwsgi-ini');
  };
  for (const document of workspace.textDocuments) look(document);
  return workspace.onDidOpenTextDocument(look);
}
