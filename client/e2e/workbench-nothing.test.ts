import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

describe('a folder where nothing can be started', () => {
  it('is told what a stack is made of', async () => {
    await inWorkbench({ example: false }, async ({ page, openStackView, shoot }) => {
      await openStackView();
      await page.getByText('No stack was found in this folder.').waitFor();
      await page.getByRole('button', { name: 'New nginx Config' }).waitFor();
      await page.getByRole('button', { name: 'New Stack' }).waitFor();
      await shoot('welcome');
    });
  });

  it('shows its files in Restricted Mode, and asks for trust', async () => {
    await inWorkbench({ trust: false }, async (bench) => {
      const { page } = bench;
      await bench.openFile('nginx.conf');
      await bench.openStackView();
      await bench.row('router.ini').waitFor();
      await page.getByText('nothing is started').waitFor();
      await bench.shoot('restricted');
      const start = page.locator('.codelens-decoration').getByText('Start Stack');
      assert.equal(await start.count(), 0);
    });
  });
});

describe('a language server that is not there', () => {
  it('is said to be on its way as long as it is', async () => {
    await inExtensionWith(clientThatNeverStarts, async ({ page, openStackView, shoot }) => {
      await openStackView();
      const welcome = page.locator('.welcome-view-content');
      await welcome.getByText('Reading the configuration files…').waitFor();
      assert.equal(
        ((await welcome.textContent()) ?? '').trim(),
        'Reading the configuration files…',
      );
      await welcome.locator('.codicon-loading').waitFor();
      await shoot('welcome-loading');
    });
  });

  it('is said to have failed, and the button says what to do', async () => {
    await inExtensionWith(undefined, async ({ page, openStackView, shoot }) => {
      await openStackView();
      const welcome = page.locator('.welcome-view-content');
      await welcome.getByText('could not be started').waitFor();
      await welcome.getByRole('button', { name: 'Reload Window' }).waitFor();
      await shoot('welcome-failed');
      await welcome.getByRole('button', { name: 'Show Output' }).click();
      const toast = page.locator('.notification-toast');
      await toast.getByText('Install the extension anew').waitFor();
      assert.match(await toast.innerText(), /could not load \/.*\/dist\/language-client\.cjs/);
      await toast.getByRole('button', { name: 'Reload Window' }).waitFor();
      await shoot('welcome-failed-output');
    });
  });
});

const clientThatNeverStarts = `exports.createLanguageClient = () => ({
  start: () => new Promise(() => {}),
  stop: () => Promise.resolve(),
  onStacksChanged: () => ({ dispose() {} }),
  refreshLenses() {},
  dispose() {},
});`;

/** The extension as it is built, with another client of the language server, or none. */
async function inExtensionWith(
  client: string | undefined,
  look: (bench: Workbench) => Promise<void>,
): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'uwsgi-stack-extension-'));
  try {
    const parts = ['package.json', 'package.nls.json', 'dist', 'icons', 'syntaxes', 'snippets'];
    for (const part of parts)
      cpSync(join(import.meta.dirname, '../..', part), join(copy, part), { recursive: true });
    const bundle = join(copy, 'dist/language-client.cjs');
    rmSync(bundle);
    if (client !== undefined) writeFileSync(bundle, client);
    await inWorkbench({ extensionPath: copy }, look);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function inWorkbench(
  options: WorkbenchOptions,
  look: (bench: Workbench) => Promise<void>,
): Promise<void> {
  const bench = await openWorkbench(options);
  try {
    await look(bench);
  } finally {
    await bench.close();
  }
}
