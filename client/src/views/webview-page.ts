import { Uri, type Webview } from 'vscode';

export type PageName = 'log-panel' | 'stack-diagram' | 'dashboard';

/** The page of a view: one script and one style sheet of our own, nothing else may load or run. */
export function webviewPage(webview: Webview, root: Uri, name: PageName): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const file = (ending: string) =>
    webview.asWebviewUri(Uri.joinPath(root, `${name}.${ending}`)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${file('css')}">
    <title>uWSGI Stack</title>
  </head>
  <body>
    <div id="root"></div>
    <script nonce="${nonce}" src="${file('js')}"></script>
  </body>
</html>`;
}
