import { Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import type { StackOutline } from '../../../shared/messages.ts';
import type { Lifetime } from './lifetime.ts';
import { webviewPage, type PageName } from './webview-page.ts';

/** Editors with a page of ours: one per stack, brought back with the window. */
export interface StackPanels extends Lifetime {
  show(stack: StackOutline): void;
}

export interface StackPanelsOptions {
  /** Of the window's memory; never to be changed. */
  readonly viewType: string;
  readonly page: PageName;
  readonly title: (stack: string) => string;
  readonly extensionUri: Uri;
  /** Brings a page to life; what it returns is disposed of with it. The page remembers `{ stack }` as its state. */
  readonly fill: (panel: WebviewPanel, stack: string) => Lifetime;
}

export function createStackPanels(options: StackPanelsOptions): StackPanels {
  const root = Uri.joinPath(options.extensionUri, 'dist', 'webview');
  const panels = new Map<string, WebviewPanel>();

  const fill = (panel: WebviewPanel, stack: string): void => {
    panels.set(stack, panel);
    panel.webview.options = { enableScripts: true, localResourceRoots: [root] };
    const life = options.fill(panel, stack);
    panel.onDidDispose(() => {
      panels.delete(stack);
      life.dispose();
    });
    panel.webview.html = webviewPage(panel.webview, root, options.page);
  };
  const serializer = window.registerWebviewPanelSerializer(options.viewType, {
    // eslint-disable-next-line @typescript-eslint/require-await -- VS Code wants a promise
    deserializeWebviewPanel: async (panel, state: unknown) => {
      const stack = (state as { readonly stack?: unknown } | undefined)?.stack;
      if (typeof stack === 'string') fill(panel, stack);
      else panel.dispose();
    },
  });
  return {
    show: ({ id, title }) => {
      const known = panels.get(id);
      if (known !== undefined) {
        known.reveal();
        return;
      }
      const name = options.title(title);
      const column = ViewColumn.Beside;
      fill(window.createWebviewPanel(options.viewType, name, column, { enableScripts: true }), id);
    },
    dispose: () => {
      serializer.dispose();
      for (const panel of [...panels.values()]) panel.dispose();
    },
  };
}
