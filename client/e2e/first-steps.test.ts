import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { poll } from './traces.ts';
import { lookAway, openWorkbench, showLanguageStatus, type Workbench } from './workbench.ts';

describe('the first steps of a new user', () => {
  let bench: Workbench;

  before(async () => {
    bench = await openWorkbench();
    // Where there is no room, VS Code leaves the pictures out.
    await bench.page.setViewportSize({ width: 1680, height: 1000 });
  });

  after(async () => {
    await bench.close();
  });

  const step = (title: string) => bench.page.getByRole('button', { name: title }).first();
  const isDone = (title: string) =>
    poll(`${title} is ticked off`, async () => {
      const ticks = bench.page
        .locator('.getting-started-step', { hasText: title })
        .locator('.codicon-getting-started-step-checked');
      return (await ticks.count()) > 0 ? true : undefined;
    });

  it('are a walkthrough, whose first one is done where a stack is open', async () => {
    const { page } = bench;
    await bench.openFile('nginx.conf');
    await bench.editorAction('Start Stack').waitFor();
    await bench.run('Welcome: Open Walkthrough');
    const box = page.locator('.quick-input-widget input');
    await box.fill('Run your first stack');
    await page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Run your first stack' })
      .waitFor();
    await box.press('Enter');
    await page.locator('.getting-started-step').first().waitFor();
    assert.equal(await page.locator('.getting-started-step').count(), 5);
    await isDone('Open a stack, or make one');
    await bench.shoot('walkthrough');
  });

  it('say which versions files are checked for', async () => {
    const { page } = bench;
    await bench.openFile('nginx.conf');
    await showLanguageStatus(page);
    const status = page.locator('.hover-language-status');
    await status
      .getByText(/nginx \d+\.\d+\.\d+/)
      .first()
      .waitFor();
    await status.getByText('checked for: the installed version').waitFor();
    await bench.shoot('language-status');
    await page.keyboard.press('Escape');
    await page.locator('.tab', { hasText: 'Welcome' }).click();
  });

  it('start the stack from there', async () => {
    await step('Start it with one click').click();
    await bench.page.locator('.getting-started-step.expanded').getByText('Start Stack').click();
    await bench.statusItem('uWSGI Stack: ready').waitFor();
    await isDone('Start it with one click');
    await bench.shoot('walkthrough-started');
  });

  for (const { title, button } of [
    { title: 'Let mistakes be found', button: 'Show Problems' },
    { title: 'Watch the requests', button: 'Show Log' },
    { title: 'Let workers come and go', button: 'Add Worker' },
  ])
    it(`tick off “${title}” by what its button does`, async () => {
      const { page } = bench;
      const own = page.locator('.getting-started-step', { hasText: title });
      const ticked = own.locator('.codicon-getting-started-step-checked');
      await step(title).click();
      await page.locator('.getting-started-step.expanded', { hasText: title }).waitFor();
      assert.equal(await ticked.count(), 0);
      await lookAway(page);
      await bench.shoot(`walkthrough-${button.toLowerCase().replace(' ', '-')}`);
      await own.getByText(button, { exact: true }).click();
      await isDone(title);
    });

  it('go by the keyboard as well', async () => {
    const { page } = bench;
    await page.keyboard.press('Control+Alt+u');
    await page.keyboard.press('b');
    await page.locator('.tab', { hasText: 'Dashboard' }).waitFor();
    await bench.openFile('nginx.conf');
    await page.keyboard.press('Control+Alt+u');
    await page.keyboard.press('x');
    await bench.statusItem('uWSGI Stack: ready').waitFor({ state: 'detached' });
  });
});
