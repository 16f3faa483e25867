import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { askForPage } from './traces.ts';
import { openWorkbench, ownFrames, type Workbench } from './workbench.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const options = {
  resultTypes: ['violations'],
  rules: {
    // The workbench has the headings.
    'page-has-heading-one': { enabled: false },
    // Takes the tooltip of a drawing for a part of its label; the test of the diagram looks by itself.
    'label-content-name-mismatch': { enabled: false },
  },
};

/** What the checker says of one page. */
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

describe('to a screen reader, and to weak eyes', () => {
  let bench: Workbench;

  before(async () => {
    bench = await openWorkbench({
      prepare: (folder) => {
        // One for each colour.
        const settings = { 'uwsgiStack.stack.workers': 6 };
        mkdirSync(join(folder, '.vscode'));
        writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
      },
    });
    await bench.openFile('nginx.conf');
    const lens = bench.page.locator('.codelens-decoration').getByText('Start Stack');
    await lens.waitFor({ timeout: 40_000 });
    await bench.editorAction('Start Stack').click();
    await bench.statusItem('uWSGI Stack: ready').waitFor({ timeout: 40_000 });
    for (let left = 30; left > 0; left -= 1) await askForPage(left === 1 ? '/missing' : '/');
  });

  after(async () => {
    await bench.close();
  });

  /** Names, roles, contrast and order, by the rules of WCAG 2.2 AA, in each theme. */
  const assertGood = (page: string, background: string) =>
    bench.inEachLook(async (look) => {
      const frames = await ownFrames(bench.page);
      assert.ok(frames.length > 0);
      for (const frame of frames) {
        await frame.evaluate(axe);
        // The page itself is transparent: what stands behind it belongs to the workbench.
        await frame.evaluate((colour) => {
          document.documentElement.style.background = colour;
        }, `var(--vscode-${background}-background)`);
        const violations = await frame.evaluate<readonly Violation[]>(
          `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
        );
        const said = violations.flatMap(({ id, help, nodes }) =>
          nodes.map(
            ({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`,
          ),
        );
        assert.equal(said.join('\n\n'), '', `${page}, ${look}`);
      }
    });

  it('the log says what it is', async () => {
    await bench.page.getByRole('tab', { name: 'uWSGI Stack Log' }).click();
    await bench.log.locator('.row').first().waitFor();
    await assertGood('log', 'panel');
  });

  it('so do the requests', async () => {
    await bench.log.getByRole('tab', { name: 'Requests' }).click();
    await bench.log.getByText('/missing').first().waitFor();
    await assertGood('requests', 'panel');
    await bench.log.getByRole('tab', { name: 'Lines' }).click();
  });

  it('so does the diagram', async () => {
    await bench.run('View: Toggle Panel Visibility');
    await bench.run('uWSGI Stack: Show Stack Diagram');
    await bench.log.locator('.node.worker').first().waitFor();
    await assertGood('diagram', 'editor');
    const stations = await bench.log.locator('.node').evaluateAll((nodes) =>
      nodes.map((node) => ({
        name: node.getAttribute('aria-label') ?? '',
        seen: [...node.querySelectorAll('text')].map(({ textContent }) => textContent),
      })),
    );
    assert.equal(stations.length, 5);
    for (const { name, seen } of stations) assert.ok(name.includes(seen.join(', ')), name);
  });

  it('so does the dashboard', async () => {
    await bench.run('View: Close All Editors');
    await bench.run('uWSGI Stack: Show Dashboard');
    await bench.log.locator('.tile').first().waitFor();
    await bench.log.getByRole('slider', { name: 'Latency' }).waitFor();
    await assertGood('dashboard', 'editor');
  });
});
