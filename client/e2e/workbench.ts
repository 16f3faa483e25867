import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { startHost, type Host } from './host/browser-host.mjs';
import { installExtension, packExtension } from '../../scripts/package.mjs';
import { portsAreFree } from './traces.ts';

/** VS Code in a browser, by the names that a person has for its parts. */
export interface Workbench {
  readonly host: Host;
  readonly page: Page;
  /** A copy of the example, or an empty folder. */
  readonly folder: string;
  readonly statusItem: (name: string) => Locator;
  readonly rows: Locator;
  /** A row of the tree, by its label. */
  readonly row: (label: string) => Locator;
  readonly editorAction: (name: string) => Locator;
  readonly log: FrameLocator;
  /** Label and description of each row of the tree. */
  readonly readTree: () => Promise<readonly (readonly [string, string])[]>;
  readonly openFile: (name: string) => Promise<void>;
  readonly openStackView: () => Promise<void>;
  /** A command by its name in the palette, as with the keyboard alone. */
  readonly run: (command: string) => Promise<void>;
  /** Pictures in light and dark, for whoever wants to look; the folder is not part of the repository. */
  readonly shoot: (name: string) => Promise<void>;
  /** Likewise, in the two themes of high contrast. */
  readonly shootContrast: (name: string, look?: () => Promise<void>) => Promise<void>;
  /** In light, dark, and both themes of high contrast, with the theme's name. */
  readonly inEachLook: (look: (name: string) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'screenshots');

export interface WorkbenchOptions {
  readonly example?: boolean;
  readonly trust?: boolean;
  /** Install the packed extension, in place of loading it from the tree. */
  readonly packed?: boolean;
  /** Another extension than that of the tree. */
  readonly extensionPath?: string;
  /** Of the folder. */
  readonly name?: string;
  /** Further extensions, loaded like that of the tree. */
  readonly besides?: readonly string[];
  /** Additions to the environment of VS Code. */
  readonly env?: Readonly<Record<string, string>>;
  /** Changes the copy before it is opened. */
  readonly prepare?: (folder: string) => void;
}

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  await portsAreFree();
  const scratch = mkdtempSync(join(tmpdir(), 'uwsgi-stack-workbench-'));
  const folder = join(scratch, options.name ?? 'fastrouter');
  if (options.example === false) mkdirSync(folder);
  else cpSync(join(root, 'examples/fastrouter'), folder, { recursive: true });
  options.prepare?.(folder);
  const dataDirectory = join(scratch, 'data');
  if (options.packed === true) {
    const vsix = join(scratch, 'uwsgi-stack.vsix');
    await packExtension(vsix);
    await installExtension(vsix, dataDirectory);
  }
  const host = await startHost({
    folder,
    ...(options.packed === true
      ? { dataDirectory }
      : { extensionPath: options.extensionPath ?? root, besides: options.besides ?? [] }),
    trust: options.trust ?? true,
    env: { EXTENSIONS_GALLERY: '{}', ...options.env },
    settings: {
      'window.autoDetectColorScheme': true,
      'window.autoDetectHighContrast': true,
      'editor.minimap.enabled': false,
      // Painted text could not be read.
      'terminal.integrated.gpuAcceleration': 'off',
    },
    viewport: { width: 1280, height: 800 },
  });
  const { page } = host;
  assert.ok(page);
  // On a machine that does other things, too, VS Code takes its time.
  page.setDefaultTimeout(30_000);
  return { ...parts(page), host, page, folder, close };

  async function close(): Promise<void> {
    await host.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function parts(page: Page) {
  const rows = page.locator('#workbench\\.parts\\.sidebar .pane-body [role="treeitem"]');
  const row = (label: string) =>
    rows.filter({ has: page.locator('.label-name', { hasText: new RegExp(`^${label}$`) }) });
  return {
    statusItem: (name: string) =>
      page.locator('#workbench\\.parts\\.statusbar').getByRole('button', { name }),
    rows,
    row,
    editorAction: (name: string) => page.locator('.editor-actions').getByRole('button', { name }),
    log: page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
    readTree: () =>
      rows.evaluateAll((elements) =>
        elements.map((element) => {
          const text = (name: string) => element.querySelector(name)?.textContent ?? '';
          return [text('.label-name'), text('.label-description')] as const;
        }),
      ),
    openFile: async (name: string) => {
      await bring(page, /^Explorer/);
      await row(name).dblclick();
      await page.locator('.tab.active').getByText(name, { exact: true }).waitFor();
    },
    openStackView: async () => {
      await bring(page, /^uWSGI Stack/);
      await lookAway(page);
    },
    run: async (command: string) => {
      await page.keyboard.press('F1');
      const box = page.locator('.quick-input-widget input');
      await box.fill(`>${command}`);
      await page
        .locator('.quick-input-list .monaco-list-row.focused', { hasText: command })
        .waitFor();
      await box.press('Enter');
    },
    shoot: (name: string) => shoot(page, name, usualLooks),
    shootContrast: async (name: string, look?: () => Promise<void>) => {
      await shoot(page, name, contrastLooks, look);
      await backToUsual(page);
    },
    inEachLook: async (look: (name: string) => Promise<void>) => {
      for (const each of [...usualLooks, ...contrastLooks]) {
        await take(page, each);
        await look(each.suffix);
      }
      await backToUsual(page);
    },
  };
}

/** A click on the icon of the view that is there already would close it. */
async function bring(page: Page, name: RegExp): Promise<void> {
  const tab = page.locator('#workbench\\.parts\\.activitybar').getByRole('tab', { name });
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
}

/** A pointer that rests on something brings up its tooltip and its buttons. */
export function lookAway(page: Page): Promise<void> {
  return page.mouse.move(640, 784);
}

/** What extensions say of the language of the open file. */
export async function showLanguageStatus(page: Page): Promise<void> {
  await page.locator('#status\\.languageStatus').click();
}

interface Look {
  readonly suffix: string;
  readonly colorScheme: 'dark' | 'light';
  readonly forcedColors: 'active' | 'none';
  /** Of the workbench, and of the body of a page of ours. */
  readonly theme: string;
  readonly body: string;
}

const usualLooks: readonly Look[] = [
  {
    suffix: 'dark',
    colorScheme: 'dark',
    forcedColors: 'none',
    theme: 'vs-dark',
    body: 'vscode-dark',
  },
  {
    suffix: 'light',
    colorScheme: 'light',
    forcedColors: 'none',
    theme: 'vs',
    body: 'vscode-light',
  },
];
const contrastLooks: readonly Look[] = [
  {
    ...{ suffix: 'contrast-dark', colorScheme: 'dark', forcedColors: 'active' },
    ...{ theme: 'hc-black', body: 'vscode-high-contrast' },
  },
  {
    ...{ suffix: 'contrast-light', colorScheme: 'light', forcedColors: 'active' },
    ...{ theme: 'hc-light', body: 'vscode-high-contrast-light' },
  },
];

async function shoot(
  page: Page,
  name: string,
  looks: readonly Look[],
  look = () => Promise.resolve(),
): Promise<void> {
  for (const each of looks) {
    await take(page, each);
    await look();
    await page.screenshot({
      path: join(pictures, `${name}-${each.suffix}.png`),
      animations: 'disabled',
    });
  }
}

async function take(page: Page, { colorScheme, forcedColors, theme, body }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
  await page.locator(`.monaco-workbench.${theme}`).waitFor();
  for (const frame of await ownFrames(page)) {
    // A page of ours follows a moment later.
    await frame.locator(`body.${body}`).waitFor();
  }
}

async function backToUsual(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'none' });
  await page.locator('.monaco-workbench.vs').waitFor();
}

/** Those that hold a page of ours: the log, the diagram, the dashboard. */
export async function ownFrames(page: Page): Promise<readonly Frame[]> {
  const own: Frame[] = [];
  for (const frame of page.frames()) {
    if (!frame.url().includes('/fake.html')) continue;
    // The pictures of a walkthrough stand in such frames, too, and come and go.
    const roots = await frame
      .locator('#root')
      .count()
      .catch(() => 0);
    if (roots > 0) own.push(frame);
  }
  return own;
}
