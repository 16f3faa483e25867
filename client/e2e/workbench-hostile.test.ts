import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { askForPage } from './traces.ts';
import { lookAway, openWorkbench, type Workbench } from './workbench.ts';

const image = '<img src=x onerror=document.body.remove()>';
const name = `${image} $(touch x) \`touch x\`;`;
/** An editor's message makes a link of this, which would run the command. */
const link = '[click](command:workbench.action.toggleSidebarVisibility)';
const bell = '\\x07';
/** As the app prints them, in Python's spelling: what a visitor may have sent. */
const lines = [
  `seen: ${image}`,
  `seen: \\x1b[31mred\\x1b[0m \\x1b]0;title${bell}\\x1b]8;;command:workbench.action.quit${bell}linked\\x1b]8;;${bell} end`,
  `seen: \\x1b]52;c;cHduZWQ=${bell}clipboard\\x1b[2J\\x1b[1;1Hcleared`,
  `seen: File "/${link}", line 3`,
  `seen: https://a.example/"onmouseover="x javascript:alert(1) command:workbench.action.quit`,
];

describe('a workspace that means harm', () => {
  let bench: Workbench;
  let files: readonly string[];

  before(async () => {
    bench = await openWorkbench({
      name,
      prepare: (folder) => {
        edit(folder, 'app.py', (text) =>
          text.replace(
            '    return',
            `    for line in ${list(lines)}:\n        print(line, flush=True)\n    return`,
          ),
        );
        mkdirSync(join(folder, '.vscode'));
        writeFileSync(join(folder, '.vscode/settings.json'), '{ "uwsgiStack.stack.workers": 1 }');
        edit(folder, 'nginx.conf', (text) =>
          text.replace(
            'server_name app.localhost;',
            `server_name app.localhost "${image.replaceAll(' ', '/')}" "$(touch/x)";`,
          ),
        );
        writeFileSync(
          join(folder, `${image} ${link}.ini`.replaceAll('/', '')),
          '[uwsgi]\nmaster = 1\n',
        );
        files = listFiles(folder);
      },
    });
  });

  after(async () => {
    await bench.close();
  });

  /** The sidebar is what the hostile command hides; an image is what the hostile markup makes. */
  const unharmed = async () => {
    assert.equal(await bench.page.locator('#workbench\\.parts\\.sidebar').isVisible(), true);
    for (const frame of bench.page.frames())
      assert.equal(await frame.locator('img[src="x"]').count(), 0, frame.url());
    assert.deepEqual(listFiles(bench.folder), files);
  };
  const noLinks = async () => {
    const toast = bench.page.locator('.notification-toast');
    assert.deepEqual(
      await toast.locator('a[href], .notification-list-item-message a').allInnerTexts(),
      [],
    );
  };

  it('is started like any other, and its names are text', async () => {
    await bench.openFile('nginx.conf');
    await bench.editorAction('Start Stack').click();
    await bench.statusItem('uWSGI Stack: ready').waitFor();
    assert.equal((await askForPage()).status, 200);
    await bench.openStackView();
    await bench.row('worker 1').hover();
    assert.equal((await bench.readTree())[0]?.[0], name);
    await unharmed();
  });

  it('writes into the log what is shown as text, in colours at most', async () => {
    const { log, page } = bench;
    await page.getByRole('tab', { name: 'uWSGI Stack Log' }).click();
    await log.getByRole('textbox', { name: 'Filter' }).fill('seen:');
    await log.getByText(image).first().waitFor();
    const rows = await log.locator('.row .text').allInnerTexts();
    for (const text of [
      `seen: ${image}`,
      'seen: red linked end',
      'seen: clipboardcleared',
      `seen: File "/${link}", line 3`,
    ])
      assert.ok(rows.includes(text), `${text} is not among\n${rows.join('\n')}`);
    const targets = await log
      .locator('.row a')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''));
    assert.ok(targets.length > 0);
    for (const target of targets) assert.match(target, /^(?:#|https:\/\/a\.example\/)$/);
    await bench.shoot('hostile-log');
    await unharmed();
  });

  it('cannot make a command of a link in the log', async () => {
    const { log, page } = bench;
    await log.locator('.row a', { hasText: 'click' }).first().click();
    const toast = page.locator('.notification-toast');
    await toast.getByText('opened').waitFor();
    await noLinks();
    await lookAway(page);
    await bench.shoot('hostile-link');
    await toast.hover();
    await toast.getByRole('button', { name: /^Clear Notification/ }).click();
    await unharmed();
  });

  it('writes into the terminal what is text, too', async () => {
    const { page } = bench;
    await page.getByRole('tab', { name: /^Terminal/ }).click();
    await page.locator('.terminal-tabs-entry').getByText('worker 1').click();
    const screen = page.locator('.terminal-wrapper.active .xterm-rows');
    await screen.getByText('clipboardcleared').waitFor();
    const text = await screen.innerText();
    assert.match(text.replaceAll('\u00a0', ' '), /seen: red linked end/);
    await bench.shoot('hostile-terminal');
    await unharmed();
  });

  it('is drawn as text', async () => {
    const { log, page } = bench;
    await page.getByRole('button', { name: 'Show Stack Diagram' }).first().click();
    await log.locator('.node.worker').waitFor();
    const titles = await log.locator('.node title').allTextContents();
    assert.ok(
      titles.some((title) => title.includes('onerror')),
      titles.join('\n'),
    );
    await bench.shoot('hostile-diagram');
    await unharmed();
  });

  it('cannot make a command of what it is told about a mistake', async () => {
    const { page } = bench;
    await page.locator('.tab').getByText('nginx.conf', { exact: true }).first().click();
    await bench.editorAction('Stop Stack').first().click();
    await bench.statusItem('uWSGI Stack: idle').waitFor();
    await page.locator('.codelens-decoration').getByText('Start Stack').waitFor();
    edit(bench.folder, 'nginx.conf', (text) => `"${link}" on;\n${text}`);
    await page.locator('.squiggly-error').first().waitFor();
    await bench.editorAction('Start Stack').first().click();
    await page.locator('.notification-toast').getByText('click').waitFor();
    await noLinks();
    await lookAway(page);
    await bench.shoot('hostile-problem');
    await unharmed();
  });
});

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function list(texts: readonly string[]): string {
  return `[${texts.map((text) => `'${text}'`).join(', ')}]`;
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file !== '__pycache__')
    .sort();
}
