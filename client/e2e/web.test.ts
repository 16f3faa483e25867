import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openWorkbench, showLanguageStatus, type Workbench } from './workbench.ts';

const root = join(import.meta.dirname, '../..');

/*
 * The workbench that we have runs an extension beside its files where it can. A copy that offers nothing but its browser
 * part runs in the page's own worker, without a process, as all extensions do in vscode.dev.
 */
describe('the extension in a browser', () => {
  let bench: Workbench;
  let extension: string;

  before(async () => {
    extension = mkdtempSync(join(tmpdir(), 'uwsgi-stack-web-'));
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object;
    const { main: _main, ...rest } = manifest as { main: string };
    writeFileSync(
      join(extension, 'package.json'),
      JSON.stringify({ ...rest, extensionKind: ['web'] }),
    );
    for (const name of ['syntaxes', 'snippets', 'icons', 'package.nls.json'])
      cpSync(join(root, name), join(extension, name), { recursive: true });
    mkdirSync(join(extension, 'dist'));
    for (const name of ['language.cjs', 'web'])
      cpSync(join(root, 'dist', name), join(extension, 'dist', name), { recursive: true });
    bench = await openWorkbench({ extensionPath: extension });
  });

  after(async () => {
    await bench.close();
    rmSync(extension, { recursive: true, force: true });
  });

  it('checks a file, and the wires to files that are not open', async () => {
    const { page } = bench;
    await bench.openFile('nginx.conf');
    await bench.statusItem('No Problems').waitFor({ timeout: 30_000 });
    const line = page.locator('.view-line').filter({ hasText: 'uwsgi_pass' });
    await line.waitFor({ timeout: 60_000 });
    await line.click();
    await page.keyboard.press('End');
    for (const key of ['ArrowLeft', 'Backspace', '7']) await page.keyboard.press(key);
    await page.locator('.squiggly-error').first().waitFor();
    await bench.statusItem('Errors: 1').waitFor();
    await bench.shoot('web');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await bench.statusItem('No Problems').waitFor();
  });

  it('says which version the file is checked for', async () => {
    const { page } = bench;
    await showLanguageStatus(page);
    const status = page.locator('.hover-language-status');
    await status.getByText('checked for: the newest version').waitFor();
    await page.keyboard.press('Escape');
  });

  it('completes options', async () => {
    const { page } = bench;
    await bench.openFile('worker.ini');
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nharak');
    await page.locator('.suggest-widget').getByText('harakiri', { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('offers nothing that would need a process', async () => {
    const { page } = bench;
    await bench.openFile('nginx.conf');
    await page.keyboard.press('F1');
    await page.keyboard.type('uWSGI Stack');
    await page.locator('.quick-input-list').getByText('Explain a Request…').first().waitFor();
    const offered = await page.locator('.quick-input-list .label-name').allTextContents();
    const launching = offered.filter((label) =>
      /Start|Stop|Worker|New Stack|Test with/.test(label),
    );
    assert.deepEqual(launching, []);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.codelens-decoration').getByText('Start Stack').count(), 0);
  });
});
