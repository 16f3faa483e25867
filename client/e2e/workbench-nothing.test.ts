import assert from 'node:assert/strict';
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
